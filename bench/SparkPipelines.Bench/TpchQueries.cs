using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Bench;

/// <summary>A TPC-H query in both forms.</summary>
internal sealed record TpchQuery(string Name, Func<SparkSession, DataFrame> Frame, string Sql);

internal static class TpchQueries
{
    public static IEnumerable<TpchQuery> All(string folder) =>
    [
        new("Q1", spark => Q1(spark, folder), $"""
            SELECT l_returnflag, l_linestatus, sum(l_quantity), sum(l_extendedprice), sum(l_extendedprice * (1 - l_discount)),
                   sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)), avg(l_quantity), avg(l_extendedprice), avg(l_discount), count(*)
            FROM '{folder}/lineitem.parquet' WHERE l_shipdate <= DATE '1998-09-02'
            GROUP BY l_returnflag, l_linestatus ORDER BY l_returnflag, l_linestatus
            """),
        new("Q3", spark => Q3(spark, folder), $"""
            SELECT l_orderkey, sum(l_extendedprice * (1 - l_discount)) AS revenue, o_orderdate, o_shippriority
            FROM '{folder}/customer.parquet', '{folder}/orders.parquet', '{folder}/lineitem.parquet'
            WHERE c_mktsegment = 'BUILDING' AND c_custkey = o_custkey AND l_orderkey = o_orderkey
              AND o_orderdate < DATE '1995-03-15' AND l_shipdate > DATE '1995-03-15'
            GROUP BY l_orderkey, o_orderdate, o_shippriority ORDER BY revenue DESC, o_orderdate LIMIT 10
            """),
        new("Q6", spark => Q6(spark, folder), $"""
            SELECT sum(l_extendedprice * l_discount) AS revenue FROM '{folder}/lineitem.parquet'
            WHERE l_shipdate >= DATE '1994-01-01' AND l_shipdate < DATE '1995-01-01' AND l_discount BETWEEN 0.05 AND 0.07 AND l_quantity < 24
            """),
    ];

    private static DataFrame Q1(SparkSession spark, string folder)
    {
        var discounted = Col("l_extendedprice") * (Lit(1) - Col("l_discount"));
        return spark.Read().Parquet($"{folder}/lineitem.parquet")
            .Filter(Col("l_shipdate") <= Lit(new DateOnly(1998, 9, 2)))
            .GroupBy("l_returnflag", "l_linestatus")
            .Agg(
                Sum("l_quantity").Alias("sum_qty"),
                Sum("l_extendedprice").Alias("sum_base_price"),
                Sum(discounted).Alias("sum_disc_price"),
                Sum(discounted * (Lit(1) + Col("l_tax"))).Alias("sum_charge"),
                Avg("l_quantity").Alias("avg_qty"),
                Avg("l_extendedprice").Alias("avg_price"),
                Avg("l_discount").Alias("avg_disc"),
                Count(Lit(1)).Alias("count_order"))
            .OrderBy("l_returnflag", "l_linestatus");
    }

    private static DataFrame Q3(SparkSession spark, string folder)
    {
        var day = Lit(new DateOnly(1995, 3, 15));
        var customers = spark.Read().Parquet($"{folder}/customer.parquet").Filter(Col("c_mktsegment") == Lit("BUILDING"));
        var orders = spark.Read().Parquet($"{folder}/orders.parquet").Filter(Col("o_orderdate") < day);
        var items = spark.Read().Parquet($"{folder}/lineitem.parquet").Filter(Col("l_shipdate") > day);
        return customers
            .Join(orders, customers["c_custkey"] == orders["o_custkey"])
            .Join(items, items["l_orderkey"] == orders["o_orderkey"])
            .GroupBy("l_orderkey", "o_orderdate", "o_shippriority")
            .Agg(Sum(Col("l_extendedprice") * (Lit(1) - Col("l_discount"))).Alias("revenue"))
            .Select("l_orderkey", "revenue", "o_orderdate", "o_shippriority")
            .OrderBy(Col("revenue").Desc(), Col("o_orderdate"))
            .Limit(10);
    }

    private static DataFrame Q6(SparkSession spark, string folder) =>
        spark.Read().Parquet($"{folder}/lineitem.parquet")
            .Filter(Col("l_shipdate") >= Lit(new DateOnly(1994, 1, 1)) & Col("l_shipdate") < Lit(new DateOnly(1995, 1, 1))
                & Col("l_discount").Between(0.05m, 0.07m) & Col("l_quantity") < Lit(24))
            .Agg(Sum(Col("l_extendedprice") * Col("l_discount")).Alias("revenue"));
}
