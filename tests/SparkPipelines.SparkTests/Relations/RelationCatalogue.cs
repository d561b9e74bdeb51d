using SparkPipelines.SparkTests.Relations.Cases;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>All cases by name.</summary>
internal static class RelationCatalogue
{
    public static IReadOnlyDictionary<string, RelationCase> All { get; } = new[]
    {
        AggregateCases.All,
        AnalysisCases.All,
        CatalogCases.All,
        CommandCases.All,
        JoinCases.All,
        ReshapingCases.All,
        SelectionCases.All,
        SetCases.All,
        SourceCases.All,
        StatisticsCases.All,
        SubqueryCases.All,
    }.SelectMany(cases => cases).ToDictionary(relation => relation.Name, StringComparer.Ordinal);
}
