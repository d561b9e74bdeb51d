using SparkPipelines.EngineTests.Harness;

namespace SparkPipelines.EngineTests.Cases;

/// <summary>All cases by name.</summary>
internal static class Catalogue
{
    public static IReadOnlyDictionary<string, EngineCase> All { get; } = new[]
    {
        ArithmeticCases.All, MathCases.All, TextCases.All, TimeCases.All, CollectionCases.All, AggregateCases.All, RelationCases.All, CastCases.All,
    }.SelectMany(group => group).ToDictionary(engineCase => engineCase.Name);
}
