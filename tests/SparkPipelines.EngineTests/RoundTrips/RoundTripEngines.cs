using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;

namespace SparkPipelines.EngineTests.RoundTrips;

/// <summary>The engines that round trips run on.</summary>
internal static class RoundTripEngines
{
    public static readonly string[] Names = ["Spark4", "Spark3"];

    /// <summary>An engine with the session zone UTC; real Sparks skip where none is at hand.</summary>
    public static async Task<ISparkEngine> OpenAsync(string name)
    {
        var settings = new Dictionary<string, string> { ["spark.sql.session.timeZone"] = "UTC" };
        var server = await SparkServer.GetAsync(Enum.Parse<SparkMajor>(name));
        return await ConnectEngine.ConnectAsync(ConnectionString.Parse(server.Remote, "the test", _ => null), settings, TestContext.Current.CancellationToken);
    }

    /// <summary>Why an engine can't hold values of a type; null when it can.</summary>
    public static string? Lacks(ISparkEngine engine, DataType type) => type switch
    {
        VariantType when engine.Description.Version < new Version(4, 0) => "Variants came with Spark 4.0.",
        TimeType when engine.Description.Version < new Version(4, 1) => "Times of day came with Spark 4.1.",
        _ => null,
    };
}
