using System.Globalization;
using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>A session's configuration. Values set here hold for what the session does from then on.</summary>
public sealed class RuntimeConfig
{
    private readonly ISparkEngine _engine;

    internal RuntimeConfig(ISparkEngine engine) => _engine = engine;

    /// <summary>Sets a value.</summary>
    /// <exception cref="AnalysisException">The key can't be changed in a running session.</exception>
    public void Set(string key, string value) => Blocking.Wait(() => SetAsync(key, value));

    /// <inheritdoc cref="Set(string, string)"/>
    public void Set(string key, bool value) => Set(key, value ? "true" : "false");

    /// <inheritdoc cref="Set(string, string)"/>
    public void Set(string key, long value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Set(string, string)"/>
    public Task SetAsync(string key, string value, CancellationToken cancellationToken = default) => _engine.ConfigAsync(
        new() { Set = new() { Pairs = { new Proto.KeyValue { Key = key, Value = value } } } }, cancellationToken);

    /// <summary>A value, or the default that Spark has for it.</summary>
    /// <exception cref="SparkException">The key is not set and has no default.</exception>
    public string Get(string key) => Blocking.Wait(() => GetAsync(key));

    /// <inheritdoc cref="Get(string)"/>
    public async Task<string> GetAsync(string key, CancellationToken cancellationToken = default) =>
        Single(await _engine.ConfigAsync(new() { Get = new() { Keys = { key } } }, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>A value, or <paramref name="defaultValue"/> when it is not set.</summary>
    public string? Get(string key, string? defaultValue) => Blocking.Wait(() => GetAsync(key, defaultValue));

    /// <inheritdoc cref="Get(string, string)"/>
    public async Task<string?> GetAsync(string key, string? defaultValue, CancellationToken cancellationToken = default)
    {
        var pair = new Proto.KeyValue { Key = key };
        if (defaultValue is not null)
            pair.Value = defaultValue;
        var response = await _engine.ConfigAsync(new() { GetWithDefault = new() { Pairs = { pair } } }, cancellationToken).ConfigureAwait(false);
        return Single(response) is { HasValue: true } found ? found.Value : defaultValue;
    }

    /// <summary>All values that are set.</summary>
    public IReadOnlyDictionary<string, string> GetAll() => Blocking.Wait(() => GetAllAsync());

    /// <inheritdoc cref="GetAll"/>
    public async Task<IReadOnlyDictionary<string, string>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        var response = await _engine.ConfigAsync(new() { GetAll = new() }, cancellationToken).ConfigureAwait(false);
        return response.Pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>Takes a value back, so that Spark's default holds again.</summary>
    public void Unset(string key) => Blocking.Wait(() => UnsetAsync(key));

    /// <inheritdoc cref="Unset"/>
    public Task UnsetAsync(string key, CancellationToken cancellationToken = default) =>
        _engine.ConfigAsync(new() { Unset = new() { Keys = { key } } }, cancellationToken);

    /// <summary>Whether the value can be changed in a running session.</summary>
    public bool IsModifiable(string key) => Blocking.Wait(() => IsModifiableAsync(key));

    /// <inheritdoc cref="IsModifiable"/>
    public async Task<bool> IsModifiableAsync(string key, CancellationToken cancellationToken = default) =>
        Single(await _engine.ConfigAsync(new() { IsModifiable = new() { Keys = { key } } }, cancellationToken).ConfigureAwait(false)).Value == "true";

    /// <summary>Sets a builder's values on a session that runs; those that can't change any more are passed over, as Spark does.</summary>
    internal async Task SetEachAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in settings)
        {
            try
            {
                await SetAsync(key, value, cancellationToken).ConfigureAwait(false);
            }
            catch (AnalysisException e) when (e.ErrorClass?.StartsWith("CANNOT_MODIFY", StringComparison.Ordinal) == true)
            {
                continue;
            }
        }
    }

    private static Proto.KeyValue Single(Proto.ConfigResponse response) => response.Pairs.Count == 1
        ? response.Pairs[0]
        : throw new SparkException($"The engine answered a question for one configuration value with {response.Pairs.Count}.");
}
