namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The first value that is not null.</summary>
    /// <returns>The values' common type.</returns>
    /// <remarks>Null when all are. Since Spark 1.4.</remarks>
    public static Column Coalesce(params Column[] columns) => Call("coalesce", columns);

    /// <inheritdoc cref="Coalesce(Column[])"/>
    public static Column Coalesce(string columnName, params string[] columnNames) => Call("coalesce", Columns(columnName, columnNames));

    /// <summary>Whether both are equal, with null equal to null.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column EqualNull(Column col1, Column col2) => Call("equal_null", col1, col2);

    /// <inheritdoc cref="EqualNull(Column, Column)"/>
    public static Column EqualNull(string col1Name, string col2Name) => Call("equal_null", Col(col1Name), Col(col2Name));

    /// <summary>The first value, or the second when it is null.</summary>
    /// <returns>The values' common type.</returns>
    /// <remarks>Null when both are. Since Spark 3.5.</remarks>
    public static Column Ifnull(Column col1, Column col2) => Call("ifnull", col1, col2);

    /// <inheritdoc cref="Ifnull(Column, Column)"/>
    public static Column Ifnull(string col1Name, string col2Name) => Call("ifnull", Col(col1Name), Col(col2Name));

    /// <summary>Whether the value is the floating-point NaN.</summary>
    /// <returns>boolean</returns>
    /// <remarks>False for null. Since Spark 1.6.</remarks>
    public static Column IsNaN(Column column) => Call("isnan", column);

    /// <inheritdoc cref="IsNaN(Column)"/>
    public static Column IsNaN(string columnName) => Call("isnan", Col(columnName));

    /// <summary>Whether the value is null.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column IsNull(Column column) => Call("isnull", column);

    /// <inheritdoc cref="IsNull(Column)"/>
    public static Column IsNull(string columnName) => Call("isnull", Col(columnName));

    /// <summary>Whether the value is not null.</summary>
    /// <returns>boolean</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column IsNotNull(Column column) => Call("isnotnull", column);

    /// <inheritdoc cref="IsNotNull(Column)"/>
    public static Column IsNotNull(string columnName) => Call("isnotnull", Col(columnName));

    /// <summary>The first value, or the second when it is NaN.</summary>
    /// <returns>double</returns>
    /// <remarks>Since Spark 1.6.</remarks>
    public static Column NaNvl(Column column1, Column column2) => Call("nanvl", column1, column2);

    /// <inheritdoc cref="NaNvl(Column, Column)"/>
    public static Column NaNvl(string column1Name, string column2Name) => Call("nanvl", Col(column1Name), Col(column2Name));

    /// <summary>Null when both are equal, else the first.</summary>
    /// <returns>The first argument's type.</returns>
    /// <remarks>The first value when the second is null. Since Spark 3.5.</remarks>
    public static Column Nullif(Column col1, Column col2) => Call("nullif", col1, col2);

    /// <inheritdoc cref="Nullif(Column, Column)"/>
    public static Column Nullif(string col1Name, string col2Name) => Call("nullif", Col(col1Name), Col(col2Name));

    /// <summary>Null for 0, else the number.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column Nullifzero(Column column) => Call("nullifzero", column);

    /// <inheritdoc cref="Nullifzero(Column)"/>
    public static Column Nullifzero(string columnName) => Call("nullifzero", Col(columnName));

    /// <summary>The first value, or the second when it is null.</summary>
    /// <returns>The values' common type.</returns>
    /// <remarks>Null when both are. Since Spark 3.5.</remarks>
    public static Column Nvl(Column col1, Column col2) => Call("nvl", col1, col2);

    /// <inheritdoc cref="Nvl(Column, Column)"/>
    public static Column Nvl(string col1Name, string col2Name) => Call("nvl", Col(col1Name), Col(col2Name));

    /// <summary>The second value when the first is not null, else the third.</summary>
    /// <returns>The last two values' common type.</returns>
    /// <remarks>Null when the chosen one is. Since Spark 3.5.</remarks>
    public static Column Nvl2(Column col1, Column col2, Column col3) => Call("nvl2", col1, col2, col3);

    /// <inheritdoc cref="Nvl2(Column, Column, Column)"/>
    public static Column Nvl2(string col1Name, string col2Name, string col3Name) => Call("nvl2", Col(col1Name), Col(col2Name), Col(col3Name));

    /// <summary>0 for null, else the number.</summary>
    /// <returns>The argument's type.</returns>
    /// <remarks>Never null. Since Spark 4.0.</remarks>
    public static Column Zeroifnull(Column column) => Call("zeroifnull", column);

    /// <inheritdoc cref="Zeroifnull(Column)"/>
    public static Column Zeroifnull(string columnName) => Call("zeroifnull", Col(columnName));
}
