using System.Collections.Concurrent;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Connect;
using SparkPipelines.TestSupport;

[assembly: AssemblyFixture(typeof(SparkPipelines.SparkTests.Sparks))]

namespace SparkPipelines.SparkTests;

/// <summary>One session on each real Spark for all tests of this project; ANSI mode and UTC on both, which Spark 3.5 has to be told.</summary>
public sealed class Sparks : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["spark.sql.ansi.enabled"] = "true",
        ["spark.sql.session.timeZone"] = "UTC",
        // Spark 4.2 has the type, but not for everyone yet; 3.5 keeps the setting and makes nothing of it.
        ["spark.sql.timeType.enabled"] = "true",
    };

    // Delta lists folders (ConvertToDelta, Vacuum) in as many tasks as this says: 10,000 unless told, which takes a minute.
    private static readonly Dictionary<string, string> DeltaSettings = new(Settings) { ["spark.sql.sources.parallelPartitionDiscovery.parallelism"] = "2" };

    private readonly ConcurrentDictionary<SparkMajor, Lazy<Task<SparkSession>>> _sessions = [];

    /// <summary>The shared session of a version. Tests that change settings, views or the current database take one of their own.</summary>
    public Task<SparkSession> GetAsync(SparkMajor major) => _sessions.GetOrAdd(major, key => new(() => NewSessionAsync(key))).Value;

    /// <summary>A session of the caller's own, who disposes it.</summary>
    public static async Task<SparkSession> NewSessionAsync(SparkMajor major) => await ConnectAsync(await SparkServer.GetAsync(major), Settings);

    /// <summary>A session of the caller's own on a server that serves Delta tables.</summary>
    public static async Task<SparkSession> NewSessionWithDeltaAsync(SparkMajor major) => await ConnectAsync(await SparkServer.GetWithDeltaAsync(major), DeltaSettings);

    private static async Task<SparkSession> ConnectAsync(SparkServer server, IReadOnlyDictionary<string, string> settings)
    {
        var connection = ConnectionString.Parse(server.Remote, "the test server", _ => null);
        return new SparkSession(await ConnectEngine.ConnectAsync(connection, settings, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _sessions.Values.Where(made => made.Value.IsCompletedSuccessfully))
            await (await made.Value).DisposeAsync();
        await SparkServer.StopOwnAsync();
    }
}
