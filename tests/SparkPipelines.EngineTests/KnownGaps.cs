using SparkPipelines.EngineTests.Harness;

namespace SparkPipelines.EngineTests;

/// <summary>All differences from Spark 4.2 that are known, each with its reason.</summary>
internal static class KnownGaps
{
    public static IReadOnlyList<KnownGap> All { get; } = [];
}
