using SparkPipelines.Sql;

namespace SparkPipelines.EngineTests.Harness;

/// <summary>One operation or function with edge values. Every engine runs it; Spark 4.2 says what is right.</summary>
/// <param name="Name">Unique; group, a dot, and what is tried: <c>math.abs</c>.</param>
/// <param name="Build">The query, on whichever session.</param>
internal sealed record EngineCase(string Name, Func<SparkSession, DataFrame> Build)
{
    /// <summary>Whether the plan sets the order of rows; otherwise rows are compared as a bag.</summary>
    public bool Ordered { get; init; }

    /// <summary>The first Spark that has the operation; older ones are not asked.</summary>
    public Version Since { get; init; } = new(3, 5);

    /// <summary>How far two floating-point numbers may lie apart, relative to the larger one; 0 compares bits.</summary>
    public double Tolerance { get; init; }

    /// <summary>The session's time zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    public EngineCase InOrder() => this with { Ordered = true };

    public EngineCase From(int major, int minor) => this with { Since = new Version(major, minor) };

    /// <summary>For functions of the mathematics library, whose last bits differ between C and Java.</summary>
    public EngineCase Within(double relative) => this with { Tolerance = relative };

    public EngineCase At(string timeZone) => this with { TimeZone = timeZone };
}
