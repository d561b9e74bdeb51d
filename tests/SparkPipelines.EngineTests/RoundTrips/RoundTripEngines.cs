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

    /// <summary>A part of what an engine says that can't hold values of a type; null when it can. A gap that closes fails its test.</summary>
    public static string? Refusal(ISparkEngine engine, DataType type) => (type, engine.Description) switch
    {
        (CalendarIntervalType, { IsEmbedded: true }) => "The embedded engine does not have the type 'interval';",
        (VariantType, { IsEmbedded: true }) => "The embedded engine does not have the type 'variant';",
        (CalendarIntervalType, { Version.Major: 3 }) => "[UNSUPPORTED_ARROWTYPE] Unsupported arrow type Interval(MONTH_DAY_NANO).",
        // It takes JSON that it can't read for DDL.
        (VariantType or TimeType, { Version.Major: 3 }) => "[PARSE_SYNTAX_ERROR] Syntax error at or near '{'.",
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
        {
            settings["spark.sql.timeType.enabled"] = "true";
        }
        else
        {
            // What Spark 4 does by default: days before 1582 are written as they are.
            settings["spark.sql.parquet.datetimeRebaseModeInWrite"] = "CORRECTED";
            settings["spark.sql.parquet.int96RebaseModeInWrite"] = "CORRECTED";
        }

        var server = await SparkServer.GetAsync(major);
        return await ConnectEngine.ConnectAsync(ConnectionString.Parse(server.Remote, "the test", _ => null), settings, CancellationToken.None);
    }
}
