using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Tests;

/// <summary>Every Spark type with the values that conversions get wrong: null, the smallest and the largest, empty, NaN, minus zero, text beyond ASCII.</summary>
public static class AllTypes
{
    private static readonly StructType InnerType = new(new StructField("a", new IntegerType()), new StructField("b", new StringType()));

    /// <summary>The types with their values, as a row holds them.</summary>
    public static readonly IReadOnlyList<(DataType Type, object?[] Values)> Cases =
    [
        (new NullType(), [null, null]),
        (new BooleanType(), [true, false, null]),
        (new ByteType(), [sbyte.MinValue, sbyte.MaxValue, (sbyte)0, null]),
        (new ShortType(), [short.MinValue, short.MaxValue, (short)0, null]),
        (new IntegerType(), [int.MinValue, int.MaxValue, 0, null]),
        (new LongType(), [long.MinValue, long.MaxValue, 0L, null]),
        (new FloatType(), [float.MinValue, float.MaxValue, float.Epsilon, float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0.0f, 1.1f, null]),
        (new DoubleType(), [double.MinValue, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.1, null]),
        (new DecimalType(10, 2), [99999999.99m, -99999999.99m, 0.00m, 0.01m, null]),
        (new DecimalType(28, 10), [999999999999999999.9999999999m, -0.0000000001m, null]),
        (new DecimalType(38, 0), [SqlDecimal.Parse("99999999999999999999999999999999999999"), SqlDecimal.Parse("-99999999999999999999999999999999999999"), null]),
        (new DecimalType(38, 18), [SqlDecimal.Parse("12345678901234567890.123456789012345678"), SqlDecimal.Parse("-0.000000000000000001"), null]),
        (new StringType(), ["", "a", "grün 日本 𝄞", "\0 \t\r\n\"'\\", new string('x', 70_000), null]),
        (new BinaryType(), [Array.Empty<byte>(), new byte[] { 0, 255, 128 }, null]),
        (new DateType(), [DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1970, 1, 1), new DateOnly(1969, 12, 31), new DateOnly(1582, 10, 10), new DateOnly(2024, 2, 29), null]),
        (new TimestampType(), [Utc(DateTime.MinValue), Utc(LastMicrosecond), Utc(DateTime.UnixEpoch), Utc(DateTime.UnixEpoch.AddTicks(-10)), Utc(new DateTime(2024, 3, 31, 1, 30, 0)), null]),
        (new TimestampNtzType(), [DateTime.MinValue, LastMicrosecond, new DateTime(1969, 12, 31, 23, 59, 59), new DateTime(2024, 3, 31, 2, 30, 0), null]),
        (new TimeType(), [TimeOnly.MinValue, new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(999_999)), new TimeOnly(12, 30), null]),
        (new DayTimeIntervalType(), [TimeSpan.FromTicks(long.MinValue / 10 * 10), TimeSpan.FromTicks(long.MaxValue / 10 * 10), TimeSpan.Zero, new TimeSpan(-1, 2, 3), null]),
        (new YearMonthIntervalType(), [new YearMonthInterval(int.MinValue), new YearMonthInterval(int.MaxValue), new YearMonthInterval(-1, -2), null]),
        (new CalendarIntervalType(), [new CalendarInterval(int.MaxValue, int.MinValue, long.MaxValue / 1000), new CalendarInterval(0, 0, 0), new CalendarInterval(-1, 2, -3), null]),
        (new VariantType(), [new Variant(new byte[] { 0x0C, 1 }, new byte[] { 1, 0, 0 }), null]),
        (new ArrayType(new IntegerType()), [Array.Empty<object?>(), new object?[] { 1, null, 3 }, null]),
        (new ArrayType(new ArrayType(new StringType())), [new object?[] { new object?[] { "a", "é" }, null, Array.Empty<object?>() }, null]),
        (new MapType(new StringType(), new LongType()), [Map(), Map(("a", 1L), ("ü", null)), null]),
        (new MapType(new IntegerType(), new ArrayType(new DoubleType())), [Map((1, new object?[] { double.NaN, null }), (2, null)), null]),
        (Inner, [new Row(Inner, [1, "x"]), new Row(Inner, [null, null]), null]),
        (new ArrayType(Inner), [new object?[] { new Row(Inner, [2, "y"]), null }, null]),
        (new StructType(new StructField("inner", Inner), new StructField("day", new DateType())), [new Row(Outer, [new Row(Inner, [3, "z"]), new DateOnly(2020, 1, 2)]), new Row(Outer, [null, null]), null]),
    ];

    private static StructType Inner => InnerType;

    private static StructType Outer => new(new StructField("inner", Inner), new StructField("day", new DateType()));

    private static DateTime LastMicrosecond => new(DateTime.MaxValue.Ticks / 10 * 10);

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static Dictionary<object, object?> Map(params (object Key, object? Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary><see cref="Exactly"/> of what a column of a type gives back for a value: a long decimal has the column's precision and scale.</summary>
    public static string ExactlyAs(DataType type, object? value) => type is DecimalType { Precision: > 28 } d && value is SqlDecimal number
        ? Exactly(SqlDecimal.ConvertToPrecScale(number, d.Precision, d.Scale))
        : Exactly(value);

    /// <summary>A value with its type and every bit of it, so that equal texts mean the same value.</summary>
    public static string Exactly(object? value) => value switch
    {
        null => "null",
        Row row => $"row({string.Join(", ", row.Values.Select(Exactly))})",
        // Which of its many bit patterns a NaN has means nothing; Java keeps one.
        double.NaN or float.NaN => $"{value.GetType().Name} NaN",
        double d => $"double {BitConverter.DoubleToInt64Bits(d):x}",
        float f => $"float {BitConverter.SingleToInt32Bits(f):x}",
        DateTime t => $"{t.Kind} {t.Ticks}",
        decimal d => $"decimal {d.ToString(CultureInfo.InvariantCulture)}",
        SqlDecimal d => $"SqlDecimal({d.Precision},{d.Scale}) {d}",
        byte[] bytes => $"bytes {Convert.ToHexString(bytes)}",
        Variant v => $"variant {Convert.ToHexString(v.Value.Span)} {Convert.ToHexString(v.Metadata.Span)}",
        IReadOnlyDictionary<object, object?> map => $"map({string.Join(", ", map.Select(entry => $"{Exactly(entry.Key)}: {Exactly(entry.Value)}"))})",
        IEnumerable items and not string => $"list({string.Join(", ", items.Cast<object?>().Select(Exactly))})",
        IFormattable other => $"{value.GetType().Name} {other.ToString(value is DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };
}
