using SparkPipelines.Sql;
using SparkPipelines.Sql.Connect;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>A session on a real Spark behind a proxy that can spoil the way to it.</summary>
internal sealed class Faulty : IAsyncDisposable
{
    /// <summary>Spark's own waits, but silence is looked into within a second.</summary>
    public static readonly RetryOptions SoonSuspicious = RetryOptions.Default with { SilenceTimeout = TimeSpan.FromSeconds(1) };

    /// <summary>Short waits, for faults that come one after the other.</summary>
    public static readonly RetryOptions Hasty = RetryOptions.Default with { MaxBackoff = TimeSpan.FromMilliseconds(400) };

    private static readonly Dictionary<string, string> Settings = new() { ["spark.sql.ansi.enabled"] = "true", ["spark.sql.session.timeZone"] = "UTC" };

    private Faulty(FaultProxy proxy, SparkSession session) => (Proxy, Session) = (proxy, session);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SparkMajor> EverySpark => [SparkMajor.Spark4, SparkMajor.Spark3];

    public FaultProxy Proxy { get; }

    public SparkSession Session { get; }

    public static async Task<Faulty> ConnectAsync(SparkMajor major, RetryOptions? retry = null)
    {
        var server = await SparkServer.GetAsync(major);
        return await ConnectAsync(server.Host, server.Port, retry: retry);
    }

    public static async Task<Faulty> ConnectAsync(string host, int port, string parameters = "", RetryOptions? retry = null)
    {
        var proxy = new FaultProxy(host, port);
        try
        {
            return new Faulty(proxy, await SessionAsync(proxy.Remote + parameters, retry));
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>A session that is nobody's default.</summary>
    public static async Task<SparkSession> SessionAsync(string remote, RetryOptions? retry = null) => new(await ConnectEngine.ConnectAsync(
        ConnectionString.Parse(remote, "the test", _ => null), Settings, Token, retry: retry));

    public async ValueTask DisposeAsync()
    {
        Proxy.Resume();
        Proxy.Accept();
        await Session.DisposeAsync();
        await Proxy.DisposeAsync();
    }
}
