using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>Every relation, command, catalog request and kind of expression that the API makes, on real Spark, against SQL and against values.</summary>
public sealed class RelationCaseTests
{
    [Fact]
    public void Protocol_HasACaseOrAReasonForEveryPart()
    {
        var named = RelationCatalogue.All.Values.Select(relation => relation.Kind).ToHashSet(StringComparer.Ordinal);
        // A case of one choice is one of the whole.
        named.UnionWith(named.Where(kind => PlanKinds.All.Contains(kind[..Math.Max(kind.LastIndexOf('.'), 0)])).Select(kind => kind[..kind.LastIndexOf('.')]).ToList());

        named.Except(PlanKinds.All).ShouldBeEmpty();
        RelationExclusions.Reasons.Keys.Except(PlanKinds.All).ShouldBeEmpty();
        RelationExclusions.Reasons.Keys.Intersect(named).ShouldBeEmpty();
        PlanKinds.All.Except(named).Except(RelationExclusions.Reasons.Keys).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }
}

public sealed class RelationsOnSpark42Tests(RelationPlaces places) : IClassFixture<RelationPlaces>
{
    public static TheoryData<string> Cases => [.. RelationCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Relation_AnswersAsItsSqlDoes(string name) => places.RunAsync(SparkMajor.Spark4, RelationCatalogue.All[name]);
}

public sealed class RelationsOnSpark35Tests(RelationPlaces places) : IClassFixture<RelationPlaces>
{
    public static TheoryData<string> Cases => [.. RelationCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Relation_AnswersAsItsSqlDoesOrIsTooNew(string name) => places.RunAsync(SparkMajor.Spark3, RelationCatalogue.All[name]);
}
