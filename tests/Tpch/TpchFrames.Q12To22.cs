using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Tpch;

/// <summary>Q12 to Q22: exists and not exists as semi and anti joins, scalar subqueries as aggregates joined back.</summary>
internal static partial class TpchFrames
{
    /// <summary>Shipping modes and order priority.</summary>
    public static DataFrame Q12(TpchTables t)
    {
        var isUrgent = Col("o_orderpriority").IsIn("1-URGENT", "2-HIGH");
        return t.Orders
            .Join(
                t.LineItem.Filter(Col("l_shipmode").IsIn("MAIL", "SHIP") & Col("l_commitdate") < Col("l_receiptdate") & Col("l_shipdate") < Col("l_commitdate")
                    & Col("l_receiptdate") >= Day(1994, 1, 1) & Col("l_receiptdate") < Day(1995, 1, 1)),
                Col("o_orderkey") == Col("l_orderkey"))
            .GroupBy("l_shipmode")
            .Agg(
                Sum(When(isUrgent, 1).Otherwise(0)).Alias("high_line_count"),
                Sum(When(isUrgent, 0).Otherwise(1)).Alias("low_line_count"))
            .OrderBy("l_shipmode");
    }

    /// <summary>Customer distribution.</summary>
    public static DataFrame Q13(TpchTables t) => t.Customer
        .Join(t.Orders.Filter(!Col("o_comment").Like("%special%requests%")), Col("c_custkey") == Col("o_custkey"), "left_outer")
        .GroupBy("c_custkey")
        .Agg(Count("o_orderkey").Alias("c_count"))
        .GroupBy("c_count")
        .Agg(Count(Lit(1)).Alias("custdist"))
        .OrderBy(Desc("custdist"), Desc("c_count"));

    /// <summary>Promotion effect.</summary>
    public static DataFrame Q14(TpchTables t) => t.LineItem
        .Filter(Col("l_shipdate") >= Day(1995, 9, 1) & Col("l_shipdate") < Day(1995, 10, 1))
        .Join(t.Part, Col("l_partkey") == Col("p_partkey"))
        .Agg((Lit(100.00m) * Sum(When(Col("p_type").StartsWith("PROMO"), Discounted).Otherwise(0)) / Sum(Discounted)).Alias("promo_revenue"));

    /// <summary>Top supplier.</summary>
    public static DataFrame Q15(TpchTables t)
    {
        var revenue = RevenueOfSuppliers(t);
        return t.Supplier
            .Join(revenue, Col("s_suppkey") == Col("supplier_no"))
            .Join(revenue.Agg(Max("total_revenue").Alias("best")), Col("total_revenue") == Col("best"))
            .Select("s_suppkey", "s_name", "s_address", "s_phone", "total_revenue")
            .OrderBy("s_suppkey");
    }

    internal static DataFrame RevenueOfSuppliers(TpchTables t) => t.LineItem
        .Filter(Col("l_shipdate") >= Day(1996, 1, 1) & Col("l_shipdate") < Day(1996, 4, 1))
        .GroupBy(Col("l_suppkey").Alias("supplier_no"))
        .Agg(Sum(Discounted).Alias("total_revenue"));

    /// <summary>Parts and their suppliers.</summary>
    public static DataFrame Q16(TpchTables t)
    {
        var complained = t.Supplier.Filter(Col("s_comment").Like("%Customer%Complaints%"));
        return OfferedParts(t)
            .Join(complained, Col("ps_suppkey") == Col("s_suppkey"), "left_anti")
            .GroupBy("p_brand", "p_type", "p_size")
            .Agg(CountDistinct("ps_suppkey").Alias("supplier_cnt"))
            .OrderBy(Col("supplier_cnt").Desc(), Col("p_brand"), Col("p_type"), Col("p_size"));
    }

    internal static DataFrame OfferedParts(TpchTables t) => t.PartSupp.Join(
        t.Part.Filter(Col("p_brand") != "Brand#45" & !Col("p_type").Like("MEDIUM POLISHED%") & Col("p_size").IsIn(49, 14, 23, 45, 19, 3, 36, 9)),
        Col("ps_partkey") == Col("p_partkey"));

    /// <summary>Small-quantity-order revenue.</summary>
    public static DataFrame Q17(TpchTables t)
    {
        var parts = t.Part.Filter(Col("p_brand") == "Brand#23" & Col("p_container") == "MED BOX");
        var little = t.LineItem.GroupBy(Col("l_partkey").Alias("little_partkey")).Agg((Lit(0.2m) * Avg("l_quantity")).Alias("little"));
        return t.LineItem
            .Join(parts, Col("l_partkey") == Col("p_partkey"))
            .Join(little, Col("l_partkey") == Col("little_partkey") & Col("l_quantity") < Col("little"))
            .Agg((Sum("l_extendedprice") / Lit(7.0m)).Alias("avg_yearly"));
    }

    /// <summary>Large volume customer.</summary>
    public static DataFrame Q18(TpchTables t)
    {
        var large = t.LineItem
            .GroupBy(Col("l_orderkey").Alias("large_orderkey"))
            .Agg(Sum("l_quantity").Alias("quantity"))
            .Filter(Col("quantity") > 300);
        return LargeOrders(t, t.Orders.Join(large, Col("o_orderkey") == Col("large_orderkey"), "left_semi"));
    }

