using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Tpch;

/// <summary>Q1 to Q11 in DataFrame form; TPC-H's column names are unique, so that most need no table before them.</summary>
internal static partial class TpchFrames
{
    /// <summary>What a line item costs after its discount.</summary>
    internal static Column Discounted => Col("l_extendedprice") * (Lit(1) - Col("l_discount"));

    /// <summary>Pricing summary report.</summary>
    public static DataFrame Q1(TpchTables t) => t.LineItem
        .Filter(Col("l_shipdate") <= Day(1998, 9, 2))
        .GroupBy("l_returnflag", "l_linestatus")
        .Agg(
            Sum("l_quantity").Alias("sum_qty"),
            Sum("l_extendedprice").Alias("sum_base_price"),
            Sum(Discounted).Alias("sum_disc_price"),
            Sum(Discounted * (Lit(1) + Col("l_tax"))).Alias("sum_charge"),
            Avg("l_quantity").Alias("avg_qty"),
            Avg("l_extendedprice").Alias("avg_price"),
            Avg("l_discount").Alias("avg_disc"),
            Count(Lit(1)).Alias("count_order"))
        .OrderBy("l_returnflag", "l_linestatus");

    /// <summary>Minimum cost supplier.</summary>
    public static DataFrame Q2(TpchTables t)
    {
        var offers = t.PartSupp
            .Join(t.Supplier, Col("ps_suppkey") == Col("s_suppkey"))
            .Join(t.Nation, Col("s_nationkey") == Col("n_nationkey"))
            .Join(t.Region.Filter(Col("r_name") == "EUROPE"), Col("n_regionkey") == Col("r_regionkey"));
        var cheapest = offers.GroupBy(Col("ps_partkey").Alias("cheapest_partkey")).Agg(Min("ps_supplycost").Alias("cheapest_cost"));
        return t.Part
            .Filter(Col("p_size") == 15 & Col("p_type").Like("%BRASS"))
            .Join(offers, Col("p_partkey") == Col("ps_partkey"))
            .Join(cheapest, Col("p_partkey") == Col("cheapest_partkey") & Col("ps_supplycost") == Col("cheapest_cost"))
            .Select("s_acctbal", "s_name", "n_name", "p_partkey", "p_mfgr", "s_address", "s_phone", "s_comment")
            .OrderBy(Col("s_acctbal").Desc(), Col("n_name"), Col("s_name"), Col("p_partkey"))
            .Limit(100);
    }

    /// <summary>Shipping priority.</summary>
    public static DataFrame Q3(TpchTables t)
    {
        var customers = t.Customer.Filter(Col("c_mktsegment") == "BUILDING");
        var orders = t.Orders.Filter(Col("o_orderdate") < Day(1995, 3, 15));
        var items = t.LineItem.Filter(Col("l_shipdate") > Day(1995, 3, 15));
        return customers
            .Join(orders, customers["c_custkey"] == orders["o_custkey"])
            .Join(items, items["l_orderkey"] == orders["o_orderkey"])
            .GroupBy("l_orderkey", "o_orderdate", "o_shippriority")
            .Agg(Sum(Discounted).Alias("revenue"))
            .Select("l_orderkey", "revenue", "o_orderdate", "o_shippriority")
            .OrderBy(Col("revenue").Desc(), Col("o_orderdate"))
            .Limit(10);
    }

    /// <summary>Order priority checking.</summary>
    public static DataFrame Q4(TpchTables t)
    {
        var orders = t.Orders.Filter(Col("o_orderdate") >= Day(1993, 7, 1) & Col("o_orderdate") < Day(1993, 10, 1));
        var late = t.LineItem.Filter(Col("l_commitdate") < Col("l_receiptdate"));
        return orders
            .Join(late, orders["o_orderkey"] == late["l_orderkey"], "left_semi")
            .GroupBy("o_orderpriority")
            .Agg(Count(Lit(1)).Alias("order_count"))
            .OrderBy("o_orderpriority");
    }

    /// <summary>Local supplier volume.</summary>
    public static DataFrame Q5(TpchTables t) => t.Region
        .Filter(Col("r_name") == "ASIA")
        .Join(t.Nation, Col("r_regionkey") == Col("n_regionkey"))
        .Join(t.Customer, Col("n_nationkey") == Col("c_nationkey"))
        .Join(t.Orders.Filter(Col("o_orderdate") >= Day(1994, 1, 1) & Col("o_orderdate") < Day(1995, 1, 1)), Col("c_custkey") == Col("o_custkey"))
        .Join(t.LineItem, Col("o_orderkey") == Col("l_orderkey"))
        .Join(t.Supplier, Col("l_suppkey") == Col("s_suppkey") & Col("c_nationkey") == Col("s_nationkey"))
        .GroupBy("n_name")
        .Agg(Sum(Discounted).Alias("revenue"))
        .OrderBy(Desc("revenue"));

    /// <summary>Forecasting revenue change.</summary>
    public static DataFrame Q6(TpchTables t) => t.LineItem
        .Filter(Col("l_shipdate") >= Day(1994, 1, 1) & Col("l_shipdate") < Day(1995, 1, 1)
            & Col("l_discount").Between(0.05m, 0.07m) & Col("l_quantity") < 24)
        .Agg(Sum(Col("l_extendedprice") * Col("l_discount")).Alias("revenue"));

