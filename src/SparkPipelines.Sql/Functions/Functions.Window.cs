namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The share of the partition's rows that come before this one or sort equal.</summary>
    /// <returns>double</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column CumeDist() => Call("cume_dist");

    /// <summary>The row's rank; rows that sort equal share one, and no number is left out after them.</summary>
    /// <returns>int</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column DenseRank() => Call("dense_rank");

    /// <summary>The row's part when the partition is split into so many equal ones, from 1.</summary>
    /// <returns>int</returns>
    /// <remarks>Never null. Since Spark 1.4.</remarks>
    public static Column Ntile(int n) => Call("ntile", Lit(n));

    /// <summary>The row's rank less 1 as a share of the partition's rows less 1.</summary>
    /// <returns>double</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column PercentRank() => Call("percent_rank");

    /// <summary>The row's rank; rows that sort equal share one, and numbers are left out after them.</summary>
    /// <returns>int</returns>
    /// <remarks>Never null. Since Spark 1.4.</remarks>
    public static Column Rank() => Call("rank");

    /// <summary>The row's number in its partition, from 1.</summary>
    /// <returns>int</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column RowNumber() => Call("row_number");

    /// <summary>The first value of the window or group.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Null when that is null and nulls are not ignored. Since Spark 3.5.</remarks>
    public static Column FirstValue(Column column) => Call("first_value", column);

    /// <inheritdoc cref="FirstValue(Column)"/>
    public static Column FirstValue(string columnName) => Call("first_value", Col(columnName));

    /// <inheritdoc cref="FirstValue(Column)"/>
    public static Column FirstValue(Column column, bool ignoreNulls) => Call("first_value", column, Lit(ignoreNulls));

    /// <inheritdoc cref="FirstValue(Column)"/>
    public static Column FirstValue(Column column, Column ignoreNulls) => Call("first_value", column, ignoreNulls);

    /// <inheritdoc cref="FirstValue(Column)"/>
    public static Column FirstValue(string columnName, bool ignoreNulls) => Call("first_value", Col(columnName), Lit(ignoreNulls));

    /// <summary>The last value of the window or group.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Null when that is null and nulls are not ignored. Since Spark 3.5.</remarks>
    public static Column LastValue(Column column) => Call("last_value", column);

    /// <inheritdoc cref="LastValue(Column)"/>
    public static Column LastValue(string columnName) => Call("last_value", Col(columnName));

    /// <inheritdoc cref="LastValue(Column)"/>
    public static Column LastValue(Column column, bool ignoreNulls) => Call("last_value", column, Lit(ignoreNulls));

    /// <inheritdoc cref="LastValue(Column)"/>
    public static Column LastValue(Column column, Column ignoreNulls) => Call("last_value", column, ignoreNulls);

    /// <inheritdoc cref="LastValue(Column)"/>
    public static Column LastValue(string columnName, bool ignoreNulls) => Call("last_value", Col(columnName), Lit(ignoreNulls));
}
