using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class HashCases
{
    public static FunctionCase[] All =>
    [
        Case("crc32", Crc32(Lit("Spark")), "crc32('Spark')", "bigint 1557323817"),
        Case("hash", Hash(Lit("Spark"), Lit(1), Lit(null)), "hash('Spark', 1, null)", "int 205329825"),
        Case("md5", Md5(Lit("Spark")), "md5('Spark')", "string '8cde774d6f7333752ed72cacddb05126'"),
        Case("sha", Sha(Lit("")), "sha('')", "string 'da39a3ee5e6b4b0d3255bfef95601890afd80709'"),
        Case("sha1", Sha1(Lit("é")), "sha1('é')", "string 'bf15be717ac1b080b4f1c456692825891ff5073d'"),
        Case("xxhash64", XXHash64(Lit("Spark"), Lit(2)), "xxhash64('Spark', 2)", "bigint -3909679912936729532"),
        Case("aes_encrypt", Hex(AesEncrypt(Lit("Spark"), Lit("abcdefghijklmnop"), Lit("ECB"))), "hex(aes_encrypt('Spark', 'abcdefghijklmnop', 'ECB'))", "string 'E07BF450A0B1EA77D4780A0F668D73FB'"),
        Case("aes_decrypt", AesDecrypt(AesEncrypt(Lit("é"), Lit("abcdefghijklmnop")), Lit("abcdefghijklmnop")), "aes_decrypt(aes_encrypt('é', 'abcdefghijklmnop'), 'abcdefghijklmnop')", "binary 0xC3A9"),
        Case("try_aes_decrypt", TryAesDecrypt(Lit(new byte[] { 1 }), Lit("abcdefghijklmnop")), "try_aes_decrypt(X'01', 'abcdefghijklmnop')", "binary null"),
    ];
}
