using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.EngineTests.Cases;

/// <summary>Small tables of edge values that the cases read: null, NaN, smallest, largest, empty, non-ASCII.</summary>
internal static class Tables
{
    /// <summary>Every numeric type at its edges. Functions that overflow there read <see cref="Moderate"/>.</summary>
    public static DataFrame Numbers(SparkSession spark) => Create(spark, NumberSchema,
        [1, (sbyte)1, (short)2, 3, 4L, 1.5f, 2.5, 12.34m],
        [2, null, null, null, null, null, null, null],
        [3, sbyte.MinValue, short.MinValue, int.MinValue, long.MinValue, float.MinValue, double.MinValue, -99999999.99m],
        [4, sbyte.MaxValue, short.MaxValue, int.MaxValue, long.MaxValue, float.MaxValue, double.MaxValue, 99999999.99m],
        [5, (sbyte)0, (short)0, 0, 0L, 0f, 0.0, 0.00m],
        [6, (sbyte)-1, (short)-1, -1, -1L, float.NaN, double.NaN, -0.01m],
        [7, (sbyte)7, (short)7, 7, 7L, float.PositiveInfinity, double.PositiveInfinity, 0.05m],
        [8, (sbyte)-7, (short)-7, -7, -7L, float.NegativeInfinity, double.NegativeInfinity, -2.50m],
        [9, (sbyte)5, (short)5, 5, 5L, -0f, -0.0, 2.50m]);

    /// <summary>Numbers on which no arithmetic overflows.</summary>
    public static DataFrame Moderate(SparkSession spark) => Create(spark, NumberSchema,
        [1, (sbyte)1, (short)2, 3, 4L, 1.5f, 2.5, 12.34m],
        [2, null, null, null, null, null, null, null],
        [3, (sbyte)5, (short)-5, 10, -10L, -0.5f, 0.5, -0.01m],
        [4, (sbyte)-3, (short)100, 255, 1_000_000_007L, 3.14159f, -2.71828, 99.99m],
        [5, (sbyte)2, (short)3, 1, 2L, float.NaN, double.NaN, 1.00m],
        [6, (sbyte)9, (short)9, -9, 9L, 0.25f, 1e-10, 2.50m]);

    public static DataFrame Texts(SparkSession spark) => Create(spark,
        new StructType().Add("id", new IntegerType(), false).Add("t", new StringType()).Add("u", new StringType()).Add("n", new IntegerType()),
        [1, "Hello World", "World", 3],
        [2, null, "x", 1],
        [3, "", "", 0],
        [4, "  padded\t ", "pad", -2],
        [5, "ÄÖü ß straße", "ß", 2],
        [6, "日本語テキスト", "語", 2],
        [7, "a,b,,c", ",", 1],
        [8, "123", "2", 5],
        [9, "50%_\\'\"", "%", null],
        [10, "😀 smile 😀", "😀", 100],
        [11, "aaaAAA", null, 2]);

    /// <summary>Blanks at the ends of texts: only U+0020 is one to Spark's trim.</summary>
    public static DataFrame Blanks(SparkSession spark) => Create(spark,
        new StructType().Add("id", new IntegerType(), false).Add("t", new StringType()),
        [1, " "],
        [2, "    "],
        [3, " a"],
        [4, "a "],
        [5, "  a b  "],
        [6, "\ta\n"],
        [7, " \ta\n "],
        [8, "\u00A0a\u00A0"],
        [9, " \u3000é\u2003 "],
        [10, "a\0 "],
        [11, ""],
        [12, null],
        [13, "😀 "],
        [14, "a longer text with blanks within and none at its ends"],
        [15, " a longer text with blanks within and at both of its ends "]);

