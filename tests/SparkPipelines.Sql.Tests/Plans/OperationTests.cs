namespace SparkPipelines.Sql.Tests.Plans;

public sealed class OperationTests
{
    public static TheoryData<string> Operations => [.. OperationCases.All.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_MakesItsMessage(string operation) =>
        PlanJson.OfOperation(OperationCases.All[operation](PlanEngine.NewSession().Range(3))).ShouldBe(OperationMessages.All[operation]);

    [Fact]
    public void WithColumnsRenamed_BeforeSpark40_IsAMap() =>
        PlanJson.OfOperation(PlanEngine.NewSession("3.5.7").Range(3).WithColumnRenamed("id", "a")).ShouldBe(
            """{"withColumnsRenamed":{"input":in,"renameColumnsMap":{"id":"a"}}}""");

    [Fact]
    public void Join_WithAnUnknownType_NamesTheTypesThereAre()
    {
        var df = PlanEngine.NewSession().Range(3);

        Should.Throw<ArgumentException>(() => df.Join(df, ["id"], "sideways")).Message.ShouldBe(
            "There is no join type 'sideways'; use inner, cross, outer, full, fullouter, left, leftouter, right, rightouter, semi, leftsemi, anti or leftanti. (Parameter 'joinType')");
    }

    [Fact]
    public void Join_OfTwoSessions_IsRefused()
    {
        var df = PlanEngine.NewSession().Range(3);

        Should.Throw<ArgumentException>(() => df.Join(PlanEngine.NewSession().Range(3))).Message.ShouldBe(
            "Both DataFrames of an operation must come from one session; these come from two. (Parameter 'other')");
    }

    [Fact]
    public void Pivot_Twice_IsRefused() => Should.Throw<InvalidOperationException>(
        () => PlanEngine.NewSession().Range(3).GroupBy("a").Pivot("b").Pivot("c")).Message.ShouldBe("Pivot follows GroupBy once; it can't follow another Pivot.");

    [Fact]
    public void RandomSplit_OfAllWeights_CoversTheRange()
    {
        var parts = PlanEngine.NewSession().Range(3).RandomSplit([2, 1, 1], 7);

        parts.Select(part => (part.Relation.Sample.LowerBound, part.Relation.Sample.UpperBound)).ShouldBe([(0, 0.5), (0.5, 0.75), (0.75, 1)]);
        parts.ShouldAllBe(part => part.Relation.Sample.Seed == 7);
    }

    [Fact]
    public void Operations_GiveEveryRelationItsOwnId()
    {
        var df = PlanEngine.NewSession().Range(3);
        var ids = OperationCases.All.Values.Select(operation => operation(df).Relation.Common.PlanId).ToList();

        ids.Distinct().Count().ShouldBe(ids.Count);
    }
}
