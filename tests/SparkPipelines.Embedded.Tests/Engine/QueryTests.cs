using System.Text.RegularExpressions;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Embedded.Tests.Engine;

public sealed class QueryTests(EmbeddedFixture fixture) : IClassFixture<EmbeddedFixture>
{
    private SparkSession Spark => fixture.Spark;

    [Fact]
    public void WithColumn_ThousandsDeep_RunsInOneGo()
    {
        var frame = Spark.Range(3);
        for (var i = 0; i < 1500; i++)
            frame = frame.WithColumn("id", Col("id") + Lit(1));

        Ids(frame).ShouldBe([1500L, 1501L, 1502L]);
    }

    [Fact]
    public void Select_DeepExpression_DoesNotOverflowTheStack()
    {
        var sum = Col("id");
        for (var i = 0; i < 200; i++)
            sum += Lit(1);

        Ids(Spark.Range(1).Select(sum.Alias("id"))).ShouldBe([200L]);
    }

    [Fact]
    public void Select_ThousandNestedCalls_AreComputedInStages()
    {
        var frame = Spark.Range(2).Select(
            Nested(Col("id"), 1000, value => value + Lit(1)).Alias("sum"),
            Nested(Lit("x"), 1000, value => Concat(value, Lit("y"))).Alias("text"),
            Nested(Concat(Lit("é"), Col("id")), 1000, Upper).Alias("upper"),
            // What is not chosen is not computed, however deep it lies.
            When(Col("id") >= Lit(0), Lit(1)).Otherwise(Nested(Lit(1) / Lit(0), 100, value => value + Lit(1))).Alias("chosen"));

        frame.Collect().Select(row => row.ToString()).ShouldBe([$"[1000,x{new string('y', 1000)},É0,1.0]", $"[1001,x{new string('y', 1000)},É1,1.0]"]);
        Ids(Spark.Range(5).Filter(Nested(Col("id"), 100, value => value + Lit(1)) > Lit(102))).ShouldBe([3L, 4L]);
    }

    [Fact]
    public async Task Select_CallsThatNameAnArgumentTwice_DoNotMultiplyTheirSql()
    {
        var ten = await SqlLengthAsync(10);

        (await SqlLengthAsync(20)).ShouldBeLessThan(3 * ten);

        async Task<int> SqlLengthAsync(int depth)
        {
            var frame = Spark.Range(1).Select(Nested(Col("id").Cast("string"), depth, Upper).Alias("text"));
            return (await SqlAsync(frame)).Length;
        }
    }

    /// <summary>DuckDB leaves the order of joins as it is where a SELECT lies between them.</summary>
    [Fact]
    public async Task Join_ManyTables_IsOneChainInWhateverOrderTheyCome()
    {
        var dimension = Spark.Range(3).WithColumn("size", Col("id") * Lit(2));
        var frame = Spark.Range(4).Join(dimension, "id").Filter(Col("size") > Lit(0)).Select("id").Join(dimension.Join(Spark.Range(9), "id"), ["id"], "left");

        var sql = await SqlAsync(frame);

        Regex.Replace(sql, @"\(SELECT range AS a\d+ FROM range\([^)]*\)\)", "rows").ShouldBe(
            "SELECT a0, a4 FROM (SELECT a0, a4 FROM (SELECT * FROM (rows JOIN (SELECT a1, (a1 * CAST(CAST(2 AS INTEGER) AS BIGINT)) AS a2 FROM rows) ON (a0 = a1) AND (a2 > CAST(CAST(0 AS INTEGER) AS BIGINT)))"
            + " LEFT JOIN ((SELECT a3, (a3 * CAST(CAST(2 AS INTEGER) AS BIGINT)) AS a4 FROM rows) JOIN rows ON (a3 = a5)) ON (a0 = a3)))");
        Ids(frame.OrderBy("id")).ShouldBe([1L, 2L]);
    }

