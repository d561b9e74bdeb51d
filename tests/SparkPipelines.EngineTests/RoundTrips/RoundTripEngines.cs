using System.Collections.Concurrent;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;

namespace SparkPipelines.EngineTests.RoundTrips;

/// <summary>The engines that round trips run on, one session each for all tests, in the zone UTC.</summary>
internal static class RoundTripEngines
{
    public const string Embedded = "embedded";

    private static readonly ConcurrentDictionary<string, Lazy<Task<ISparkEngine>>> Engines = new();

    public static readonly string[] Names = [Embedded, "Spark4", "Spark3"];

    /// <summary>An engine; real Sparks skip the test where none is at hand.</summary>
    public static Task<ISparkEngine> GetAsync(string name) => Engines.GetOrAdd(name, key => new Lazy<Task<ISparkEngine>>(() => OpenAsync(key))).Value;

    /// <summary>Why an engine can't hold values of a type; null when it can.</summary>
    public static string? Lacks(ISparkEngine engine, DataType type) => type switch
    {
        VariantType when engine.Description.Version < new Version(4, 0) => "Variants came with Spark 4.0.",
        TimeType when engine.Description.Version < new Version(4, 1) => "Times of day came with Spark 4.1.",
        CalendarIntervalType when engine.Description.Version < new Version(4, 0) => "Spark 3.5 reads no calendar intervals from Arrow.",
        _ => null,
    };

    private static async Task<ISparkEngine> OpenAsync(string name)
    {
        var settings = new Dictionary<string, string> { ["spark.sql.session.timeZone"] = "UTC" };
        if (name == Embedded)
        {
            var embedded = EngineProvider.FindEmbedded() ?? throw new InvalidOperationException("The tests' own reference brings the embedded engine.");
            return await embedded.CreateAsync(settings, CancellationToken.None);
        }

        var major = Enum.Parse<SparkMajor>(name);
        if (major == SparkMajor.Spark4)
            settings["spark.sql.timeType.enabled"] = "true";
        var server = await SparkServer.GetAsync(major);
        return await ConnectEngine.ConnectAsync(ConnectionString.Parse(server.Remote, "the test", _ => null), settings, CancellationToken.None);
    }
}
