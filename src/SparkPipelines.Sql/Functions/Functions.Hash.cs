namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>The CRC-32 checksum of bytes or text.</summary>
    /// <returns>long</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Crc32(Column column) => Call("crc32", column);

    /// <inheritdoc cref="Crc32(Column)"/>
    public static Column Crc32(string columnName) => Call("crc32", Col(columnName));

    /// <summary>A 32-bit Murmur3 hash of these columns.</summary>
    /// <returns>int</returns>
    /// <remarks>Never null; a null changes nothing. Since Spark 2.0.</remarks>
    public static Column Hash(params Column[] columns) => Call("hash", columns);

    /// <inheritdoc cref="Hash(Column[])"/>
    public static Column Hash(string columnName, params string[] columnNames) => Call("hash", Columns(columnName, columnNames));

    /// <summary>The MD5 digest of bytes or text in 32 hexadecimal digits.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Md5(Column column) => Call("md5", column);

    /// <inheritdoc cref="Md5(Column)"/>
    public static Column Md5(string columnName) => Call("md5", Col(columnName));

    /// <summary>The SHA-1 digest of bytes or text in hexadecimal digits.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column Sha(Column column) => Call("sha", column);

    /// <inheritdoc cref="Sha(Column)"/>
    public static Column Sha(string columnName) => Call("sha", Col(columnName));

    /// <summary>The SHA-1 digest of bytes or text in hexadecimal digits.</summary>
    /// <returns>string</returns>
    /// <remarks>Since Spark 1.5.</remarks>
    public static Column Sha1(Column column) => Call("sha1", column);

    /// <inheritdoc cref="Sha1(Column)"/>
    public static Column Sha1(string columnName) => Call("sha1", Col(columnName));

    /// <summary>A 64-bit xxHash of these columns.</summary>
    /// <returns>long</returns>
    /// <remarks>Never null; a null changes nothing. Since Spark 3.0.</remarks>
    public static Column XXHash64(params Column[] columns) => Call("xxhash64", columns);

    /// <inheritdoc cref="XXHash64(Column[])"/>
    public static Column XXHash64(string columnName, params string[] columnNames) => Call("xxhash64", Columns(columnName, columnNames));
}
