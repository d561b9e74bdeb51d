using SparkPipelines.Sql;

namespace SparkPipelines.Tpch;

/// <summary>The eight tables, as Parquet files of one folder.</summary>
internal sealed class TpchTables(SparkSession spark, string folder, decimal scaleFactor)
{
    public static IReadOnlyList<string> Names { get; } = ["region", "nation", "supplier", "customer", "part", "partsupp", "orders", "lineitem"];

    /// <summary>The size of the data; 1 is about a gigabyte of text.</summary>
    public decimal ScaleFactor => scaleFactor;

    public DataFrame Region => Table("region");

    public DataFrame Nation => Table("nation");

    public DataFrame Supplier => Table("supplier");

    public DataFrame Customer => Table("customer");

    public DataFrame Part => Table("part");

    public DataFrame PartSupp => Table("partsupp");

    public DataFrame Orders => Table("orders");

    public DataFrame LineItem => Table("lineitem");

    /// <summary>Lets SQL name the tables: one temporary view each.</summary>
    public void CreateViews()
    {
        foreach (var name in Names)
            Table(name).CreateOrReplaceTempView(name);
    }

    private DataFrame Table(string name) => spark.Read().Parquet($"{folder}/{name}.parquet");
}
