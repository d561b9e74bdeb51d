using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>
/// A Spark 4.2.1 that ends streams after little, hands out no large results, forgets sessions and operations soon, and wants a token. It starts with the first test that needs
/// it and ends with the process.
/// </summary>
internal static class LimitedSpark
{
    public const string Token = "correct-horse-battery";

    private static readonly Lazy<Task<OwnSpark>> Server = new(() => OwnSpark.StartWithAsync(SparkMajor.Spark4, new Dictionary<string, string>
    {
        ["spark.connect.authenticate.token"] = Token,
        ["spark.driver.maxResultSize"] = "16m",
        ["spark.connect.execute.reattachable.senderMaxStreamSize"] = "64k",
        ["spark.connect.execute.reattachable.senderMaxStreamDuration"] = "500ms",
        ["spark.connect.execute.manager.detachedTimeout"] = "5s",
        ["spark.connect.execute.manager.maintenanceInterval"] = "500ms",
        ["spark.connect.session.manager.defaultSessionTimeout"] = "10s",
        ["spark.connect.session.manager.maintenanceInterval"] = "500ms",
    }));

    /// <summary>What follows the address in a connection string.</summary>
    public static string Parameters => $"/;token={Token}";

    public static Task<OwnSpark> GetAsync() => Server.Value;

    public static async Task<Faulty> ConnectAsync(RetryOptions? retry = null)
    {
        var server = await GetAsync();
        return await Faulty.ConnectAsync(server.Host, server.Port, Parameters, retry);
    }
}
