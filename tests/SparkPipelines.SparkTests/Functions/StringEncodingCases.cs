using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class StringEncodingCases
{
    public static FunctionCase[] All =>
    [
        Case("ascii", Ascii(Lit("é")), "ascii('é')", "int 233"),
        Case("base64", Base64(Lit("Spark é")), "base64('Spark é')", "string 'U3Bhcmsgw6k='"),
        Case("char", Char(Lit(65)), "char(65)", "string 'A'"),
        Case("chr", Chr(Lit(233L)), "chr(233L)", "string 'é'"),
        Case("collate", Collate(Lit("a"), "UTF8_LCASE") == Lit("A"), "collate('a', 'UTF8_LCASE') = 'A'", "boolean true").From(4, 0),
        Case("collation", Collation(Lit("a")), "collation('a')", "string 'SYSTEM.BUILTIN.UTF8_BINARY'").From(4, 0),
        Case("decode", Decode(Lit(new byte[] { 0xC3, 0xA9 }), "UTF-8"), "decode(X'C3A9', 'UTF-8')", "string 'é'"),
        Case("encode", Encode(Lit("é"), "UTF-16BE"), "encode('é', 'UTF-16BE')", "binary 0x00E9"),
        Case("is_valid_utf8", IsValidUtf8(Lit("é")), "is_valid_utf8('é')", "boolean true").From(4, 0),
        Case("make_valid_utf8", MakeValidUtf8(Lit(new byte[] { 0x61, 0xFF }).Cast("string")), "make_valid_utf8(cast(X'61FF' as string))", "string 'a�'").From(4, 0),
        Case("parse_url", ParseUrl(Lit("http://spark.apache.org/path?query=1"), "HOST"), "parse_url('http://spark.apache.org/path?query=1', 'HOST')", "string 'spark.apache.org'"),
        Case("parse_url key", ParseUrl(Lit("http://a.b/p?q=1"), "QUERY", "q"), "parse_url('http://a.b/p?q=1', 'QUERY', 'q')", "string '1'"),
        Case("quote", Quote(Lit("a'b")), "quote(\"a'b\")", "string ''a\\'b''").From(4, 1),
        Case("to_binary", ToBinary(Lit("616263")), "to_binary('616263')", "binary 0x616263"),
        Case("to_binary format", ToBinary(Lit("é"), "utf-8"), "to_binary('é', 'utf-8')", "binary 0xC3A9"),
        Case("try_to_binary", TryToBinary(Lit("xyz"), "hex"), "try_to_binary('xyz', 'hex')", "binary null"),
        Case("try_parse_url", TryParseUrl(Lit("inva lid://url"), "HOST"), "try_parse_url('inva lid://url', 'HOST')", "string null").From(4, 0),
        Case("try_url_decode", TryUrlDecode(Lit("%")), "try_url_decode('%')", "string null").From(4, 0),
        Case("try_validate_utf8", TryValidateUtf8(Lit(new byte[] { 0xFF }).Cast("string")), "try_validate_utf8(cast(X'FF' as string))", "string null").From(4, 0),
        Case("unbase64", Unbase64(Lit("U3Bhcms=")), "unbase64('U3Bhcms=')", "binary 0x537061726B"),
        Case("url_decode", UrlDecode(Lit("a%20b%2Fc")), "url_decode('a%20b%2Fc')", "string 'a b/c'"),
        Case("url_encode", UrlEncode(Lit("a b/é")), "url_encode('a b/é')", "string 'a+b%2F%C3%A9'"),
        Case("validate_utf8", ValidateUtf8(Lit("a")), "validate_utf8('a')", "string 'a'").From(4, 0),
        Case("validate_utf8 invalid", ValidateUtf8(Lit(new byte[] { 0xFF }).Cast("string")), "validate_utf8(cast(X'FF' as string))", "error INVALID_UTF8_STRING").From(4, 0),
    ];
}