    internal static DataFrame LargeOrders(TpchTables t, DataFrame orders) => t.Customer
        .Join(orders, Col("c_custkey") == Col("o_custkey"))
        .Join(t.LineItem, Col("o_orderkey") == Col("l_orderkey"))
        .GroupBy("c_name", "c_custkey", "o_orderkey", "o_orderdate", "o_totalprice")
        .Agg(Sum("l_quantity").Alias("sum_qty"))
        .OrderBy(Col("o_totalprice").Desc(), Col("o_orderdate"))
        .Limit(100);

    /// <summary>Discounted revenue.</summary>
    public static DataFrame Q19(TpchTables t)
    {
        Column Kind(string brand, string size, int least, int largest) =>
            Col("p_brand") == brand
            & Col("p_container").IsIn(size == "MED" ? ["MED BAG", "MED BOX", "MED PKG", "MED PACK"] : [$"{size} CASE", $"{size} BOX", $"{size} PACK", $"{size} PKG"])
            & Col("l_quantity").Between(least, least + 10)
            & Col("p_size").Between(1, largest);

        return t.LineItem
            .Filter(Col("l_shipmode").IsIn("AIR", "AIR REG") & Col("l_shipinstruct") == "DELIVER IN PERSON")
            .Join(t.Part, Col("l_partkey") == Col("p_partkey"))
            .Filter(Kind("Brand#12", "SM", 1, 5) | Kind("Brand#23", "MED", 10, 10) | Kind("Brand#34", "LG", 20, 15))
            .Agg(Sum(Discounted).Alias("revenue"));
    }

    /// <summary>Potential part promotion.</summary>
    public static DataFrame Q20(TpchTables t)
    {
        var forest = t.Part.Filter(Col("p_name").StartsWith("forest"));
        var shipped = t.LineItem
            .Filter(Col("l_shipdate") >= Day(1994, 1, 1) & Col("l_shipdate") < Day(1995, 1, 1))
            .GroupBy("l_partkey", "l_suppkey")
            .Agg((Lit(0.5m) * Sum("l_quantity")).Alias("half"));
        var surplus = t.PartSupp
            .Join(forest, Col("ps_partkey") == Col("p_partkey"), "left_semi")
            .Join(shipped, Col("ps_partkey") == Col("l_partkey") & Col("ps_suppkey") == Col("l_suppkey") & Col("ps_availqty") > Col("half"));
        return t.Supplier
            .Join(t.Nation.Filter(Col("n_name") == "CANADA"), Col("s_nationkey") == Col("n_nationkey"))
            .Join(surplus, Col("s_suppkey") == Col("ps_suppkey"), "left_semi")
            .Select("s_name", "s_address")
            .OrderBy("s_name");
    }

    /// <summary>Suppliers who kept orders waiting.</summary>
    public static DataFrame Q21(TpchTables t)
    {
        var items = t.LineItem.Select("l_orderkey", "l_suppkey", "l_receiptdate", "l_commitdate");
        var late = items.Filter(Col("l_receiptdate") > Col("l_commitdate"));
        var (l1, l2, l3) = (late.Alias("l1"), items.Alias("l2"), late.Alias("l3"));
        return t.Supplier
            .Join(t.Nation.Filter(Col("n_name") == "SAUDI ARABIA"), Col("s_nationkey") == Col("n_nationkey"))
            .Join(l1, Col("s_suppkey") == Col("l1.l_suppkey"))
            .Join(t.Orders.Filter(Col("o_orderstatus") == "F"), Col("o_orderkey") == Col("l1.l_orderkey"))
            .Join(l2, Col("l2.l_orderkey") == Col("l1.l_orderkey") & Col("l2.l_suppkey") != Col("l1.l_suppkey"), "left_semi")
            .Join(l3, Col("l3.l_orderkey") == Col("l1.l_orderkey") & Col("l3.l_suppkey") != Col("l1.l_suppkey"), "left_anti")
            .GroupBy("s_name")
            .Agg(Count(Lit(1)).Alias("numwait"))
            .OrderBy(Col("numwait").Desc(), Col("s_name"))
            .Limit(100);
    }

    /// <summary>Global sales opportunity.</summary>
    public static DataFrame Q22(TpchTables t)
    {
        var customers = CustomersOfSevenCodes(t);
        var average = customers.Filter(Col("c_acctbal") > 0.00m).Agg(Avg("c_acctbal").Alias("average"));
        return Opportunities(customers
            .Join(average, Col("c_acctbal") > Col("average"))
            .Join(t.Orders, Col("c_custkey") == Col("o_custkey"), "left_anti"));
    }

    internal static DataFrame CustomersOfSevenCodes(TpchTables t) => t.Customer
        .WithColumn("cntrycode", Substring("c_phone", 1, 2))
        .Filter(Col("cntrycode").IsIn("13", "31", "23", "29", "30", "18", "17"));

    internal static DataFrame Opportunities(DataFrame customers) => customers
        .GroupBy("cntrycode")
        .Agg(Count(Lit(1)).Alias("numcust"), Sum("c_acctbal").Alias("totacctbal"))
        .OrderBy("cntrycode");
}
