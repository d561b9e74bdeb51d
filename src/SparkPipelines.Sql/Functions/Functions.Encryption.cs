namespace SparkPipelines.Sql;

public static partial class Functions
{
    /// <summary>Bytes encrypted with AES.</summary>
    /// <param name="input">Bytes.</param>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="mode">ECB, CBC or GCM, which is the default.</param>
    /// <param name="padding">PKCS, NONE or DEFAULT, the one that fits the mode.</param>
    /// <param name="iv">The initialisation vector for CBC and GCM; a random one unless given.</param>
    /// <param name="aad">Data that GCM authenticates besides.</param>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column AesEncrypt(Column input, Column key, Column? mode = null, Column? padding = null, Column? iv = null, Column? aad = null) =>
        Call("aes_encrypt", input, key, mode ?? Lit("GCM"), padding ?? Lit("DEFAULT"), iv ?? Lit(""), aad ?? Lit(""));

    /// <summary>Bytes decrypted with AES; an error when they or the key are wrong.</summary>
    /// <param name="input">Bytes.</param>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="mode">ECB, CBC or GCM, which is the default.</param>
    /// <param name="padding">PKCS, NONE or DEFAULT, the one that fits the mode.</param>
    /// <param name="aad">Data that GCM authenticates besides.</param>
    /// <returns>binary</returns>
    /// <remarks>Since Spark 3.5.</remarks>
    public static Column AesDecrypt(Column input, Column key, Column? mode = null, Column? padding = null, Column? aad = null) =>
        Call("aes_decrypt", input, key, mode ?? Lit("GCM"), padding ?? Lit("DEFAULT"), aad ?? Lit(""));

    /// <summary>As <see cref="AesDecrypt"/>; null when the bytes or the key are wrong.</summary>
    public static Column TryAesDecrypt(Column input, Column key, Column? mode = null, Column? padding = null, Column? aad = null) =>
        Call("try_aes_decrypt", input, key, mode ?? Lit("GCM"), padding ?? Lit("DEFAULT"), aad ?? Lit(""));

    /// <summary>For <see cref="DataFrameWriterV2.PartitionedBy"/>: so many partitions by a hash of the column.</summary>
    /// <remarks>Since Spark 3.1.</remarks>
    public static Column Bucket(int numBuckets, Column column) => Call("bucket", Lit(numBuckets), column);

    /// <inheritdoc cref="Bucket(int, Column)"/>
    public static Column Bucket(Column numBuckets, Column column) => Call("bucket", numBuckets, column);
}
