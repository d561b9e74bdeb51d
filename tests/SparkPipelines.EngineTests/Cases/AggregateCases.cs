using SparkPipelines.EngineTests.Harness;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Expressions;
using Windows = SparkPipelines.Sql.Expressions.Window;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class AggregateCases
{
    private const double Summed = 1e-14;

    public static IEnumerable<EngineCase> All =>
    [
        ByKey("aggregate.count", t => [Count(Lit(1)), Count(t["v"]), CountDistinct(t["v"]), CountDistinct(t["v"], t["t"])]),
        ByKey("aggregate.sum", t => [Sum(t["v"]), Sum(t["m"]), Sum(t["d"]), SumDistinct(t["v"])]).Within(Summed),
        ByKey("aggregate.avg", t => [Avg(t["v"]), Avg(t["m"]), Avg(t["d"])]).Within(Summed),
        ByKey("aggregate.min and max", t => [Min(t["v"]), Max(t["d"]), Min(t["t"]), Max(t["m"]), Max(t["b"])]),
        ByKey("aggregate.variance", t => [VarSamp(t["v"]), VarPop(t["v"]), StddevSamp(t["m"]), StddevPop(t["v"])]).Within(1e-12),
        ByKey("aggregate.skewness and kurtosis", t => [Skewness(t["v"]), Kurtosis(t["v"])]).Within(1e-12),
        ByKey("aggregate.covariance", t => [CovarPop(t["v"], t["m"]), CovarSamp(t["v"], t["m"]), Corr(t["v"], t["m"])]).Within(1e-12),
        ByKey("aggregate.collect", t => [SortArray(CollectList(t["v"])), SortArray(CollectSet(t["t"]))]),
        ByKey("aggregate.bool", t => [BoolAnd(t["b"]), BoolOr(t["b"]), CountIf(t["b"])]),
        ByKey("aggregate.max_by", t => [MaxBy(t["t"], t["v"]), MinBy(t["id"], t["d"])]),
        ByKey("aggregate.first ignoring nulls", t => [First(t["k"], true), Last(t["k"])]),
        ByKey("aggregate.bitwise", t => [BitAnd(t["v"]), BitOr(t["v"]), BitXor(t["v"])]),
        ByKey("aggregate.median and percentile", t => [Median(t["v"]), Percentile(t["v"], 0.25), Mode(t["b"])]).Within(Summed),
        Query("aggregate.expressions in SQL", s => Tables.Groups(s).GroupBy("k").Agg(Expr("sum(v) filter (where v > 1)"), Expr("count(distinct t)"), Expr("max(v) - min(v)"))),
        Query("aggregate.without keys", s => Tables.Groups(s).Agg(Count(Lit(1)), Sum("v"), Max("d"))),
        Query("aggregate.without rows", s => Tables.Groups(s).Filter("id > 100").Agg(Count(Lit(1)), Sum("v"), Avg("d"))),
        Query("aggregate.without rows by key", s => Tables.Groups(s).Filter("id > 100").GroupBy("k").Agg(Sum("v"))),
        Query("aggregate.short forms", s => Tables.Groups(s).GroupBy("k").Sum("v", "d")).Within(Summed),
        Query("aggregate.count by key", s => Tables.Groups(s).GroupBy("k").Count()),
        Query("aggregate.by expression", s => Tables.Groups(s).GroupBy((Col("v") % Lit(2)).Alias("odd"), Col("b")).Agg(Count(Lit(1)).Alias("rows"))),
        Query("aggregate.by NaN and zeros", s => Tables.Numbers(s).GroupBy("d").Count()),
        Query("aggregate.distinct", s => Tables.Groups(s).Select("k", "b").Distinct()),
        Query("aggregate.drop duplicates", s => Tables.Groups(s).Select("k", "b").DropDuplicates("k", "b")),
        Query("aggregate.rollup", s => Tables.Groups(s).Rollup("k", "b").Agg(Count(Lit(1)), Sum("v"))),
        Query("aggregate.cube", s => Tables.Groups(s).Cube("k", "b").Agg(Count(Lit(1)))),
        Query("aggregate.pivot", s => Tables.Groups(s).GroupBy("k").Pivot("t", ["x", "y"]).Agg(Sum("v"))),
        Query("aggregate.sum overflow", s => s.Range(2).Select(Lit(long.MaxValue).Alias("x")).Agg(Sum("x"))),
        Query("aggregate.decimal sum", s => s.SelectOne("cast('9999999999999999999999999999.99' as decimal(30,2)) as x").Agg(Sum("x"), Avg("x"))),
        Query("window.row_number", s => Windowed(s, w => [RowNumber().Over(w), Rank().Over(w), DenseRank().Over(w), PercentRank().Over(w), CumeDist().Over(w), Ntile(2).Over(w)])),
        Query("window.lag and lead", s => Windowed(s, w => [Lag("v", 1).Over(w), Lead("v", 1, -1).Over(w)])),
        Query("window.running", s => Windowed(s, w => [Sum("v").Over(w), Count("v").Over(w), Avg("v").Over(w), Max("t").Over(w)])),
        Query("window.rows frame", s => Windowed(s, w => [Sum("v").Over(w.RowsBetween(-1, 1)), First("id").Over(w.RowsBetween(Windows.UnboundedPreceding, Windows.CurrentRow)), Last("id").Over(w.RowsBetween(Windows.CurrentRow, Windows.UnboundedFollowing))])),
        Query("window.range frame", s => Tables.Groups(s).Select(Col("id"), Sum("v").Over(Windows.PartitionBy("k").OrderBy("id").RangeBetween(-2, 0)))),
        Query("window.whole partition", s => Tables.Groups(s).Select(Col("id"), Sum("v").Over(Windows.PartitionBy("k")), Count(Lit(1)).Over(Windows.PartitionBy("k", "b")))),
        Query("window.in SQL", s => Tables.Groups(s).SelectExpr("id", "sum(v) over (partition by k order by id rows between unbounded preceding and current row) as running", "nth_value(id, 2) over (partition by k order by id) as second")),
    ];

    private static EngineCase ByKey(string name, Func<DataFrame, Column[]> aggregates) => new(name, spark =>
    {
        var frame = Tables.Groups(spark);
        var columns = aggregates(frame);
        return frame.GroupBy("k").Agg(columns[0], columns[1..]);
    });

    private static DataFrame Windowed(SparkSession spark, Func<WindowSpec, Column[]> columns) =>
        Tables.Groups(spark).Select([Col("id"), .. columns(Windows.PartitionBy("k").OrderBy("id"))]);

    private static DataFrame SelectOne(this SparkSession spark, string expression) => spark.Range(1).SelectExpr(expression);
}
