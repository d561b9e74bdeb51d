namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>For PartitionedBy: a partition for each year.</summary>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Years(Column column) => Call("years", column);

    /// <inheritdoc cref="Years(Column)"/>
    public static Column Years(string columnName) => Call("years", Col(columnName));

    /// <summary>For PartitionedBy: a partition for each month.</summary>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Months(Column column) => Call("months", column);

    /// <inheritdoc cref="Months(Column)"/>
    public static Column Months(string columnName) => Call("months", Col(columnName));

    /// <summary>For PartitionedBy: a partition for each day.</summary>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Days(Column column) => Call("days", column);

    /// <inheritdoc cref="Days(Column)"/>
    public static Column Days(string columnName) => Call("days", Col(columnName));

    /// <summary>For PartitionedBy: a partition for each hour.</summary>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Hours(Column column) => Call("hours", column);

    /// <inheritdoc cref="Hours(Column)"/>
    public static Column Hours(string columnName) => Call("hours", Col(columnName));
}
