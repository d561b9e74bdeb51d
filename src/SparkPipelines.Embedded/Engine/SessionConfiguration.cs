using System.Collections.Immutable;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Resolve;
using Spark.Connect;
using Case = Spark.Connect.ConfigRequest.Types.Operation.OpTypeOneofCase;

namespace SparkPipelines.Embedded.Engine;

/// <summary>
/// The session's settings, by Spark's keys. Keys that the engine does not know are kept for whoever asks; those whose value would change what plans mean
/// in a way that it does not follow are refused.
/// </summary>
internal sealed class SessionConfiguration
{
    private const string TimeZoneKey = "spark.sql.session.timeZone";
    private const string CaseSensitiveKey = "spark.sql.caseSensitive";

    private static readonly ImmutableDictionary<string, string> Defaults = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        [TimeZoneKey] = "UTC",
        [CaseSensitiveKey] = "false",
        ["spark.sql.ansi.enabled"] = "true",
        ["spark.sql.sources.default"] = "parquet",
        ["spark.sql.columnNameOfCorruptRecord"] = "_corrupt_record",
        ["spark.sql.shuffle.partitions"] = "200",
        ["spark.sql.sources.partitionOverwriteMode"] = "STATIC",
        ["spark.sql.sources.partitionColumnTypeInference.enabled"] = "true",
        ["spark.sql.timestampType"] = "TIMESTAMP_LTZ",
        ["spark.sql.legacy.timeParserPolicy"] = "CORRECTED",
        ["spark.sql.decimalOperations.allowPrecisionLoss"] = "true",
        ["spark.sql.mapKeyDedupPolicy"] = "EXCEPTION",
        ["spark.sql.legacy.sizeOfNull"] = "true",
        ["spark.sql.repl.eagerEval.enabled"] = "false",
        ["spark.sql.repl.eagerEval.maxNumRows"] = "20",
        ["spark.sql.repl.eagerEval.truncate"] = "20",
        ["spark.sql.execution.arrow.maxRecordsPerBatch"] = "10000",
        ["spark.sql.session.localRelationCacheThreshold"] = "1048576",
        ["spark.sql.session.localRelationChunkSizeRows"] = "10000",
        ["spark.sql.session.localRelationChunkSizeBytes"] = "16777216",
        ["spark.sql.session.localRelationBatchOfChunksSizeBytes"] = "1073741824",
    });

    // Only one value of these is what the engine does.
    private static readonly ImmutableDictionary<string, string> Fixed = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["spark.sql.ansi.enabled"] = "true",
        ["spark.sql.timestampType"] = "TIMESTAMP_LTZ",
        ["spark.sql.decimalOperations.allowPrecisionLoss"] = "true",
        ["spark.sql.mapKeyDedupPolicy"] = "EXCEPTION",
    });

    private readonly Lock _lock = new();
    private volatile State _state;

    public SessionConfiguration(IReadOnlyDictionary<string, string> settings)
    {
        _state = new State(ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), SessionSettings.Default);
        foreach (var (key, value) in settings)
            Set(key, value);
        Initial = _state.Values;
    }

    /// <summary>What the session began with, which a new session of it begins with too.</summary>
    public IReadOnlyDictionary<string, string> Initial { get; }

    public SessionSettings Settings => _state.Settings;

    public string Get(string key) => Find(key) ?? throw SparkConditions.Error("SQL_CONF_NOT_FOUND", ("sqlConf", Quoting.Conf(key)));

    public ConfigResponse Answer(ConfigRequest.Types.Operation operation)
    {
        var response = new ConfigResponse();
        switch (operation.OpTypeCase)
        {
            case Case.Set:
                foreach (var pair in operation.Set.Pairs)
                    Set(pair.Key, pair.Value);
                break;
            case Case.Unset:
                foreach (var key in operation.Unset.Keys)
                    Unset(key);
                break;
            case Case.Get:
                response.Pairs.Add(operation.Get.Keys.Select(key => new KeyValue { Key = key, Value = Get(key) }));
                break;
            case Case.GetWithDefault:
                response.Pairs.Add(operation.GetWithDefault.Pairs.Select(pair => Pair(pair.Key, Find(pair.Key) ?? (pair.HasValue ? pair.Value : null))));
                break;
            case Case.GetOption:
                response.Pairs.Add(operation.GetOption.Keys.Select(key => Pair(key, Find(key))));
                break;
            case Case.GetAll:
                // Keys come without the prefix that was asked for.
                var prefix = operation.GetAll.HasPrefix ? operation.GetAll.Prefix : "";
                response.Pairs.Add(_state.Values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => Pair(pair.Key[prefix.Length..], pair.Value)));
                break;
            case Case.IsModifiable:
                response.Pairs.Add(operation.IsModifiable.Keys.Select(key => Pair(key, IsModifiable(key) ? "true" : "false")));
                break;
            default:
                throw Refusal.Of("configuration request", operation.OpTypeCase.ToString());
        }

        return response;
    }

    private static KeyValue Pair(string key, string? value)
    {
        var pair = new KeyValue { Key = key };
        if (value is not null)
            pair.Value = value;
        return pair;
    }

    private static bool IsModifiable(string key) => key.StartsWith("spark.sql.", StringComparison.Ordinal) && !key.StartsWith("spark.sql.warehouse.", StringComparison.Ordinal);

    private string? Find(string key) => _state.Values.GetValueOrDefault(key) ?? Defaults.GetValueOrDefault(key);

    private void Set(string key, string value)
    {
        if (Fixed.TryGetValue(key, out var only) && !string.Equals(only, value, StringComparison.OrdinalIgnoreCase))
            throw Refusal.Of("setting", $"{key}={value}", $"it always has {only}");
        lock (_lock)
            _state = new State(_state.Values.SetItem(key, value), Apply(_state.Settings, key, value));
    }

    private void Unset(string key)
    {
        lock (_lock)
            _state = new State(_state.Values.Remove(key), Defaults.TryGetValue(key, out var standard) ? Apply(_state.Settings, key, standard) : _state.Settings);
    }

    private static SessionSettings Apply(SessionSettings settings, string key, string value) => key switch
    {
        TimeZoneKey => SparkTimeZone.TryFind(value, out _)
            ? settings with { TimeZone = value }
            : throw SparkConditions.Error("INVALID_CONF_VALUE.TIME_ZONE", ("confValue", $"'{value}'"), ("confName", Quoting.Conf(key))),
        CaseSensitiveKey => settings with { CaseSensitive = bool.Parse(value) },
        _ => settings,
    };

    private sealed record State(ImmutableDictionary<string, string> Values, SessionSettings Settings);
}
