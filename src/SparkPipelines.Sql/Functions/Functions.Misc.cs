namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The file that the row is from; empty when it is from none.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column InputFileName() => Call("input_file_name");

    /// <summary>The length of the file's block that the row is from, in bytes; -1 when it is from none.</summary>
    /// <returns>long</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column InputFileBlockLength() => Call("input_file_block_length");

    /// <summary>The first byte of the file's block that the row is from; -1 when it is from none.</summary>
    /// <returns>long</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column InputFileBlockStart() => Call("input_file_block_start");

    /// <summary>A number that grows from row to row inside a partition and from partition to partition, with gaps.</summary>
    /// <returns>long</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column MonotonicallyIncreasingId() => Call("monotonically_increasing_id");

    /// <summary>The number of the partition that the row is in.</summary>
    /// <returns>int</returns>
    /// <remarks>Never null. Since Spark 1.6.</remarks>
    public static Column SparkPartitionId() => Call("spark_partition_id");

    /// <summary>The session's current catalog.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column CurrentCatalog() => Call("current_catalog");

    /// <summary>The session's current database.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column CurrentDatabase() => Call("current_database");

    /// <summary>The session's search path for functions and tables.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 4.2.</remarks>
    public static Column CurrentPath() => Call("current_path");

    /// <summary>The session's current database.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column CurrentSchema() => Call("current_schema");

    /// <summary>The user of the session.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column CurrentUser() => Call("current_user");

    /// <summary>The user of the session.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 4.0.</remarks>
    public static Column SessionUser() => Call("session_user");

    /// <summary>The user of the session.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column User() => Call("user");

    /// <summary>Spark's version and revision.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column Version() => Call("version");

    /// <summary>The name of the argument's type in DDL.</summary>
    /// <returns>string</returns>
    /// <remarks>Never null. Since Spark 3.5.</remarks>
    public static Column Typeof(Column column) => Call("typeof", column);

    /// <inheritdoc cref="Typeof(Column)"/>
    public static Column Typeof(string columnName) => Call("typeof", Col(columnName));

    /// <summary>Null where a condition is true, else an error that stops the query.</summary>
    /// <returns>void</returns>
    /// <remarks>An error for null. Since Spark 3.1.</remarks>
    public static Column AssertTrue(Column column) => Call("assert_true", column);

    /// <inheritdoc cref="AssertTrue(Column)"/>
    public static Column AssertTrue(string columnName) => Call("assert_true", Col(columnName));

    /// <inheritdoc cref="AssertTrue(Column)"/>
    public static Column AssertTrue(Column column, string errMsg) => Call("assert_true", column, Lit(errMsg));

    /// <inheritdoc cref="AssertTrue(Column)"/>
    public static Column AssertTrue(Column column, Column errMsg) => Call("assert_true", column, errMsg);

    /// <inheritdoc cref="AssertTrue(Column)"/>
    public static Column AssertTrue(string columnName, string errMsg) => Call("assert_true", Col(columnName), Lit(errMsg));

    /// <summary>An error that stops the query.</summary>
    /// <returns>void</returns>
    /// <remarks>A null message is an error too. Since Spark 3.1.</remarks>
    public static Column RaiseError(string errMsg) => Call("raise_error", Lit(errMsg));

    /// <inheritdoc cref="RaiseError(string)"/>
    public static Column RaiseError(Column errMsg) => Call("raise_error", errMsg);

    /// <summary>What a user-defined type's value is stored as.</summary>
    /// <returns>The type it is stored as.</returns>
    /// <remarks>Since Spark 3.4.</remarks>
    public static Column UnwrapUdt(Column column) => Call("unwrap_udt", column);

    /// <inheritdoc cref="UnwrapUdt(Column)"/>
    public static Column UnwrapUdt(string columnName) => Call("unwrap_udt", Col(columnName));

    /// <summary>Calls a static method of a Java class: its name, the method's, then arguments.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column JavaMethod(params Column[] columns) => Call("java_method", columns);

    /// <summary>Calls a static method of a Java class: its name, the method's, then arguments.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Reflect(params Column[] columns) => Call("reflect", columns);

    /// <summary>Calls a static method of a Java class; null when it throws.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 4.0.</remarks>
    public static Column TryReflect(params Column[] columns) => Call("try_reflect", columns);
}
