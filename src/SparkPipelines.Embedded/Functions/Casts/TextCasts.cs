using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Casts from string, with Spark's grammar of each type. Blanks and control characters around the value are ignored.</summary>
internal static class TextCasts
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    private static readonly ConcurrentDictionary<(string Type, string Zone, bool IsTry), VectorFunction> Functions = new();

    public static readonly VectorFunction BinaryToText = VectorFunction.Scalar("sp_binary_text", [DuckType.Blob], DuckType.Varchar, static (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var input = args[0];
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                args.Result.SetBytes(row, Valid(input.Bytes(row)));
        }
    });

    /// <summary>The C# function for a target type; null when there is none.</summary>
    public static VectorFunction? To(DataType type, SessionSettings settings, bool isTry) => type switch
    {
        ByteType => Get<sbyte>(type, DuckType.TinyInt, isTry, static text => TryInteger(text, sbyte.MinValue, sbyte.MaxValue) is { } v ? (sbyte)v : null),
        ShortType => Get<short>(type, DuckType.SmallInt, isTry, static text => TryInteger(text, short.MinValue, short.MaxValue) is { } v ? (short)v : null),
        IntegerType => Get<int>(type, DuckType.Int, isTry, static text => TryInteger(text, int.MinValue, int.MaxValue) is { } v ? (int)v : null),
        LongType => Get<long>(type, DuckType.BigInt, isTry, static text => TryInteger(text, long.MinValue, long.MaxValue)),
        FloatType => Get<float>(type, DuckType.Float, isTry, static text => TryFloat(text)),
        DoubleType => Get<double>(type, DuckType.Double, isTry, static text => TryDouble(text)),
        BooleanType => Get<byte>(type, DuckType.Boolean, isTry, TryBoolean),
        DateType => Temporal<int>(type, DuckType.Date, settings, isTry, static (reader, text) => reader.TryDate(text, out var days) ? days : null),
        TimestampType => Temporal<long>(type, DuckType.Timestamp, settings, isTry, static (reader, text) => reader.TryTimestamp(text, out var micros) ? micros : null),
        TimestampNtzType => Temporal<long>(type, DuckType.Timestamp, settings, isTry, static (reader, text) => reader.TryTimestampNtz(text, out var micros) ? micros : null),
        TimeType => Temporal<long>(type, DuckType.BigInt, settings, isTry, static (_, text) => TemporalReader.TryTime(text, out var micros) ? micros * 1000 : null),
        _ => null,
    };

    private static VectorFunction Temporal<T>(DataType type, DuckType result, SessionSettings settings, bool isTry, Func<TemporalReader, string, T?> parse)
        where T : unmanaged
    {
        if (!SparkTimeZone.TryFind(settings.TimeZone, out var zone))
            throw SparkConditions.Error("INVALID_CONF_VALUE.TIME_ZONE", ("confValue", $"'{settings.TimeZone}'"), ("confName", Quoting.Conf("spark.sql.session.timeZone")));
        var reader = new TemporalReader(new ExpressionParserOptions(zone, TimeProvider.System));
        return Get<T>(type, result, isTry, text => parse(reader, Encoding.UTF8.GetString(text)), settings.TimeZone);
    }

    private static VectorFunction Get<T>(DataType type, DuckType result, bool isTry, TextFunction<T> parse, string zone = "")
        where T : unmanaged => Functions.GetOrAdd((type.TypeName, zone, isTry), key =>
        {
            var name = $"sp_{(isTry ? "try_" : "")}text_{type.TypeName}{(zone.Length == 0 ? "" : "_" + Convert.ToHexString(Encoding.UTF8.GetBytes(zone)))}";
            return VectorFunction.FromText(name, result, isTry ? parse : text => parse(text) ?? throw Malformed(text, type));
        });

    private static SparkException Malformed(ReadOnlySpan<byte> text, DataType target) => SparkConditions.Error(
        "CAST_INVALID_INPUT",
        target switch
        {
            BooleanType => ErrorFamily.Runtime,
            NumericType => ErrorFamily.NumberFormat,
            _ => ErrorFamily.DateTime,
        },
        null,
        ("expression", SqlQuoting.Literal(Encoding.UTF8.GetString(text))),
        ("sourceType", "\"STRING\""),
        ("targetType", Quoting.Type(target)),
        ("ansiConfig", DivisionLowerings.AnsiConf));

    /// <summary>Sign and digits.</summary>
    private static long? TryInteger(ReadOnlySpan<byte> text, long least, long most)
    {
        text = Trim(text);
        if (text.Length > 0 && text[0] == '+')
        {
            text = text[1..];
            if (text.Length > 0 && text[0] == '-')
                return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;
    }

    private static double? TryDouble(ReadOnlySpan<byte> text)
    {
        text = WithoutSuffix(Trim(text));
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && IsDigits(text)
            ? value
            : Special(text);
    }

    private static float? TryFloat(ReadOnlySpan<byte> text)
    {
        text = WithoutSuffix(Trim(text));
        return float.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && IsDigits(text)
            ? value
            : (float?)Special(text);
    }

    // .NET reads its own names of infinity and NaN; Spark has a list of its own.
    private static bool IsDigits(ReadOnlySpan<byte> text) => text.IndexOfAny(Digits) >= 0;

    // The JVM allows its literals' suffix.
    private static ReadOnlySpan<byte> WithoutSuffix(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[^1] is (byte)'d' or (byte)'D' or (byte)'f' or (byte)'F' && text[^2] is >= (byte)'0' and <= (byte)'9' or (byte)'.' ? text[..^1] : text;

    private static double? Special(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).ToLowerInvariant() switch
    {
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => null,
    };

    private static byte? TryBoolean(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(Trim(text)).ToLowerInvariant() switch
    {
        "t" or "true" or "y" or "yes" or "1" => 1,
        "f" or "false" or "n" or "no" or "0" => 0,
        _ => null,
    };

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsBlank(byte c) => c is <= 0x20 or 0x7F;

    private static byte[] Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? bytes.ToArray() : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
}