    [Theory]
    [InlineData("t LIKE 'a%'", "LIKE 'a%')")]
    [InlineData("t LIKE '50!%' ESCAPE '#'", "LIKE '50!%')")]
    [InlineData("t LIKE '50!%' ESCAPE '!'", "LIKE '50!%' ESCAPE '!')")]
    [InlineData("t LIKE t", @"ESCAPE '\')")]
    public async Task Filter_Like_HasAnEscapeOnlyWhereThePatternHoldsOne(string condition, string expected) =>
        (await SqlAsync(Spark.Range(1).Select(Lit("text").Alias("t")).Filter(condition))).ShouldContain(expected);

    private static async Task<string> SqlAsync(DataFrame frame)
    {
        var text = await frame.ExplainStringAsync("extended", TestContext.Current.CancellationToken);
        return text[..text.IndexOf("\n\n== Physical Plan ==", StringComparison.Ordinal)]["== DuckDB SQL ==\n".Length..];
    }

    private static Column Nested(Column value, int times, Func<Column, Column> call)
    {
        for (var i = 0; i < times; i++)
            value = call(value);
        return value;
    }

    [Fact]
    public void OrderBy_ColumnThatTheSelectLeftOut_SortsByIt()
    {
        var frame = Spark.Range(4).WithColumn("key", -Col("id")).Select("id").OrderBy("key");

        Ids(frame).ShouldBe([3L, 2L, 1L, 0L]);
        frame.Columns().ShouldBe(["id"]);
    }

    [Fact]
    public void Join_WithColumnsOfBothFrames_TellsThemApart()
    {
        var left = Spark.Range(4);
        var right = Spark.Range(2, 6).WithColumn("twice", Col("id") * Lit(2));

        var joined = left.Join(right, left["id"] == right["id"]).Select(left["id"], right["twice"].Alias("twice")).OrderBy("id");

        joined.Collect().Select(row => (row.GetAs<long>(0), row.GetAs<long>(1))).ShouldBe([(2L, 4L), (3L, 6L)]);
    }

    [Fact]
    public void Join_WithItself_IsAmbiguousByFrame()
    {
        var frame = Spark.Range(2);

        Should.Throw<AnalysisException>(() => frame.Join(frame, frame["id"] == frame["id"]).Collect()).ErrorClass.ShouldBe("AMBIGUOUS_COLUMN_REFERENCE");
    }

    [Fact]
    public void Sum_OfDecimalProductsBeyond64Bits_IsExact()
    {
        var big = Spark.Range(2).Select(Expr("cast('1234567890123.45' as decimal(15,2))").Alias("a"));

        big.Agg(Sum(Col("a") * Col("a")).Alias("s")).Select(Col("s").Cast("string")).Collect().Single().GetAs<string>(0).ShouldBe("3048315750647733824112479.8050");
    }

    [Fact]
    public void Show_CutsAndCounts_AsSparkPrints()
    {
        var shown = Spark.Range(3).Select(Col("id"), Lit("a text that is longer than twenty").Alias("text")).ShowString(2);

        shown.ShouldBe("""
            +---+--------------------+
            | id|                text|
            +---+--------------------+
            |  0|a text that is lo...|
            |  1|a text that is lo...|
            +---+--------------------+
            only showing top 2 rows
            """);
    }

    [Fact]
    public void View_KeepsWhatItWasMadeOf_WhenAnotherTakesItsSourcesName()
    {
        Spark.Range(1).CreateOrReplaceTempView("source_of_view");
        Spark.Table("source_of_view").CreateOrReplaceTempView("kept_view");
        Spark.Range(5).CreateOrReplaceTempView("source_of_view");

        Spark.Table("kept_view").Count().ShouldBe(1);
        Spark.Table("source_of_view").Count().ShouldBe(5);
    }

    [Fact]
    public void Schema_OfAPlan_RunsNothing() =>
        Spark.Range(1).Select(Expr("raise_error('not run')").Alias("e"), (Col("id") / Lit(2)).Alias("half")).Schema()
            .ShouldBe(new StructType(new StructField("e", new NullType()), new StructField("half", new DoubleType())));

    private static List<long> Ids(DataFrame frame) => [.. frame.Collect().Select(row => row.GetAs<long>(0))];
}
