using SparkPipelines.Sql.Plans;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Plans;

public sealed class ServerRequirementsTests
{
    private static readonly IReadOnlyDictionary<string, (Func<DataFrame, DataFrame> Operation, string Message)> TooNew =
        new Dictionary<string, (Func<DataFrame, DataFrame> Operation, string Message)>
        {
            ["TryCast"] = (df => df.Select(Coalesce(Col("id").TryCast("int"))), "Column.TryCast needs Spark 4.0"),
            ["Transpose"] = (df => df.Transpose(), "DataFrame.Transpose needs Spark 4.0"),
            ["GroupingSets"] = (df => df.GroupingSets([[Col("id")]], Col("id")).Count(), "DataFrame.GroupingSets needs Spark 4.0"),
            ["Scalar"] = (df => df.Filter(Col("id") == df.Scalar()), "A DataFrame as a subquery needs Spark 4.0"),
            ["LateralJoin"] = (df => df.LateralJoin(df), "DataFrame.LateralJoin needs Spark 4.0"),
            ["Tvf"] = (df => df.SparkSession.Tvf().Collations(), "SparkSession.Tvf needs Spark 4.0"),
            ["RepartitionById"] = (df => df.RepartitionById(2, Col("id")), "DataFrame.RepartitionById needs Spark 4.1"),
            ["time"] = (df => df.Select(Lit(TimeOnly.MinValue)), "A literal of a time needs Spark 4.1"),
        };

    public static TheoryData<string> Operations => [.. TooNew.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Action_OnAServerTooOld_IsRefusedByName(string operation)
    {
        var (make, message) = TooNew[operation];
        var df = make(PlanEngine.NewSession("3.5.7").Range(3));

        (await Should.ThrowAsync<SparkUnsupportedOperationException>(() => df.CollectAsync(TestContext.Current.CancellationToken))).Message.ShouldBe(
            $"{message} or newer; nowhere answers with Spark 3.5.7.");
    }

    [Theory]
    [MemberData(nameof(OperationTests.Operations), MemberType = typeof(OperationTests))]
    public void Check_OfAnyOperation_PassesOnTheNewest(string operation) => Should.NotThrow(() => ServerRequirements.Check(
        OperationCases.All[operation](PlanEngine.NewSession().Range(3)).Relation.ToPlan(), new("Spark", new Version(4, 2, 1), "nowhere")));
}
