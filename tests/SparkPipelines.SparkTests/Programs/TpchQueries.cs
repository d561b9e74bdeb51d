using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Some of TPC-H's queries as DataFrames. Argument: the folder of the tables.</summary>
internal sealed class TpchQueries : IExample
{
    private DataFrame _customer = null!;
    private DataFrame _lineitem = null!;
    private DataFrame _nation = null!;
    private DataFrame _orders = null!;
    private DataFrame _part = null!;
    private DataFrame _region = null!;
    private DataFrame _supplier = null!;

    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("TPC-H").GetOrCreate();
        DataFrame Load(string table) => spark.Read().Parquet(Path.Combine(args[0], table + ".parquet"));

        _customer = Load("customer");
        _lineitem = Load("lineitem");
        _nation = Load("nation");
        _orders = Load("orders");
        _part = Load("part");
        _region = Load("region");
        _supplier = Load("supplier");

        foreach (DataFrame query in new[] { Q1(), Q3(), Q5(), Q6(), Q14() })
            query.Show();

        spark.Stop();
    }

    private DataFrame Q1() => _lineitem
        .Filter(Col("l_shipdate").Leq(Day("1998-09-02")))
        .GroupBy(Col("l_returnflag"), Col("l_linestatus"))
        .Agg(
            Sum(Col("l_quantity")).As("sum_qty"), Sum(Col("l_extendedprice")).As("sum_base_price"),
            Sum(Discounted).As("sum_disc_price"), Sum(Discounted * (Lit(1) + Col("l_tax"))).As("sum_charge"),
            Avg(Col("l_quantity")).As("avg_qty"), Avg(Col("l_extendedprice")).As("avg_price"), Avg(Col("l_discount")).As("avg_disc"),
            Count(Lit(1)).As("count_order"))
        .Sort(Col("l_returnflag"), Col("l_linestatus"));

    private DataFrame Q3()
    {
        DataFrame customers = _customer.Filter(Col("c_mktsegment") == "BUILDING");
        DataFrame orders = _orders.Filter(Col("o_orderdate") < Day("1995-03-15"));
        DataFrame lines = _lineitem.Filter(Col("l_shipdate") > Day("1995-03-15"));
        return customers
            .Join(orders, customers["c_custkey"] == orders["o_custkey"])
            .Join(lines, orders["o_orderkey"] == lines["l_orderkey"])
            .GroupBy(Col("l_orderkey"), Col("o_orderdate"), Col("o_shippriority"))
            .Agg(Sum(Discounted).As("revenue"))
            .Select("l_orderkey", "revenue", "o_orderdate", "o_shippriority")
            .Sort(Col("revenue").Desc(), Col("o_orderdate"))
            .Limit(10);
    }

    private DataFrame Q5() => _region
        .Filter(Col("r_name").EqualTo("ASIA"))
        .Join(_nation, Col("r_regionkey").EqualTo(Col("n_regionkey")))
        .Join(_supplier, Col("n_nationkey").EqualTo(Col("s_nationkey")))
        .Join(_lineitem, Col("s_suppkey").EqualTo(Col("l_suppkey")))
        .Join(
            _orders.Filter(Col("o_orderdate").Geq(Day("1994-01-01")).And(Col("o_orderdate").Lt(Day("1995-01-01")))),
            Col("l_orderkey").EqualTo(Col("o_orderkey")))
        .Join(_customer, Col("o_custkey").EqualTo(Col("c_custkey")).And(Col("s_nationkey").EqualTo(Col("c_nationkey"))))
        .GroupBy("n_name")
        .Agg(Sum(Discounted).As("revenue"))
        .Sort(Col("revenue").Desc());

    private DataFrame Q6() => _lineitem
        .Filter(Col("l_shipdate").Geq(Day("1994-01-01")) & (Col("l_shipdate") < Day("1995-01-01"))
            & Col("l_discount").Between(0.05m, 0.07m) & (Col("l_quantity") < 24))
        .Agg(Sum(Col("l_extendedprice") * Col("l_discount")).As("revenue"));

    private DataFrame Q14()
    {
        Column promotion = When(Col("p_type").StartsWith("PROMO"), Discounted).Otherwise(0);
        return _lineitem
            .Filter((Col("l_shipdate") >= Day("1995-09-01")) & (Col("l_shipdate") < Day("1995-10-01")))
            .Join(_part, _lineitem["l_partkey"] == _part["p_partkey"])
            .Agg((Lit(100.00m) * Sum(promotion) / Sum(Discounted)).As("promo_revenue"));
    }

    private static Column Discounted => Col("l_extendedprice") * (Lit(1) - Col("l_discount"));

    private static Column Day(string date) => Lit(date).Cast("date");
}