    public static DataFrame Times(SparkSession spark) => Create(spark,
        new StructType().Add("id", new IntegerType(), false).Add("d", new DateType()).Add("ts", new TimestampType()).Add("n", new TimestampNtzType()).Add("k", new IntegerType()),
        [1, new DateOnly(2013, 1, 31), Utc(2013, 1, 31, 13, 14, 15, 123_456), Local(2013, 1, 31, 13, 14, 15, 123_456), 1],
        [2, null, null, null, null],
        [3, new DateOnly(2020, 2, 29), Utc(2020, 2, 29, 23, 59, 59, 999_999), Local(2020, 2, 29, 23, 59, 59, 999_999), 12],
        [4, new DateOnly(1970, 1, 1), Utc(1970, 1, 1, 0, 0, 0, 0), Local(1970, 1, 1, 0, 0, 0, 0), 0],
        [5, new DateOnly(1969, 12, 31), Utc(1969, 12, 31, 23, 59, 59, 1), Local(1969, 12, 31, 23, 59, 59, 1), -1],
        [6, new DateOnly(1900, 3, 1), Utc(1900, 3, 1, 12, 0, 0, 0), Local(1900, 3, 1, 12, 0, 0, 0), -13],
        [7, new DateOnly(2024, 12, 30), Utc(2024, 12, 30, 1, 30, 0, 500_000), Local(2024, 12, 30, 1, 30, 0, 500_000), 100]);

    public static DataFrame Lists(SparkSession spark) => Create(spark,
        new StructType().Add("id", new IntegerType(), false)
            .Add("a", new ArrayType(new IntegerType()))
            .Add("s", new ArrayType(new StringType()))
            .Add("m", new MapType(new StringType(), new IntegerType()))
            .Add("r", new StructType(new StructField("x", new IntegerType()), new StructField("y", new StringType()))),
        [1, new int?[] { 3, 1, 2 }, new[] { "b", "a", "b" }, new Dictionary<string, int?> { ["one"] = 1, ["two"] = 2 }, new GenericRow([1, "één"])],
        [2, null, null, null, null],
        [3, System.Array.Empty<int?>(), System.Array.Empty<string>(), new Dictionary<string, int?>(), new GenericRow([null, null])],
        [4, new int?[] { 1, null, 1 }, new[] { "", null, "ä" }, new Dictionary<string, int?> { ["ä"] = null }, new GenericRow([int.MinValue, ""])],
        [5, new int?[] { int.MaxValue, int.MinValue }, new[] { "z" }, new Dictionary<string, int?> { ["one"] = -1 }, new GenericRow([7, "z"])]);

    /// <summary>Keys and values for aggregates, windows and joins; keys and values may be null.</summary>
    public static DataFrame Groups(SparkSession spark) => Create(spark,
        new StructType().Add("id", new IntegerType(), false).Add("k", new StringType()).Add("v", new IntegerType()).Add("d", new DoubleType())
            .Add("m", new DecimalType(10, 2)).Add("t", new StringType()).Add("b", new BooleanType()),
        [1, "a", 1, 1.5, 1.25m, "x", true],
        [2, "a", 2, double.NaN, 2.50m, "y", false],
        [3, "a", null, null, null, null, null],
        [4, "b", 5, -2.5, -1.00m, "x", true],
        [5, "b", 5, 4.0, 0.01m, "x", true],
        [6, null, 7, 0.0, 9.99m, "ü", false],
        [7, null, null, null, null, null, null],
        [8, "c", null, null, null, null, null],
        [9, "a", -4, 3.25, 100.00m, "", true]);

    public static DataFrame Other(SparkSession spark) => Create(spark,
        new StructType().Add("k", new StringType()).Add("w", new IntegerType(), false),
        ["a", 10], ["a", 11], ["b", 20], ["z", 30], [null, 40]);

    private static StructType NumberSchema => new StructType()
        .Add("id", new IntegerType(), false).Add("b", new ByteType()).Add("s", new ShortType()).Add("i", new IntegerType()).Add("l", new LongType())
        .Add("f", new FloatType()).Add("d", new DoubleType()).Add("m", new DecimalType(10, 2));

    public static DataFrame Create(SparkSession spark, StructType schema, params object?[][] rows) =>
        spark.CreateDataFrame(rows.Select(row => new GenericRow(row)), schema);

    private static DateTime Utc(int year, int month, int day, int hour, int minute, int second, int microsecond) =>
        new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(microsecond * TimeSpan.TicksPerMicrosecond);

    private static DateTime Local(int year, int month, int day, int hour, int minute, int second, int microsecond) =>
        new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(microsecond * TimeSpan.TicksPerMicrosecond);
}
