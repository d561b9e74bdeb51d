using System.Globalization;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>The Sparks that this program has started for sessions that name a master: one for all sessions with the same master and settings.</summary>
internal static class LocalSpark
{
    /// <summary>
    /// Settings of Spark SQL that are fixed at its start; others beginning with <c>spark.sql.</c> are each session's own, and all the rest are the
    /// application's. As <c>StaticSQLConf</c> of Spark 4.2 has them.
    /// </summary>
    private static readonly string[] FixedSqlSettings =
    [
        "spark.sql.warehouse.dir", "spark.sql.catalogImplementation", "spark.sql.globalTempDatabase", "spark.sql.extensions",
        "spark.sql.cache.serializer", "spark.sql.queryExecutionListeners", "spark.sql.streaming.streamingQueryListeners", "spark.sql.hive.",
        "spark.sql.codegen.cache.maxEntries", "spark.sql.filesourceTableRelationCacheSize", "spark.sql.streaming.ui.", "spark.sql.ui.",
        "spark.sql.artifact.isolation.", "spark.sql.sources.schemaStringLengthThreshold", "spark.sql.event.truncate.length",
    ];

    private static readonly SemaphoreSlim Starting = new(1, 1);

    private static readonly Dictionary<string, Shared> Running = [];

    /// <summary>A session on the Spark of that master, which starts with the first one and ends with the last.</summary>
    /// <exception cref="SparkConnectException">There is no usable Spark or Java, or Spark did not start.</exception>
    public static async Task<ISparkEngine> ConnectAsync(
        string master, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, RetryOptions? retry = null)
    {
        var lease = await TakeAsync(master, settings, cancellationToken).ConfigureAwait(false);
        var connection = ConnectionString.Parse(
            string.Create(CultureInfo.InvariantCulture, $"sc://localhost:{lease.Spark.Port}/;token={lease.Spark.Token}"), "Master", _ => null);
        return await ConnectEngine.ConnectAsync(connection, settings, cancellationToken, lease, retry).ConfigureAwait(false);
    }

    private static async Task<Lease> TakeAsync(string master, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var ofStart = settings.Where(setting => IsFixedAtStart(setting.Key)).ToDictionary();
        // The name is the first session's; it makes no other Spark.
        var key = string.Join('\n', [master, .. ofStart.Where(setting => setting.Key != "spark.app.name")
            .Select(setting => $"{setting.Key}={setting.Value}").Order(StringComparer.Ordinal)]);
        await Starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!Running.TryGetValue(key, out var shared) || shared.Spark.HasExited)
            {
                var starter = SparkStarter.Find() ?? throw Refuse(master);
                shared = new Shared(key, await starter.StartAsync(master, ofStart, cancellationToken).ConfigureAwait(false));
                Running[key] = shared;
            }

            shared.Users++;
            return new Lease(shared);
        }
        finally
        {
            Starting.Release();
        }
    }

    private static bool IsFixedAtStart(string key) =>
        key is not ("spark.master" or "spark.remote" or "spark.submit.deployMode" or "spark.api.mode")
        && (!key.StartsWith("spark.sql.", StringComparison.Ordinal)
            || FixedSqlSettings.Any(name => key.StartsWith(name, StringComparison.Ordinal)));

    private static SparkUnsupportedOperationException Refuse(string master) => new(
        $"The master '{master}' needs a Spark that this program starts, which takes the package SparkPipelines.Pipelines; reference it, run the "
        + $"program with spark-submit.sh --master '{master}', or set {EngineSelection.RemoteVariable}=sc://host:port.",
        SparkErrorDetails.None);

    private sealed class Shared(string key, StartedSpark spark)
    {
        public string Key { get; } = key;

        public StartedSpark Spark { get; } = spark;

        public int Users { get; set; }
    }

    /// <summary>One connection's hold on a Spark.</summary>
    private sealed class Lease(Shared shared) : IAsyncDisposable
    {
        public StartedSpark Spark => shared.Spark;

        public async ValueTask DisposeAsync()
        {
            await Starting.WaitAsync().ConfigureAwait(false);
            try
            {
                if (--shared.Users > 0)
                    return;
                if (Running.GetValueOrDefault(shared.Key) == shared)
                    Running.Remove(shared.Key);
                await shared.Spark.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                Starting.Release();
            }
        }
    }
}
