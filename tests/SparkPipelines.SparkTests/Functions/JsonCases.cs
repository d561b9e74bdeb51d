using SparkPipelines.Sql.Types;
using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

/// <summary>JSON, CSV and XML in text.</summary>
internal static class JsonCases
{
    public static FunctionCase[] All =>
    [
        Case("get_json_object", GetJsonObject(Lit("{\"a\":[1,{\"b\":\"é\"}]}"), "$.a[1].b"), """get_json_object('{"a":[1,{"b":"é"}]}', '$.a[1].b')""", "string 'é'"),
        Case("get_json_object nothing there", GetJsonObject(Lit("{}"), "$.a"), "get_json_object('{}', '$.a')", "string null"),
        Case("json_array_length", JsonArrayLength(Lit("[1,[2,3]]")), "json_array_length('[1,[2,3]]')", "int 2"),
        Case("json_array_length no array", JsonArrayLength(Lit("{}")), "json_array_length('{}')", "int null"),
        Case("json_object_keys", JsonObjectKeys(Lit("{\"a\":1,\"b\":{\"c\":2}}")), """json_object_keys('{"a":1,"b":{"c":2}}')""", "array<string> ['a', 'b']"),
        Case("from_json", FromJson(Lit("{\"a\":1,\"b\":null}"), "a INT, b STRING"), """from_json('{"a":1,"b":null}', 'a INT, b STRING')""", "struct<a:int,b:string> {1, null}"),
        Case("from_json broken", FromJson(Lit("{\"a\":"), "a INT"), """from_json('{"a":', 'a INT')""", "struct<a:int> {null}"),
        Case("from_json by a type", FromJson(Lit("[1,2]"), DataType.FromDDL("ARRAY<INT>")), "from_json('[1,2]', 'ARRAY<INT>')", "array<int> [1, 2]"),
        Case("from_json with an option", FromJson(Lit("{\"d\":\"29.02.2024\"}"), "d DATE", [new("dateFormat", "dd.MM.yyyy")]), """from_json('{"d":"29.02.2024"}', 'd DATE', map('dateFormat', 'dd.MM.yyyy'))""", "struct<d:date> {2024-02-29}"),
        Case("to_json", ToJson(Expr("named_struct('a', 1, 'b', NULL, 'c', array('é'))")), "to_json(named_struct('a', 1, 'b', NULL, 'c', array('é')))", """string '{"a":1,"c":["é"]}'"""),
        Case("to_json with an option", ToJson(Expr("named_struct('a', CAST(NULL AS INT))"), [new("ignoreNullFields", "false")]), "to_json(named_struct('a', CAST(NULL AS INT)), map('ignoreNullFields', 'false'))", """string '{"a":null}'"""),
        Case("schema_of_json", SchemaOfJson("{\"a\":[1.5]}"), """schema_of_json('{"a":[1.5]}')""", "string 'STRUCT<a: ARRAY<DOUBLE>>'"),
        Case("from_csv", FromCsv(Lit("1;\"x;y\""), "a INT, b STRING", [new("sep", ";")]), """from_csv('1;"x;y"', 'a INT, b STRING', map('sep', ';'))""", "struct<a:int,b:string> {1, 'x;y'}"),
        Case("to_csv", ToCsv(Expr("named_struct('a', 1, 'b', 'x,y', 'c', NULL)")), "to_csv(named_struct('a', 1, 'b', 'x,y', 'c', NULL))", """string '1,"x,y",'"""),
        Case("schema_of_csv", SchemaOfCsv("1,2.5,x"), "schema_of_csv('1,2.5,x')", "string 'STRUCT<_c0: INT, _c1: DOUBLE, _c2: STRING>'"),
        Case("from_xml", FromXml(Lit("<r><a>1</a><b>é</b></r>"), "a INT, b STRING"), "from_xml('<r><a>1</a><b>é</b></r>', 'a INT, b STRING')", "struct<a:int,b:string> {1, 'é'}").From(4, 0),
        Case("to_xml", ToXml(Expr("named_struct('a', 1)"), [new("rowTag", "r"), new("indent", "")]), "to_xml(named_struct('a', 1), map('rowTag', 'r', 'indent', ''))", "string '<r><a>1</a></r>\n'").From(4, 0),
        Case("schema_of_xml", SchemaOfXml("<r><a>1</a></r>"), "schema_of_xml('<r><a>1</a></r>')", "string 'STRUCT<a: BIGINT>'").From(4, 0),
        Case("xpath", Xpath(Lit("<a><b>1</b><b>2</b></a>"), "a/b/text()"), "xpath('<a><b>1</b><b>2</b></a>', 'a/b/text()')", "array<string> ['1', '2']"),
        Case("xpath_boolean", XpathBoolean(Lit("<a><b>1</b></a>"), "a/b"), "xpath_boolean('<a><b>1</b></a>', 'a/b')", "boolean true"),
        Case("xpath_double", XpathDouble(Lit("<a><b>1</b><b>2</b></a>"), "sum(a/b)"), "xpath_double('<a><b>1</b><b>2</b></a>', 'sum(a/b)')", "double 3"),
        Case("xpath_number", XpathNumber(Lit("<a><b>x</b></a>"), "a/b"), "xpath_number('<a><b>x</b></a>', 'a/b')", "double NaN"),
        Case("xpath_float", XpathFloat(Lit("<a>1.5</a>"), "a"), "xpath_float('<a>1.5</a>', 'a')", "float 1.5"),
        Case("xpath_int", XpathInt(Lit("<a>7</a>"), "a"), "xpath_int('<a>7</a>', 'a')", "int 7"),
        Case("xpath_long", XpathLong(Lit("<a>-7</a>"), "a"), "xpath_long('<a>-7</a>', 'a')", "bigint -7"),
        Case("xpath_short", XpathShort(Lit("<a>x</a>"), "a"), "xpath_short('<a>x</a>', 'a')", "smallint 0"),
        Case("xpath_string", XpathString(Lit("<a><b>é</b></a>"), "a/b"), "xpath_string('<a><b>é</b></a>', 'a/b')", "string 'é'"),
        QueryCase("json_tuple", s => s.Range(1).Select(JsonTuple(Lit("{\"a\":1,\"b\":\"é\"}"), "a", "b", "c")), """SELECT json_tuple('{"a":1,"b":"é"}', 'a', 'b', 'c')""", "c0 string, c1 string, c2 string | '1', 'é', null"),
        Case("from_json by a column", FromJson(Lit("{\"a\":1}"), SchemaOfJson("{\"a\":0}")), """from_json('{"a":1}', schema_of_json('{"a":0}'))""", "struct<a:bigint> {1}"),
        Case("schema_of_json with an option", SchemaOfJson(Lit("{\"a\":01}"), [new("allowNumericLeadingZeros", "true")]), """schema_of_json('{"a":01}', map('allowNumericLeadingZeros', 'true'))""", "string 'STRUCT<a: BIGINT>'"),
        Case("from_csv by a type", FromCsv(Lit("7"), StructType.FromDDL("n INT")), "from_csv('7', 'n INT')", "struct<n:int> {7}"),
        Case("to_csv with an option", ToCsv(Expr("named_struct('a', 1, 'b', 2)"), [new("sep", "\t")]), "to_csv(named_struct('a', 1, 'b', 2), map('sep', '\\t'))", "string '1\t2'"),
        Case("xpath by a column", XpathInt(Lit("<a><b>3</b></a>"), Lit("a/b")), "xpath_int('<a><b>3</b></a>', 'a/b')", "int 3"),
    ];
}
