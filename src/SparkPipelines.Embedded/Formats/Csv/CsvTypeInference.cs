using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>The type of a column so far and one more field, to the type that holds both.</summary>
internal sealed class CsvTypeInference(CsvOptions options)
{
    private static readonly StringType String = new();
    private static readonly IntegerType Integer = new();
    private static readonly LongType Long = new();
    private static readonly DoubleType Double = new();
    private static readonly DateType Date = new();
    private static readonly TimestampType Timestamp = new();
    private static readonly BooleanType Boolean = new();

    private readonly TextRules _rules = options.Rules;

    internal DataType Infer(DataType soFar, ReadOnlySpan<byte> text)
    {
        // Most fields are of the type so far.
        if (soFar is StringType)
            return soFar;
        DataType field = soFar switch
        {
            NullType or IntegerType => TryInteger(text),
            LongType => TryLong(text),
            DecimalType => TryDecimal(text),
            DoubleType => TryDouble(text),
            DateType => TryDate(text),
            TimestampType => TryTimestamp(text),
            _ => TryBoolean(text),
        };
        return Common(soFar, field);
    }

    private DataType Common(DataType a, DataType b) => (a, b) switch
    {
        _ when a.Equals(b) => a,
        (NullType, _) => b,
        (IntegerType, LongType) or (LongType, IntegerType) => Long,
        (IntegerType or LongType, DoubleType) or (DoubleType, IntegerType or LongType) => Double,
        (IntegerType, DecimalType d) => Wider(new DecimalType(10, 0), d),
        (LongType, DecimalType d) => Wider(new DecimalType(20, 0), d),
        (DecimalType d, IntegerType) => Wider(d, new DecimalType(10, 0)),
        (DecimalType d, LongType) => Wider(d, new DecimalType(20, 0)),
        (DecimalType x, DecimalType y) => Wider(x, y),
        (DecimalType, DoubleType) or (DoubleType, DecimalType) => Double,

        // A date is a timestamp too in the free form; a pattern for timestamps has its own idea.
        (DateType, TimestampType) or (TimestampType, DateType) when _rules.TimestampPattern is null => Timestamp,
        _ => String,
    };

    private static DecimalType Wider(DecimalType a, DecimalType b) => a.Precision >= b.Precision ? a : b;

    private DataType TryInteger(ReadOnlySpan<byte> text)
    {
        if (SparkNumbers.TryParseLong(text, out long value))
            return value is >= int.MinValue and <= int.MaxValue ? Integer : Long;
        return TryDecimal(text);
    }

    private DataType TryLong(ReadOnlySpan<byte> text) => SparkNumbers.TryParseLong(text, out _) ? Long : TryDecimal(text);

    // Whole numbers too long for a long; one with an exponent is a double.
    private DataType TryDecimal(ReadOnlySpan<byte> text) =>
        SparkNumbers.TryReadDecimal(text, out DecimalText number) && number.Scale == 0 && number.Precision <= DecimalType.MaxPrecision
            ? new DecimalType(number.Precision, 0)
            : TryDouble(text);

    private DataType TryDouble(ReadOnlySpan<byte> text)
    {
        if (new DoubleParser(_rules).TryParse(text, out _))
            return Double;
        return options.PrefersDate ? TryDate(text) : TryTimestamp(text);
    }

    private DataType TryDate(ReadOnlySpan<byte> text)
    {
        bool isDate = _rules.DatePattern is null ? SparkDateTimes.TryParseStrictDate(text, out _) : _rules.TryParseDate(text, out _);
        return isDate ? Date : TryTimestamp(text);
    }

    private DataType TryTimestamp(ReadOnlySpan<byte> text) => _rules.TryParseTimestamp(text, out _) ? Timestamp : TryBoolean(text);

    private static DataType TryBoolean(ReadOnlySpan<byte> text) =>
        System.Text.Ascii.EqualsIgnoreCase(text, "true"u8) || System.Text.Ascii.EqualsIgnoreCase(text, "false"u8) ? Boolean : String;
}
