using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Plans;

public sealed class ProjectionTests
{
    private readonly SparkSession _spark = PlanEngine.NewSession();

    [Fact]
    public void Select_OfNamesAndColumns_IsAProject() => PlanJson.Of(_spark.Range(3).Select(Col("id"), Lit(1).Alias("one"), Col("*"))).ShouldBe(
        """
        {"common":{"planId":"1"},"project":{"input":{"common":{"planId":"2"},"range":{"start":"0","end":"3","step":"1"}},
        "expressions":[{"unresolvedAttribute":{"unparsedIdentifier":"id"}},{"alias":{"expr":{"literal":{"integer":1}},"name":["one"]}},{"unresolvedStar":{}}]}}
        """.ReplaceLineEndings(""));

    [Fact]
    public void Indexer_CarriesThePlanOfItsDataFrame()
    {
        var left = _spark.Range(3);

        PlanJson.Of(left.Filter(left["id"] > 1)).ShouldBe(
            """
            {"common":{"planId":"1"},"filter":{"input":{"common":{"planId":"2"},"range":{"start":"0","end":"3","step":"1"}},
            "condition":{"unresolvedFunction":{"functionName":">","arguments":[{"unresolvedAttribute":{"unparsedIdentifier":"id","planId":"2"}},{"literal":{"integer":1}}]}}}}
            """.ReplaceLineEndings(""));
    }
}
