using System.Text.Json.Nodes;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Tests.SparkTypes;

public sealed class JsonTests
{
    // The texts, here and below, are what Spark 4.2.1 itself gave for these types.
    public static TheoryData<DataType, string> Types => new()
    {
        { new NullType(), "\"void\"" },
        { new BooleanType(), "\"boolean\"" },
        { new ByteType(), "\"byte\"" },
        { new ShortType(), "\"short\"" },
        { new IntegerType(), "\"integer\"" },
        { new LongType(), "\"long\"" },
        { new FloatType(), "\"float\"" },
        { new DoubleType(), "\"double\"" },
        { new DecimalType(10, 2), "\"decimal(10,2)\"" },
        { new StringType(), "\"string\"" },
        { new CharType(3), "\"char(3)\"" },
        { new VarcharType(4), "\"varchar(4)\"" },
        { new BinaryType(), "\"binary\"" },
        { new DateType(), "\"date\"" },
        { new TimestampType(), "\"timestamp\"" },
        { new TimestampNtzType(), "\"timestamp_ntz\"" },
        { new TimeType(), "\"time(6)\"" },
        { new TimeType(0), "\"time(0)\"" },
        { new DayTimeIntervalType(), "\"interval day to second\"" },
        { new DayTimeIntervalType(DayTimeField.Hour, DayTimeField.Hour), "\"interval hour\"" },
        { new YearMonthIntervalType(), "\"interval year to month\"" },
        { new YearMonthIntervalType(YearMonthField.Month, YearMonthField.Month), "\"interval month\"" },
        { new CalendarIntervalType(), "\"interval\"" },
        { new VariantType(), "\"variant\"" },
        { new GeometryType(4326), "\"geometry(OGC:CRS84)\"" },
        { new GeometryType(0), "\"geometry(SRID:0)\"" },
        { new GeometryType(3857), "\"geometry(EPSG:3857)\"" },
        { new GeometryType(-1), "\"geometry(SRID:ANY)\"" },
        { new GeographyType(4326), "\"geography(OGC:CRS84, SPHERICAL)\"" },
        { new GeographyType(-1), "\"geography(SRID:ANY, SPHERICAL)\"" },
        {
            new StructType(new StructField("𝄞\u2028\u0001\u007f/é", new IntegerType())),
            "{\"type\":\"struct\",\"fields\":[{\"name\":\"𝄞\u2028\\u0001\u007f/é\",\"type\":\"integer\",\"nullable\":true,\"metadata\":{}}]}"
        },
        { new ArrayType(new StringType(), false), """{"type":"array","elementType":"string","containsNull":false}""" },
        { new MapType(new StringType(), new IntegerType()), """{"type":"map","keyType":"string","valueType":"integer","valueContainsNull":true}""" },
        { new StructType(), """{"type":"struct","fields":[]}""" },
        {
            new StructType(new StructField("a", new IntegerType(), false), new StructField("ü \"b\"", new StringType(), true, new JsonObject { ["comment"] = "ä" })),
            """{"type":"struct","fields":[{"name":"a","type":"integer","nullable":false,"metadata":{}},{"name":"ü \"b\"","type":"string","nullable":true,"metadata":{"comment":"ä"}}]}"""
        },
        {
            new StructType(
                new StructField("s", new StringType("UNICODE_CI")),
                new StructField("m", new MapType(new StringType("UTF8_LCASE"), new ArrayType(new StringType("de"))))),
            """{"type":"struct","fields":[{"name":"s","type":"string","nullable":true,"metadata":{"__COLLATIONS":{"s":"icu.UNICODE_CI"}}},{"name":"m","type":{"type":"map","keyType":"string","valueType":{"type":"array","elementType":"string","containsNull":true},"valueContainsNull":true},"nullable":true,"metadata":{"__COLLATIONS":{"m.key":"spark.UTF8_LCASE","m.value.element":"icu.de"}}}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Json_EveryType_IsSparksTextAndReadsBack(DataType type, string json)
    {
        type.Json.ShouldBe(json);
        DataType.FromJson(json).ShouldBe(type);
        DataType.ParseDataType(json).ShouldBe(type);
    }

    [Theory]
    [InlineData("\"tinyint\"", "tinyint")]
    [InlineData("\"decimal\"", "decimal(10,0)")]
    [InlineData("\"null\"", "void")]
    [InlineData("""{"type":"udt","class":"x.Y","pyClass":null,"sqlType":{"type":"array","elementType":"double","containsNull":false}}""", "array<double>")]
    public void FromJson_OtherSpellings_AreUnderstood(string json, string type) => DataType.FromJson(json).SimpleString.ShouldBe(type);

    [Theory]
    [InlineData("\"integre\"", "There is no type 'integre'. (Parameter 'name')")]
    [InlineData("7", "A type is a name or an object, not 7. (Parameter 'json')")]
    [InlineData("""{"type":"array"}""", """The type {"type":"array"} has no 'elementType'. (Parameter 'json')""")]
    [InlineData("""{"type":"set"}""", "There is no type 'set'; an object is an array, a map, a struct or a udt. (Parameter 'json')")]
    [InlineData(
        """{"type":"struct","fields":[{"name":"a","type":{"type":"array","elementType":"nope","containsNull":true},"nullable":true,"metadata":{}}]}""",
        "There is no type 'nope' at 'a.element'. (Parameter 'name')")]
    public void FromJson_NoType_NamesThePart(string json, string message) => Should.Throw<ArgumentException>(() => DataType.FromJson(json)).Message.ShouldBe(message);

    [Fact]
    public void FromJson_ScalarAsSchema_IsRefused() => Should.Throw<ArgumentException>(() => StructType.FromJson("\"integer\"")).Message
        .ShouldBe("A schema is a struct, not int. (Parameter 'json')");

    [Fact]
    public void TreeString_NestedTypes_IsSparksTree()
    {
        var schema = StructType.FromDDL("id BIGINT NOT NULL, price DECIMAL(10,2), tags ARRAY<STRUCT<name: STRING, day: DATE>>, m MAP<STRING, ARRAY<INT>>");
        schema.TreeString().ShouldBe(
            """
            root
             |-- id: long (nullable = false)
             |-- price: decimal(10,2) (nullable = true)
             |-- tags: array (nullable = true)
             |    |-- element: struct (containsNull = true)
             |    |    |-- name: string (nullable = true)
             |    |    |-- day: date (nullable = true)
             |-- m: map (nullable = true)
             |    |-- key: string
             |    |-- value: array (valueContainsNull = true)
             |    |    |-- element: integer (containsNull = true)

            """);
        schema.TreeString(1).ShouldBe(
            """
            root
             |-- id: long (nullable = false)
             |-- price: decimal(10,2) (nullable = true)
             |-- tags: array (nullable = true)
             |-- m: map (nullable = true)

            """);
    }

    [Fact]
    public void ToDDL_NamesNullabilityAndComments_ReadBackTheSame()
    {
        var schema = new StructType(
            new StructField("id", new LongType(), false),
            new StructField("a b`c", new StringType(), true, new JsonObject { ["comment"] = "it's" }),
            new StructField("s", new StructType(new StructField("x", new IntegerType(), false))));
        schema.ToDDL().ShouldBe("id BIGINT NOT NULL,`a b``c` STRING COMMENT 'it\\'s',s STRUCT<x: INT NOT NULL>");
        StructType.FromDDL(schema.ToDDL()).ShouldBe(schema);
    }
}
