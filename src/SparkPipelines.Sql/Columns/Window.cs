namespace SparkPipelines.Sql.Expressions;

/// <summary>
/// Begins a window: over which rows an aggregate or window function is computed for each row. As
/// <see href="https://spark.apache.org/docs/4.2.0/api/python/reference/pyspark.sql/window.html">Spark 4.2's Window</see>.
/// </summary>
/// <remarks>
/// Where <c>using static SparkPipelines.Sql.Functions</c> stands, the plain name is that of the time window,
/// <see cref="Functions.Window(Column, string)"/>; <c>using Window = SparkPipelines.Sql.Expressions.Window;</c> makes it this class.
/// </remarks>
public static class Window
{
    /// <summary>The first row of the partition.</summary>
    public static long UnboundedPreceding => long.MinValue;

    /// <summary>The last row of the partition.</summary>
    public static long UnboundedFollowing => long.MaxValue;

    /// <summary>The row itself; in a range also the rows that sort equal.</summary>
    public static long CurrentRow => 0;

    /// <summary>A window over the rows with equal values in these columns.</summary>
    public static WindowSpec PartitionBy(string colName, params string[] colNames) => WindowSpec.Empty.PartitionBy(colName, colNames);

    /// <summary>A window over the rows with equal values in these columns.</summary>
    public static WindowSpec PartitionBy(params Column[] columns) => WindowSpec.Empty.PartitionBy(columns);

    /// <summary>A window over all rows in this order; unless a frame is set, from the first row to the current one.</summary>
    public static WindowSpec OrderBy(string colName, params string[] colNames) => WindowSpec.Empty.OrderBy(colName, colNames);

    /// <summary>A window over all rows in this order; unless a frame is set, from the first row to the current one.</summary>
    public static WindowSpec OrderBy(params Column[] columns) => WindowSpec.Empty.OrderBy(columns);

    /// <summary>A window from one row to another, counted from the current one; negative is before it.</summary>
    public static WindowSpec RowsBetween(long start, long end) => WindowSpec.Empty.RowsBetween(start, end);

    /// <summary>A window of rows whose order value lies within these distances of the current one.</summary>
    public static WindowSpec RangeBetween(long start, long end) => WindowSpec.Empty.RangeBetween(start, end);
}
