using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

/// <summary>Variants and geometry.</summary>
internal static class VariantCases
{
    public static FunctionCase[] All =>
    [
        Case("parse_json", ParseJson(Lit("{\"a\":[1,null]}")).Cast("string"), """CAST(parse_json('{"a":[1,null]}') AS STRING)""", """string '{"a":[1,null]}'""").From(4, 0),
        Case("try_parse_json", TryParseJson(Lit("{")).IsNull(), "try_parse_json('{') IS NULL", "boolean true").From(4, 0),
        Case("to_variant_object", ToVariantObject(Expr("named_struct('a', 1)")).Cast("string"), "CAST(to_variant_object(named_struct('a', 1)) AS STRING)", """string '{"a":1}'""").From(4, 0),
        Case("is_variant_null", IsVariantNull(ParseJson(Lit("null"))), "is_variant_null(parse_json('null'))", "boolean true").From(4, 0),
        Case("is_valid_variant", IsValidVariant(ParseJson(Lit("[]"))), "is_valid_variant(parse_json('[]'))", "boolean true").From(4, 2),
        Case("variant_get", VariantGet(ParseJson(Lit("{\"a\":\"5\"}")), "$.a", "int"), """variant_get(parse_json('{"a":"5"}'), '$.a', 'int')""", "int 5").From(4, 0),
        Case("try_variant_get", TryVariantGet(ParseJson(Lit("{\"a\":\"x\"}")), "$.a", "int"), """try_variant_get(parse_json('{"a":"x"}'), '$.a', 'int')""", "int null").From(4, 0),
        Case("schema_of_variant", SchemaOfVariant(ParseJson(Lit("{\"a\":[1,2.5]}"))), """schema_of_variant(parse_json('{"a":[1,2.5]}'))""", "string 'OBJECT<a: ARRAY<DECIMAL(21,1)>>'").From(4, 0),
        Case("schema_of_variant_agg", SchemaOfVariantAgg(ParseJson(Lit("{\"a\":true}"))), """schema_of_variant_agg(parse_json('{"a":true}'))""", "string 'OBJECT<a: BOOLEAN>'").From(4, 0),
        Case("st_asbinary", StAsBinary(StGeomFromWkb(Expr("X'0101000000000000000000F03F0000000000000040'"))), "st_asbinary(st_geomfromwkb(X'0101000000000000000000F03F0000000000000040'))", "binary 0x0101000000000000000000F03F0000000000000040").From(4, 1),
        Case("st_geogfromwkb", StAsBinary(StGeogFromWkb(Expr("X'0101000000000000000000F03F0000000000000040'"))), "st_asbinary(st_geogfromwkb(X'0101000000000000000000F03F0000000000000040'))", "binary 0x0101000000000000000000F03F0000000000000040").From(4, 1),
        Case("st_setsrid", StSrid(StSetSrid(StGeomFromWkb(Expr("X'0101000000000000000000F03F0000000000000040'")), 3857)), "st_srid(st_setsrid(st_geomfromwkb(X'0101000000000000000000F03F0000000000000040'), 3857))", "int 3857").From(4, 1),
        Case("st_srid", StSrid(StGeogFromWkb(Expr("X'0101000000000000000000F03F0000000000000040'"))), "st_srid(st_geogfromwkb(X'0101000000000000000000F03F0000000000000040'))", "int 4326").From(4, 1),
        Case("parse_json broken", ParseJson(Lit("{")), "parse_json('{')", "error MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION").From(4, 0),
        Case("variant_get by a column", VariantGet(ParseJson(Lit("[10,20]")), Lit("$[1]"), "bigint"), "variant_get(parse_json('[10,20]'), '$[1]', 'bigint')", "bigint 20").From(4, 0),
        Case("variant_get of another type", VariantGet(ParseJson(Lit("{\"a\":\"x\"}")), "$.a", "int"), """variant_get(parse_json('{"a":"x"}'), '$.a', 'int')""", "error INVALID_VARIANT_CAST").From(4, 0),
        Case("st_asbinary big endian", StAsBinary(StGeomFromWkb(Expr("X'0101000000000000000000F03F0000000000000040'"), 4326), "XDR"), "st_asbinary(st_geomfromwkb(X'0101000000000000000000F03F0000000000000040', 4326), 'XDR')", "binary 0x00000000013FF00000000000004000000000000000").From(4, 2),
        Case("st_geomfromwkb with a reference system", StSrid(StGeomFromWkb(Expr("X'0101000000000000000000F03F0000000000000040'"), 3857)), "st_srid(st_geomfromwkb(X'0101000000000000000000F03F0000000000000040', 3857))", "int 3857").From(4, 2),
    ];
}