    /// <summary>Volume shipping.</summary>
    public static DataFrame Q7(TpchTables t)
    {
        var sellers = t.Nation.Select(Col("n_nationkey").Alias("supp_nationkey"), Col("n_name").Alias("supp_nation"));
        var buyers = t.Nation.Select(Col("n_nationkey").Alias("cust_nationkey"), Col("n_name").Alias("cust_nation"));
        return t.LineItem
            .Filter(Col("l_shipdate").Between(new DateOnly(1995, 1, 1), new DateOnly(1996, 12, 31)))
            .Join(t.Supplier, Col("l_suppkey") == Col("s_suppkey"))
            .Join(t.Orders, Col("l_orderkey") == Col("o_orderkey"))
            .Join(t.Customer, Col("o_custkey") == Col("c_custkey"))
            .Join(sellers, Col("s_nationkey") == Col("supp_nationkey"))
            .Join(buyers, Col("c_nationkey") == Col("cust_nationkey"))
            .Filter((Col("supp_nation") == "FRANCE" & Col("cust_nation") == "GERMANY")
                | (Col("supp_nation") == "GERMANY" & Col("cust_nation") == "FRANCE"))
            .WithColumn("l_year", Year("l_shipdate"))
            .GroupBy("supp_nation", "cust_nation", "l_year")
            .Agg(Sum(Discounted).Alias("revenue"))
            .OrderBy("supp_nation", "cust_nation", "l_year");
    }

    /// <summary>National market share.</summary>
    public static DataFrame Q8(TpchTables t)
    {
        var buyers = t.Nation
            .Join(t.Region.Filter(Col("r_name") == "AMERICA"), Col("n_regionkey") == Col("r_regionkey"))
            .Select(Col("n_nationkey").Alias("cust_nationkey"));
        var sellers = t.Nation.Select(Col("n_nationkey").Alias("supp_nationkey"), Col("n_name").Alias("nation"));
        return t.Part
            .Filter(Col("p_type") == "ECONOMY ANODIZED STEEL")
            .Join(t.LineItem, Col("p_partkey") == Col("l_partkey"))
            .Join(t.Orders.Filter(Col("o_orderdate").Between(new DateOnly(1995, 1, 1), new DateOnly(1996, 12, 31))), Col("l_orderkey") == Col("o_orderkey"))
            .Join(t.Customer, Col("o_custkey") == Col("c_custkey"))
            .Join(buyers, Col("c_nationkey") == Col("cust_nationkey"))
            .Join(t.Supplier, Col("l_suppkey") == Col("s_suppkey"))
            .Join(sellers, Col("s_nationkey") == Col("supp_nationkey"))
            .Select(Year("o_orderdate").Alias("o_year"), Discounted.Alias("volume"), Col("nation"))
            .GroupBy("o_year")
            .Agg((Sum(When(Col("nation") == "BRAZIL", Col("volume")).Otherwise(0)) / Sum("volume")).Alias("mkt_share"))
            .OrderBy("o_year");
    }

    /// <summary>Product type profit measure.</summary>
    public static DataFrame Q9(TpchTables t) => t.Part
        .Filter(Col("p_name").Contains("green"))
        .Join(t.LineItem, Col("p_partkey") == Col("l_partkey"))
        .Join(t.PartSupp, Col("l_partkey") == Col("ps_partkey") & Col("l_suppkey") == Col("ps_suppkey"))
        .Join(t.Supplier, Col("l_suppkey") == Col("s_suppkey"))
        .Join(t.Nation, Col("s_nationkey") == Col("n_nationkey"))
        .Join(t.Orders, Col("l_orderkey") == Col("o_orderkey"))
        .Select(
            Col("n_name").Alias("nation"),
            Year("o_orderdate").Alias("o_year"),
            (Discounted - (Col("ps_supplycost") * Col("l_quantity"))).Alias("amount"))
        .GroupBy("nation", "o_year")
        .Agg(Sum("amount").Alias("sum_profit"))
        .OrderBy(Col("nation"), Col("o_year").Desc());

    /// <summary>Returned item reporting.</summary>
    public static DataFrame Q10(TpchTables t) => t.Customer
        .Join(t.Orders.Filter(Col("o_orderdate") >= Day(1993, 10, 1) & Col("o_orderdate") < Day(1994, 1, 1)), Col("c_custkey") == Col("o_custkey"))
        .Join(t.LineItem.Filter(Col("l_returnflag") == "R"), Col("o_orderkey") == Col("l_orderkey"))
        .Join(t.Nation, Col("c_nationkey") == Col("n_nationkey"))
        .GroupBy("c_custkey", "c_name", "c_acctbal", "c_phone", "n_name", "c_address", "c_comment")
        .Agg(Sum(Discounted).Alias("revenue"))
        .Select("c_custkey", "c_name", "revenue", "c_acctbal", "n_name", "c_address", "c_phone", "c_comment")
        .OrderBy(Desc("revenue"))
        .Limit(20);

    /// <summary>Important stock identification.</summary>
    public static DataFrame Q11(TpchTables t)
    {
        var stock = StockOfGermany(t);
        var least = stock.Agg((Sum("cost") * Lit(0.0001m / t.ScaleFactor)).Alias("least"));
        return stock
            .GroupBy("ps_partkey")
            .Agg(Sum("cost").Alias("value"))
            .Join(least, Col("value") > Col("least"))
            .Select("ps_partkey", "value")
            .OrderBy(Desc("value"));
    }

    internal static DataFrame StockOfGermany(TpchTables t) => t.PartSupp
        .Join(t.Supplier, Col("ps_suppkey") == Col("s_suppkey"))
        .Join(t.Nation.Filter(Col("n_name") == "GERMANY"), Col("s_nationkey") == Col("n_nationkey"))
        .Select(Col("ps_partkey"), (Col("ps_supplycost") * Col("ps_availqty")).Alias("cost"));

    internal static Column Day(int year, int month, int day) => Lit(new DateOnly(year, month, day));
}
