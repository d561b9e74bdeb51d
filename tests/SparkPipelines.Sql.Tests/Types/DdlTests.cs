using System.Text.Json.Nodes;

namespace SparkPipelines.Sql.Types;

/// <summary>Every expectation is what Spark 4.2.1's <c>DataType.fromDDL</c> and <c>StructType.fromDDL</c> give.</summary>
public sealed class DdlTests
{
    public static TheoryData<string, DataType> Types() => new()
    {
        { "boolean", new BooleanType() },
        { "tinyint", new ByteType() },
        { "BYTE", new ByteType() },
        { "smallint", new ShortType() },
        { "short", new ShortType() },
        { "int", new IntegerType() },
        { "Integer", new IntegerType() },
        { "bigint", new LongType() },
        { "long", new LongType() },
        { "float", new FloatType() },
        { "real", new FloatType() },
        { "double", new DoubleType() },
        { "decimal", new DecimalType(10, 0) },
        { "dec(5)", new DecimalType(5, 0) },
        { "numeric(38, 38)", new DecimalType(38, 38) },
        { "string", new StringType() },
        { "string collate unicode", new StringType("UNICODE") },
        { "char(3)", new CharType(3) },
        { "character(3)", new CharType(3) },
        { "varchar(5)", new VarcharType(5) },
        { "binary", new BinaryType() },
        { "date", new DateType() },
        { "time", new TimeType(6) },
        { "time(0)", new TimeType(0) },
        { "time without time zone", new TimeType(6) },
        { "timestamp", new TimestampType() },
        { "timestamp_ltz", new TimestampType() },
        { "timestamp with local time zone", new TimestampType() },
        { "timestamp_ntz", new TimestampNtzType() },
        { "timestamp without time zone", new TimestampNtzType() },
        { "interval", new CalendarIntervalType() },
        { "interval year", new YearMonthIntervalType(YearMonthField.Year, YearMonthField.Year) },
        { "interval year to month", new YearMonthIntervalType() },
        { "interval month", new YearMonthIntervalType(YearMonthField.Month, YearMonthField.Month) },
        { "interval day", new DayTimeIntervalType(DayTimeField.Day, DayTimeField.Day) },
        { "interval day to hour", new DayTimeIntervalType(DayTimeField.Day, DayTimeField.Hour) },
        { "interval day to second", new DayTimeIntervalType() },
        { "interval minute to second", new DayTimeIntervalType(DayTimeField.Minute, DayTimeField.Second) },
        { "void", new NullType() },
        { "variant", new VariantType() },
        { "geometry(4326)", new GeometryType(4326) },
        { "geography(any)", new GeographyType(-1) },
        { "array<array<int>>", new ArrayType(new ArrayType(new IntegerType())) },
        { "map<string,array<map<int,double>>>", new MapType(new StringType(), new ArrayType(new MapType(new IntegerType(), new DoubleType()))) },
        { "struct<>", new StructType() },
        { "struct<a:int, b string not null>", new StructType(new StructField("a", new IntegerType()), new StructField("b", new StringType(), false)) },
        { "string int", new StructType(new StructField("string", new IntegerType())) },
        { "interval int", new StructType(new StructField("interval", new IntegerType())) },
        { "a int, b int", new StructType(new StructField("a", new IntegerType()), new StructField("b", new IntegerType())) },
    };

    [Theory]
    [MemberData(nameof(Types), DisableDiscoveryEnumeration = true)]
    public void DataTypeFromDDL_EveryName_IsItsType(string ddl, DataType expected) => DataType.FromDDL(ddl).ShouldBe(expected);

    [Fact]
    public void StructTypeFromDDL_EveryPart_IsKept() =>
        StructType.FromDDL("a int, `b c` struct<x:decimal(10,2), select: string comment 'it''s'>, From array<map<string,bigint>> NOT NULL COMMENT \"x\" -- end").ShouldBe(new StructType(
            new StructField("a", new IntegerType()),
            new StructField("b c", new StructType(
                new StructField("x", new DecimalType(10, 2)),
                new StructField("select", new StringType(), true, new JsonObject { ["comment"] = "it's" }))),
            new StructField("From", new ArrayType(new MapType(new StringType(), new LongType())), false, new JsonObject { ["comment"] = "x" })));

