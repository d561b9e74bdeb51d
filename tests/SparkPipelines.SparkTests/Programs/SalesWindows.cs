using SparkPipelines.Sql;
using SparkPipelines.Sql.Expressions;
using static SparkPipelines.Sql.Functions;
using Window = SparkPipelines.Sql.Expressions.Window;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Ranks, running sums, pivots and subtotals over sales. Argument: a CSV file.</summary>
internal sealed class SalesWindows : IExample
{
    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("Sales").GetOrCreate();

        DataFrame sales = spark.Read().Option("header", true).Schema("day DATE, shop STRING, item STRING, amount DECIMAL(9,2)").Csv(args[0]);

        WindowSpec byDay = Window.PartitionBy("shop").OrderBy("day");
        WindowSpec untilNow = byDay.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow);
        sales
            .WithColumn("running", Sum("amount").Over(untilNow))
            .WithColumn("before", Lag("amount", 1).Over(byDay))
            .WithColumn("change", Col("amount") - Col("before"))
            .WithColumn("no", RowNumber().Over(byDay))
            .OrderBy("shop", "day")
            .Show();

        WindowSpec byAmount = Window.PartitionBy(Col("shop")).OrderBy(Col("amount").Desc());
        sales
            .Select(
                Col("shop"), Col("item"), Col("amount"), Rank().Over(byAmount).As("rank"), DenseRank().Over(byAmount).As("dense"),
                Ntile(2).Over(byAmount).As("half"), Round(PercentRank().Over(byAmount), 2).As("percent"))
            .Filter(Col("rank").Leq(2))
            .OrderBy("shop", "rank", "item")
            .Show();

        WindowSpec threeDays = Window.PartitionBy("shop").OrderBy(DateDiff(Col("day"), Lit("2026-01-01").Cast("date"))).RangeBetween(-2, 0);
        sales.Select(Col("shop"), Col("day"), Max("amount").Over(threeDays).Alias("best of three days")).OrderBy("shop", "day").Show();

        sales.GroupBy("shop").Pivot("item", new object[] { "apples", "pears" }).Sum("amount").OrderBy("shop").Show();
        sales.GroupBy("item").Pivot("shop").Agg(Count("day").Alias("sales"), Min("amount").Alias("least")).OrderBy("item").Show();
        sales.Rollup("shop", "item").Agg(Sum("amount").Alias("amount"), GroupingId("shop", "item").Alias("level"))
            .OrderBy(Col("shop").AscNullsLast(), Col("item").AscNullsLast()).Show();
        sales.Cube(Col("shop"), Col("item")).Agg(Avg("amount").Cast("decimal(9,2)").Alias("mean"))
            .Filter(Col("shop").IsNull()).OrderBy(Col("item").AscNullsFirst()).Show();

        sales.Describe("amount").Show();
        Console.WriteLine(string.Join(" ", sales.Stat().ApproxQuantile("amount", new[] { 0.0, 0.5, 1.0 }, 0.0)));

        spark.Stop();
    }
}
