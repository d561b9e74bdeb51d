using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Bench;

/// <summary>One of the eight-column rows that the transfers are measured with.</summary>
internal sealed record WideRow(long Id, int I, double D, string S, string T, bool B, DateOnly Dt, DateTime Ts)
{
    /// <summary>So many of them, made by the server in so many partitions, by default one for each of its cores.</summary>
    public static DataFrame Frame(SparkSession spark, long rows, int? partitions = null) => (partitions is { } count ? spark.Range(0, rows, 1, count) : spark.Range(rows)).Select(
        Col("id"),
        (Col("id") % Lit(1000)).Cast("int").Alias("i"),
        (Col("id") * Lit(0.5)).Alias("d"),
        Concat(Lit("name-"), (Col("id") % Lit(5000)).Cast("string")).Alias("s"),
        Concat(Lit("a somewhat longer text "), Col("id").Cast("string")).Alias("t"),
        (Col("id") % Lit(2) == Lit(0)).Alias("b"),
        DateAdd(Lit(new DateOnly(2000, 1, 1)), (Col("id") % Lit(9000)).Cast("int")).Alias("dt"),
        TimestampSeconds(Col("id") + Lit(1_500_000_000L)).Alias("ts"));
}
