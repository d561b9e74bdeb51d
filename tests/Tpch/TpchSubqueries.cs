using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.Tpch.TpchFrames;

namespace SparkPipelines.Tpch;

/// <summary>Queries whose SQL has subqueries, with the API's own: scalar, exists and in, correlated or not. Spark 4.0 and later.</summary>
internal static class TpchSubqueries
{
    public static DataFrame Q4(TpchTables t)
    {
        var late = t.LineItem.Filter(Col("l_orderkey") == Col("o_orderkey").Outer() & Col("l_commitdate") < Col("l_receiptdate"));
        return t.Orders
            .Filter(Col("o_orderdate") >= Day(1993, 7, 1) & Col("o_orderdate") < Day(1993, 10, 1))
            .Filter(late.Exists())
            .GroupBy("o_orderpriority")
            .Agg(Count(Lit(1)).Alias("order_count"))
            .OrderBy("o_orderpriority");
    }

    public static DataFrame Q11(TpchTables t)
    {
        var stock = StockOfGermany(t);
        return stock
            .GroupBy("ps_partkey")
            .Agg(Sum("cost").Alias("value"))
            .Filter(Col("value") > stock.Agg(Sum("cost") * Lit(0.0001m / t.ScaleFactor)).Scalar())
            .OrderBy(Desc("value"));
    }

    public static DataFrame Q15(TpchTables t)
    {
        var revenue = RevenueOfSuppliers(t);
        return t.Supplier
            .Join(revenue, Col("s_suppkey") == Col("supplier_no"))
            .Filter(Col("total_revenue") == revenue.Agg(Max("total_revenue")).Scalar())
            .Select("s_suppkey", "s_name", "s_address", "s_phone", "total_revenue")
            .OrderBy("s_suppkey");
    }

    public static DataFrame Q16(TpchTables t)
    {
        var complained = t.Supplier.Filter(Col("s_comment").Like("%Customer%Complaints%")).Select("s_suppkey");
        return OfferedParts(t)
            .Filter(!Col("ps_suppkey").IsIn(complained))
            .GroupBy("p_brand", "p_type", "p_size")
            .Agg(CountDistinct("ps_suppkey").Alias("supplier_cnt"))
            .OrderBy(Col("supplier_cnt").Desc(), Col("p_brand"), Col("p_type"), Col("p_size"));
    }

    public static DataFrame Q17(TpchTables t)
    {
        var little = t.LineItem.Alias("l2").Filter(Col("l2.l_partkey") == Col("p_partkey").Outer()).Agg(Lit(0.2m) * Avg("l_quantity")).Scalar();
        return t.LineItem
            .Join(t.Part.Filter(Col("p_brand") == "Brand#23" & Col("p_container") == "MED BOX"), Col("l_partkey") == Col("p_partkey"))
            .Filter(Col("l_quantity") < little)
            .Agg((Sum("l_extendedprice") / Lit(7.0m)).Alias("avg_yearly"));
    }

    public static DataFrame Q18(TpchTables t)
    {
        var large = t.LineItem.GroupBy("l_orderkey").Agg(Sum("l_quantity").Alias("quantity")).Filter(Col("quantity") > 300).Select("l_orderkey");
        return LargeOrders(t, t.Orders.Filter(Col("o_orderkey").IsIn(large)));
    }

    public static DataFrame Q22(TpchTables t)
    {
        var customers = CustomersOfSevenCodes(t);
        var average = customers.Filter(Col("c_acctbal") > 0.00m).Agg(Avg("c_acctbal")).Scalar();
        var orders = t.Orders.Filter(Col("o_custkey") == Col("c_custkey").Outer());
        return Opportunities(customers.Filter(Col("c_acctbal") > average & !orders.Exists()));
    }
}
