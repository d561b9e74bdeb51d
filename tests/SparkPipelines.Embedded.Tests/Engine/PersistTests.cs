using System.Text.RegularExpressions;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Embedded.Tests.Engine;

/// <summary>Persisting on the embedded engine, beyond what it has in common with Spark.</summary>
public sealed partial class PersistTests(EmbeddedFixture fixture) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SparkSession Spark => fixture.Spark;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Spark.Catalog.ClearCache();
        _folder.Dispose();
    }

    [Fact]
    public async Task Cache_ManyActionsAtOnce_SeeTheSameRandomNumbers()
    {
        var frame = Spark.Range(1000).SelectExpr("id", "rand() AS r").Cache();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Texts(i % 2 == 0 ? frame : frame.Filter("r >= 0")), Token)));

        all.ShouldAllBe(rows => rows.SequenceEqual(all[0]));
    }

    [Fact]
    public async Task Explain_OfAPersistedPlan_ShowsTheTableOnceItIsThere()
    {
        var frame = Spark.Range(1, 8).Filter("id > 2").Cache();
        var above = frame.Filter("id < 6");

        (await TableAsync(above)).ShouldBeEmpty();
        above.Count().ShouldBe(3);
        var table = await TableAsync(above);
        table.ShouldNotBeEmpty();
        (await TableAsync(frame)).ShouldBe(table);
        above.Collect().Select(row => row.GetAs<long>("id")).ShouldBe([3, 4, 5]);
        frame.Unpersist();
        (await TableAsync(above)).ShouldBeEmpty();
        above.Count().ShouldBe(3);
    }

    [Fact]
    public async Task Cache_ActionThatIsInterrupted_LeavesNothing()
    {
        // More pairs than could be counted in days.
        var frame = Spark.Range(1_000_000_000_000).CrossJoin(Spark.Range(1_000_000).ToDF("other")).Filter("(id * other) % 7 = 3").Agg(Count(Lit(1)).Alias("n")).Cache();
        var action = frame.CollectAsync(Token);

        while ((await Spark.InterruptAllAsync(Token)).Count == 0)
            await Task.Yield();

        (await Should.ThrowAsync<SparkException>(action)).ErrorClass.ShouldBe("OPERATION_CANCELED");
        (await TableAsync(frame)).ShouldBeEmpty();
        frame.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        frame.Unpersist().StorageLevel().ShouldBe(StorageLevel.NONE);
    }

    [Fact]
    public void Cache_AnotherTimeZone_IsAnotherPlanWhereTimesAreRead()
    {
        var path = _folder.Write("t.csv", "2020-01-01 00:00:00,1\n");
        DataFrame Read() => Spark.Read().Schema("t TIMESTAMP, n INT").Csv(path);
        var hours = Read().Select(Hour(Col("t").Cast("string").Cast("timestamp")).Alias("h"), UnixTimestamp(Col("t")).Alias("s")).Cache();
        var range = Spark.Range(77).Cache();
        Texts(hours).ShouldBe(["0|1577836800"]);

        Spark.Conf().Set("spark.sql.session.timeZone", "America/New_York");
        try
        {
            Texts(hours).ShouldBe(["0|1577854800"]);
            range.StorageLevel().ShouldBe(StorageLevel.MEMORY_AND_DISK);
        }
        finally
        {
            Spark.Conf().Set("spark.sql.session.timeZone", "UTC");
        }

        Texts(hours).ShouldBe(["0|1577836800"]);
    }

    [Fact]
    public void Cache_PlansThatDifferInOnePart_AreTold()
    {
        var rows = Spark.Range(6).Select(Col("id"), (Col("id") % 2).Alias("k"), Col("id").Cast("string").Alias("s"));
        DataFrame[] frames =
        [
            rows.GroupBy("k").Agg(Sum("id").Alias("v")),
            rows.GroupBy("k").Agg(Max("id").Alias("v")),
            rows.GroupBy("k").Agg(SumDistinct(Col("id")).Alias("v")),
            rows.Rollup("k").Agg(Sum("id").Alias("v")),
            rows.Cube("k").Agg(Sum("id").Alias("v")).Filter("k IS NULL"),
            rows.Select(Expr("transform(array(id, k), x -> x + id)").Alias("v")),
            rows.Select(Expr("transform(array(id, k), (x, i) -> x + i)").Alias("v")),
            rows.Select(Expr("sum(id) OVER (PARTITION BY k ORDER BY id)").Alias("v")),
            rows.Select(Expr("sum(id) OVER (PARTITION BY k ORDER BY id DESC)").Alias("v")),
            rows.Select(Expr("sum(id) OVER (PARTITION BY k ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)").Alias("v")),
            rows.Select(Expr("named_struct('a', id)").Alias("v")),
            rows.Select(Expr("named_struct('b', id)").Alias("v")),
            rows.Select(Col("id") < 3),
            rows.Select(Col("id") > 3),
            rows.Select(Lit(1.0)),
            rows.Select(Lit(-0.0)),
            rows.Select(Lit(0.0)),
            rows.Sort("k", "id"),
            rows.Sort(Col("k").Desc(), Col("id")),
            rows.Limit(2),
            rows.Offset(2),
            rows.DropDuplicates("k").Select("k"),
            rows.Union(rows),
            rows.Union(rows.Filter("id > 2")),
            rows.Intersect(rows.Filter("id > 2")),
            rows.ExceptAll(rows.Filter("id > 2")),
            rows.As("a").Join(rows.As("b"), ["id"], "inner"),
            rows.As("a").Join(rows.As("b"), ["id"], "left_anti"),
            rows.Select(Explode(Array(Col("id"), Col("k")))),
            rows.Select(ExplodeOuter(Array(Col("id"), Col("k")))),
            rows.Sample(0.5, seed: 7L),
            rows.Sample(0.5, seed: 8L),
        ];
        var expected = frames.Select(Texts).ToList();

        foreach (var frame in frames)
            frame.Cache();

        frames.Select(Texts).ShouldBe(expected);
        frames.Select(Texts).ShouldBe(expected);
        frames.Select((frame, i) => frames.Skip(i + 1).Count(other => frame.SameSemantics(other))).Sum().ShouldBe(0);
    }

    [Fact]
    public async Task Sessions_HaveTheirOwn_AndWritesOfOneReachTheOther()
    {
        var path = Path.Combine(_folder.Path, "rows");
        await using var other = await Spark.NewSessionAsync(Token);
        Spark.Range(2).Write().Parquet(path);
        var mine = Spark.Read().Parquet(path).Cache();
        Texts(mine).ShouldBe(["0", "1"]);

        other.Read().Parquet(path).StorageLevel().ShouldBe(StorageLevel.NONE);
        other.Range(9, 10).Write().Mode(SaveMode.Overwrite).Parquet(path);
        Texts(mine).ShouldBe(["9"]);
    }

    [Fact]
    public void ClearCache_PersistsNothingAnyMore()
    {
        DataFrame[] frames = [Spark.Range(81).Cache(), Spark.Range(82).Cache()];
        frames[0].Count().ShouldBe(81);

        Spark.Catalog.ClearCache();
        frames.ShouldAllBe(frame => frame.StorageLevel() == StorageLevel.NONE);
    }

    [Fact]
    public void Cache_RowsWithoutColumns_KeepTheirNumber()
    {
        var frame = Spark.Range(7).Select().Cache();

        frame.Count().ShouldBe(7);
        frame.Count().ShouldBe(7);
    }

    [Fact]
    public void Cache_OrderedRows_KeepTheirOrder()
    {
        var frame = Spark.Range(300_000).Select((Col("id") * 7919 % 300_007).Alias("x")).Sort("x").Cache();

        var rows = frame.Collect().Select(row => row.GetAs<long>("x")).ToList();
        frame.Collect().Select(row => row.GetAs<long>("x")).ShouldBe(rows);
        rows.ShouldBeInOrder();
    }

    [GeneratedRegex("kept_[0-9]+")]
    private static partial Regex Table();

    private static async Task<string> TableAsync(DataFrame frame) => Table().Match(await frame.ExplainStringAsync(cancellationToken: Token)).Value;

    private static string[] Texts(DataFrame frame) => [.. frame.Collect().Select(row => row.ToString()!.Trim('[', ']').Replace(',', '|')).Order(StringComparer.Ordinal)];
}
