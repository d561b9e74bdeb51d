using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Sql.Tests.Session;

/// <summary>What a session does beyond making plans, on real Sparks.</summary>
public sealed class SessionOnSparkTests
{
    public static TheoryData<SparkMajor> EverySpark => [SparkMajor.Spark4, SparkMajor.Spark3];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Sql_WithParameters_TakesThemAsValues(SparkMajor major)
    {
        await using var spark = await ConnectAsync(major);

        var named = await spark.SqlAsync("SELECT :a + 1 AS x, :b AS y", new Dictionary<string, object?> { ["a"] = 41, ["b"] = "'; DROP" }, Token);
        var positional = await spark.SqlAsync("SELECT ? AS x, ? AS y", [1, null], Token);

        (await named.CollectAsync(Token)).ShouldHaveSingleItem().Values.ShouldBe([42, "'; DROP"]);
        (await positional.CollectAsync(Token)).ShouldHaveSingleItem().Values.ShouldBe([1, null]);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Join_OfTwoFramesOfOneSource_KeepsTheSidesApart(SparkMajor major)
    {
        await using var spark = await ConnectAsync(major);
        var all = spark.Range(5).WithColumn("twice", Col("id") * 2);
        var small = all.Filter(Col("id") < 4);
        var large = all.Filter(Col("id") > 2);

        var pairs = small.Join(large, small["twice"] == large["id"]).Select(small["id"], large["twice"]);

        (await pairs.CollectAsync(Token)).ShouldHaveSingleItem().Values.ShouldBe([2L, 8L]);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task CreateDataFrame_AboveTheInlineSize_SendsTheRowsAhead(SparkMajor major)
    {
        await using var spark = await ConnectAsync(major);
        var rows = Enumerable.Range(0, 200_000).Select(i => new Item(i, i % 3 == 0 ? null : $"item {i}"));

        var df = await Task.Run(() => spark.CreateDataFrame(rows), Token);

        df.Relation.LocalRelation.ShouldBeNull();
        var sums = await df.Agg(Sum("Id"), Count("Name")).CollectAsync(Token);
        sums.ShouldHaveSingleItem().Values.ShouldBe([19_999_900_000L, 133_333L]);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Observe_GivesMetricsOfTheAction(SparkMajor major)
    {
        await using var spark = await ConnectAsync(major);
        var observation = new Observation();

        await spark.Range(10).Observe(observation, Count("*").Alias("rows"), Max("id").Alias("largest")).CountAsync(Token);

        (await observation.GetAsync(Token)).OrderBy(metric => metric.Key).Select(metric => (metric.Key, metric.Value)).ShouldBe([("largest", 9L), ("rows", 10L)]);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task NewSession_HasItsOwnConfigurationAndViews(SparkMajor major)
    {
        await using var spark = await ConnectAsync(major);
        await spark.Conf().SetAsync("spark.sql.shuffle.partitions", "7", Token);
        await spark.Range(3).CreateOrReplaceTempViewAsync("mine", Token);

        await using var other = await spark.NewSessionAsync(Token);

        (await spark.Conf().GetAsync("spark.sql.shuffle.partitions", Token)).ShouldBe("7");
        (await other.Conf().GetAsync("spark.sql.shuffle.partitions", Token)).ShouldNotBe("7");
        (await spark.Catalog.TableExistsAsync("mine", Token)).ShouldBeTrue();
        (await other.Catalog.TableExistsAsync("mine", Token)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task EmptyDataFrame_HasNoRows(SparkMajor major)
    {
        await using var spark = await ConnectAsync(major);

        (await spark.EmptyDataFrame().CountAsync(Token)).ShouldBe(0);
        (await spark.EmptyDataFrame(await spark.Range(1).SchemaAsync(Token)).IsEmptyAsync(Token)).ShouldBeTrue();
    }

    private static async Task<SparkSession> ConnectAsync(SparkMajor major) =>
        await SparkSession.Builder().Remote((await SparkServer.GetAsync(major)).Remote).CreateAsync(Token);

    private sealed record Item(int Id, string? Name);
}
