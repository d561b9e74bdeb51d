using System.Collections.Concurrent;
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
public sealed class Engines : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new() { ["spark.sql.ansi.enabled"] = "true", ["spark.sql.session.timeZone"] = "UTC" };

    private readonly ConcurrentDictionary<Engine, Lazy<Task<(SparkSession Session, SemaphoreSlim Turn)>>> _sessions = [];

    /// <summary>The engine's session, made when it is first asked for, and whose turn it is on it.</summary>
    internal Task<(SparkSession Session, SemaphoreSlim Turn)> GetAsync(Engine engine) =>
        _sessions.GetOrAdd(engine, key => new(async () => (await CreateAsync(key), new SemaphoreSlim(1, 1)))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _sessions.Values.Where(made => made.Value.IsCompletedSuccessfully))
        {
            var (session, turn) = await made.Value;
            await session.DisposeAsync();
            turn.Dispose();
        }
    }

    private static Task<SparkSession> CreateAsync(Engine engine) => engine switch
    {
        Engine.Embedded => EmbeddedAsync(),
        Engine.Spark35 => ConnectAsync(SparkMajor.Spark3),
        _ => ConnectAsync(SparkMajor.Spark4),
    };

    private static async Task<SparkSession> EmbeddedAsync()
    {
        var embedded = EngineProvider.FindEmbedded() ?? throw new InvalidOperationException("The tests' own reference brings the embedded engine.");
        return new SparkSession(await embedded.CreateAsync(Settings, CancellationToken.None));
    }

    private static async Task<SparkSession> ConnectAsync(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        var connection = ConnectionString.Parse(server.Remote, "the test server", _ => null);
        return new SparkSession(await ConnectEngine.ConnectAsync(connection, Settings, CancellationToken.None));
    }
}
