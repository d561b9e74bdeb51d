using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Api;

public sealed class ExecutionInfoTests(Sparks sparks)
{
    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ExecutionInfo_IsOfTheLastActionOfTheDataFrame(SparkMajor major)
    {
        var spark = await sparks.GetAsync(major);
        var frame = spark.Range(0, 100, 1, 2).Filter(Col("id") % 10 == 0);
        frame.ExecutionInfo.ShouldBeNull();

        frame.Collect().Count().ShouldBe(10);
        var filter = frame.ExecutionInfo.ShouldNotBeNull().Metrics.Single(metrics => metrics.Name == "Filter");
        filter.Metrics["numOutputRows"].ShouldBe(new MetricValue("number of output rows", 10, "sum"));
        var range = frame.ExecutionInfo.Metrics.Single(metrics => metrics.Name == "Range");
        range.ParentId.ShouldBe(major == SparkMajor.Spark4 ? filter.PlanId : 0);
        range.Metrics["numOutputRows"].Value.ShouldBe(100);

        // A DataFrame that is made of it has its own; what it is asked itself counts.
        var collected = frame.ExecutionInfo;
        frame.Limit(1).Collect().Count().ShouldBe(1);
        frame.ExecutionInfo.ShouldBeSameAs(collected);
        foreach (var action in (Action[])[() => frame.Count(), () => frame.IsEmpty(), () => frame.Take(3), () => frame.Tail(3), () => frame.First(), () => frame.ShowString(), () => frame.ToHtml(), () => frame.ToArrow(), () => frame.ToDataFrame()])
        {
            var before = frame.ExecutionInfo;
            action();
            frame.ExecutionInfo.ShouldNotBeSameAs(before);
        }
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task IsCached_FollowsCacheAndUnpersist(SparkMajor major)
    {
        var spark = await sparks.GetAsync(major);
        var frame = spark.Range(7).WithColumn("is_cached_test", Lit(1));

        frame.IsCached().ShouldBeFalse();
        frame.Cache().IsCached().ShouldBeTrue();
        frame.Unpersist(blocking: true).IsCached().ShouldBeFalse();
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ToHtml_WithoutArguments_FollowsTheSession(SparkMajor major)
    {
        await using var spark = await Sparks.NewSessionAsync(major);
        var frame = spark.Range(30).Select(Concat(Lit("longer than it may be "), Col("id")).Alias("t")).Coalesce(1);

        spark.Conf().Set("spark.sql.repl.eagerEval.maxNumRows", 2);
        spark.Conf().Set("spark.sql.repl.eagerEval.truncate", 9);
        frame.ToHtml().ShouldBe(frame.ToHtml(20));
        spark.Conf().Set("spark.sql.repl.eagerEval.enabled", true);

        frame.ToHtml().ShouldBe("""
            <table border='1'>
            <tr><th>t</th></tr>
            <tr><td>longer...</td></tr>
            <tr><td>longer...</td></tr>
            </table>
            only showing top 2 rows

            """, StringCompareShould.IgnoreLineEndings);
    }
}
