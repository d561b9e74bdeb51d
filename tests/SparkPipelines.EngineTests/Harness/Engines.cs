using SparkPipelines.Sql;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.TestSupport;

namespace SparkPipelines.EngineTests.Harness;

/// <summary>The engines that are compared.</summary>
internal enum Engine
{
    Embedded,
    Spark35,

    /// <summary>The oracle.</summary>
    Spark42,
}

/// <summary>One session on each engine for all cases; ANSI mode everywhere, which Spark 3.5 has to be told.</summary>
public sealed class Engines : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new() { ["spark.sql.ansi.enabled"] = "true", ["spark.sql.session.timeZone"] = "UTC" };

    private readonly Dictionary<Engine, (SparkSession Session, SemaphoreSlim Turn)> _sessions = [];

    internal (SparkSession Session, SemaphoreSlim Turn) this[Engine engine] => _sessions[engine];

    public async ValueTask InitializeAsync()
    {
        _sessions[Engine.Spark42] = (await ConnectAsync(SparkMajor.Spark4), new(1, 1));
        _sessions[Engine.Spark35] = (await ConnectAsync(SparkMajor.Spark3), new(1, 1));
        var embedded = EngineProvider.FindEmbedded() ?? throw new InvalidOperationException("The tests' own reference brings the embedded engine.");
        _sessions[Engine.Embedded] = (new SparkSession(await embedded.CreateAsync(Settings, CancellationToken.None)), new(1, 1));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (session, turn) in _sessions.Values)
        {
            await session.DisposeAsync();
            turn.Dispose();
        }
    }

    private static async Task<SparkSession> ConnectAsync(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        var connection = ConnectionString.Parse(server.Remote, "the test server", _ => null);
        return new SparkSession(await ConnectEngine.ConnectAsync(connection, Settings, CancellationToken.None));
    }
}
