using static SparkPipelines.Sql.Functions;
using Window = SparkPipelines.Sql.Expressions.Window;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>Rows in groups, pivots and windows.</summary>
internal static class AggregateCases
{
    private const string Sales = "SELECT * FROM VALUES ('a', 'x', 1), ('a', 'y', 2), ('b', 'x', 4), ('b', NULL, 8) AS t(g, h, v)";

    public static IEnumerable<RelationCase> All =>
    [
        new("Aggregate.Groupby: null is a group", p => p.Sql(Sales).GroupBy("h").Agg(Sum("v").As("s"), Count(Lit(1)).As("n")),
            $"SELECT h, sum(v) AS s, count(1) AS n FROM ({Sales}) GROUP BY h", "[null,8,1] [x,5,2] [y,2,1]"),
        new("Aggregate.Groupby: of all rows", p => p.Sql(Sales).Agg(Max("v").As("m"), CountDistinct(Col("h")).As("d")),
            $"SELECT max(v) AS m, count(DISTINCT h) AS d FROM ({Sales})", "[8,2]"),
        new("Aggregate.Groupby: of no rows", p => p.Sql(Sales).Where("false").Agg(Sum("v").As("s"), Count(Lit(1)).As("n")),
            $"SELECT sum(v) AS s, count(1) AS n FROM ({Sales}) WHERE false", "[null,0]"),
        new("Aggregate.Groupby: by an expression, the shortcuts' names", p => p.People.GroupBy((Col("age") > 30).As("old")).Avg("age", "id"),
            "SELECT age > 30 AS old, avg(age), avg(id) FROM people GROUP BY 1", "[false,25.0,3.0] [null,null,2.0] [true,48.5,2.5]"),
        new("Aggregate.Groupby: all numeric columns", p => p.People.GroupBy("city").Max(), "SELECT city, max(id), max(age) FROM people GROUP BY city",
            "[Oslo,4,61] [Paris,3,36] [Rome,2,null]"),
        new("Aggregate.Groupby: count", p => p.People.GroupBy("city").Count(), "SELECT city, count(1) AS count FROM people GROUP BY city", "[Oslo,1] [Paris,2] [Rome,1]"),
        new("Aggregate.Groupby: by names of functions", p => p.Pay.GroupBy("id").Agg([new("amount", "min"), new("month", "max")]),
            "SELECT id, min(amount), max(month) FROM pay GROUP BY id", "[1,100.0,Jan] [2,80.0,Jan] [5,70.0,Jan]"),
        new("Aggregate.Rollup: totals from the right", p => p.Sql(Sales).Rollup("g", "h").Agg(Sum("v").As("s"), GroupingId().As("i")),
            $"SELECT g, h, sum(v) AS s, grouping_id() AS i FROM ({Sales}) GROUP BY ROLLUP (g, h)",
            "[a,null,3,1] [a,x,1,0] [a,y,2,0] [b,null,12,1] [b,null,8,0] [b,x,4,0] [null,null,15,3]"),
        new("Aggregate.Cube: totals of all combinations", p => p.Sql(Sales).Where("h IS NOT NULL").Cube("g", "h").Agg(Sum("v").As("s"), Grouping("g").As("i")),
            $"SELECT g, h, sum(v) AS s, grouping(g) AS i FROM ({Sales}) WHERE h IS NOT NULL GROUP BY CUBE (g, h)",
            "[a,null,3,0] [a,x,1,0] [a,y,2,0] [b,null,4,0] [b,x,4,0] [null,null,7,1] [null,x,5,1] [null,y,2,1]"),
        new RelationCase("Aggregate.GroupingSets: just these", p => p.Sql(Sales).GroupingSets([[Col("g")], [Col("h")], []], Col("g"), Col("h")).Agg(Sum("v").As("s")),
            $"SELECT g, h, sum(v) AS s FROM ({Sales}) GROUP BY GROUPING SETS ((g), (h), ())",
            "[a,null,3] [b,null,12] [null,null,15] [null,null,8] [null,x,5] [null,y,2]").From(4, 0),
        new("Aggregate.Pivot: values given", p => p.Pay.GroupBy("id").Pivot("month", ["Jan", "Mar"]).Sum("amount"),
            "SELECT id, `Jan`, `Mar` FROM pay PIVOT (sum(amount) FOR month IN ('Jan', 'Mar'))", "[1,100.0,null] [2,80.0,null] [5,70.0,null]"),
        new("Aggregate.Pivot: values found, two aggregates", p => p.Pay.GroupBy("id").Pivot("month").Agg(Sum("amount").As("s"), Count("amount").As("n")),
            "SELECT id, Feb_s, Feb_n, Jan_s, Jan_n FROM pay PIVOT (sum(amount) AS s, count(amount) AS n FOR month IN ('Feb', 'Jan'))",
            "[1,150.0,1,100.0,1] [2,null,null,80.0,1] [5,null,null,70.0,1]"),
        new("Expression.Window: ranks within a partition", p =>
        {
            var window = Window.PartitionBy("city").OrderBy(Col("age").Desc());
            return p.People.Select(Col("id"), RowNumber().Over(window).As("n"), Lag(Col("id"), 1).Over(window).As("before"));
        },
            "SELECT id, row_number() OVER w AS n, lag(id) OVER w AS before FROM people WINDOW w AS (PARTITION BY city ORDER BY age DESC)",
            "[1,1,null] [2,1,null] [3,2,1] [4,1,null]"),
        new("Expression.Window: a frame of rows", p => p.Spark.Range(5).Select(Col("id"), Sum("id").Over(Window.OrderBy("id").RowsBetween(-1, 1)).As("s")),
            "SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS s FROM range(5)", "[0,1] [1,3] [2,6] [3,9] [4,7]"),
        new("Expression.Window: rows from the first to this one", p =>
                p.Spark.Range(4).Select(Col("id"), Sum("id").Over(Window.OrderBy(Col("id").Desc()).RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)).As("s")),
            "SELECT id, sum(id) OVER (ORDER BY id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s FROM range(4)", "[0,6] [1,6] [2,5] [3,3]"),
        new("Expression.Window: a frame of values, with a gap", p =>
                p.Sql("SELECT * FROM VALUES (1), (2), (2), (5) AS t(v)").Select(Col("v"), Count("v").Over(Window.OrderBy("v").RangeBetween(-1, 0)).As("n")),
            "SELECT v, count(v) OVER (ORDER BY v RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) AS n FROM VALUES (1), (2), (2), (5) AS t(v)", "[1,1] [2,3] [2,3] [5,1]"),
        new("Expression.Window: this value to the last", p =>
                p.Spark.Range(3).Select(Col("id"), Max("id").Over(Window.OrderBy("id").RangeBetween(Window.CurrentRow, Window.UnboundedFollowing)).As("m")),
            "SELECT id, max(id) OVER (ORDER BY id RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS m FROM range(3)", "[0,2] [1,2] [2,2]"),
        new("Expression.Window: over everything", p => p.Spark.Range(3).Select(Col("id"), Sum("id").Over().As("s")), "SELECT id, sum(id) OVER () AS s FROM range(3)", "[0,3] [1,3] [2,3]"),
    ];
}