    [Theory]
    [InlineData("a", "end of input", "", 1)]
    [InlineData("a: int", "':'", "", 1)]
    [InlineData("a int,", "end of input", "", 6)]
    [InlineData("a int b", "'b'", "", 6)]
    [InlineData("a int default 3", "'default'", "", 6)]
    [InlineData("a int not null not null", "'not'", "", 15)]
    [InlineData("a interval second to day", "'to'", "", 18)]
    [InlineData("a interval month to year", "'to'", "", 17)]
    [InlineData("a array<>", "'<>'", "", 7)]
    [InlineData("a struct<a int>>", "'>'", ": extra input '>'", 15)]
    [InlineData("a STRUCT<x INT COMMENT 'c' NOT NULL>", "'NOT'", ": missing '>'", 27)]
    public void StructTypeFromDDL_NoColumnList_PointsAtThePlace(string ddl, string near, string hint, int position)
    {
        var error = Should.Throw<ParseException>(() => StructType.FromDDL(ddl));
        error.ErrorClass.ShouldBe("PARSE_SYNTAX_ERROR");
        error.SqlState.ShouldBe("42601");
        error.Message.ShouldBe(
            $"[PARSE_SYNTAX_ERROR] Syntax error at or near {near}{hint}. SQLSTATE: 42601 (line 1, pos {position})\n\n== SQL ==\n{ddl}\n{new string('-', position)}^^^");
    }

    [Theory]
    [InlineData("a foo", "\"FOO\"")]
    [InlineData("a null", "\"NULL\"")]
    [InlineData("a int(2)", "\"INT(2)\"")]
    [InlineData("a timestamp(3)", "\"TIMESTAMP(3)\"")]
    [InlineData("a decimal(1,2,3)", "\"DECIMAL(1,2,3)\"")]
    [InlineData("a geometry", "\"GEOMETRY\"")]
    public void StructTypeFromDDL_UnknownType_IsNamed(string ddl, string type)
    {
        var error = Should.Throw<ParseException>(() => StructType.FromDDL(ddl));
        error.ErrorClass.ShouldBe("UNSUPPORTED_DATATYPE");
        error.Message.ShouldBe($"[UNSUPPORTED_DATATYPE] Unsupported data type {type}. SQLSTATE: 0A000 (line 1, pos 2)\n\n== SQL ==\n{ddl}\n--^^^");
    }

    [Theory]
    [InlineData("a array", "INCOMPLETE_TYPE_DEFINITION.ARRAY", "42K01")]
    [InlineData("a map", "INCOMPLETE_TYPE_DEFINITION.MAP", "42K01")]
    [InlineData("a struct", "INCOMPLETE_TYPE_DEFINITION.STRUCT", "42K01")]
    [InlineData("a varchar", "DATATYPE_MISSING_SIZE", "42K01")]
    [InlineData("a decimal(40,2)", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION", "22003")]
    [InlineData("a decimal(2,3)", "_LEGACY_ERROR_TEMP_1228", null)]
    [InlineData("a time(7)", "UNSUPPORTED_TIME_PRECISION", "0A001")]
    [InlineData("a geography(1)", "ST_INVALID_SRID_VALUE", "22023")]
    [InlineData("a-b int", "INVALID_IDENTIFIER", "42602")]
    [InlineData("ä int", "INVALID_IDENTIFIER", "42602")]
    [InlineData("a int /* b", "UNCLOSED_BRACKETED_COMMENT", "42601")]
    [InlineData(" ", "PARSE_EMPTY_STATEMENT", "42617")]
    public void StructTypeFromDDL_BadPart_HasSparksClass(string ddl, string errorClass, string? sqlState)
    {
        var error = Should.Throw<SparkException>(() => StructType.FromDDL(ddl));
        error.ErrorClass.ShouldBe(errorClass);
        error.SqlState.ShouldBe(sqlState);
    }
}
