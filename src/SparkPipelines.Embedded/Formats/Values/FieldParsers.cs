using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>How the texts of a format are read as values.</summary>
internal sealed class TextRules
{
    /// <summary>The zone of timestamps that name none.</summary>
    internal TimeZones.Zone Zone { get; init; } = TimeZones.Utc;

    internal byte[] NaN { get; init; } = "NaN"u8.ToArray();

    internal byte[] PositiveInfinity { get; init; } = "Inf"u8.ToArray();

    internal byte[] NegativeInfinity { get; init; } = "-Inf"u8.ToArray();

    /// <summary>The pattern of dates; null for Spark's free form.</summary>
    internal DateTimePattern? DatePattern { get; init; }

    /// <summary>The pattern of timestamps; null for Spark's free form.</summary>
    internal DateTimePattern? TimestampPattern { get; init; }

    /// <summary>The pattern of timestamps without a zone; null for Spark's free form.</summary>
    internal DateTimePattern? TimestampNtzPattern { get; init; }

    internal bool TryParseDate(ReadOnlySpan<byte> text, out int days)
    {
        if (DatePattern is null)
            return SparkDateTimes.TryParseDate(text, out days);
        days = 0;
        if (!DatePattern.TryParse(text, out long micros, out _))
            return false;
        days = (int)Math.Floor(micros / (double)SparkDateTimes.MicrosPerDay);
        return true;
    }

    internal bool TryParseTimestamp(ReadOnlySpan<byte> text, out long micros)
    {
        if (TimestampPattern is null)
            return SparkDateTimes.TryParseTimestamp(text, Zone, out micros);
        if (!TimestampPattern.TryParse(text, out micros, out TimeSpan? offset))
            return false;
        micros = offset is { } known ? micros - known.Ticks / TimeSpan.TicksPerMicrosecond : Zone.ToUtc(micros);
        return true;
    }

    internal bool TryParseTimestampNtz(ReadOnlySpan<byte> text, out long micros) =>
        TimestampNtzPattern is null ? SparkDateTimes.TryParseTimestampNtz(text, out micros) : TimestampNtzPattern.TryParse(text, out micros, out _);
}

/// <summary>Reads a value from UTF-8. Implemented by structs, so that a column's loop has no call through an interface.</summary>
internal interface IFieldParser<T>
{
    bool TryParse(ReadOnlySpan<byte> text, out T value);
}

internal readonly struct ByteParser : IFieldParser<sbyte>
{
    public bool TryParse(ReadOnlySpan<byte> text, out sbyte value)
    {
        bool fits = SparkNumbers.TryParseLong(text, out long wide) && wide is >= sbyte.MinValue and <= sbyte.MaxValue;
        value = fits ? (sbyte)wide : default;
        return fits;
    }
}

internal readonly struct ShortParser : IFieldParser<short>
{
    public bool TryParse(ReadOnlySpan<byte> text, out short value)
    {
        bool fits = SparkNumbers.TryParseLong(text, out long wide) && wide is >= short.MinValue and <= short.MaxValue;
        value = fits ? (short)wide : default;
        return fits;
    }
}

internal readonly struct IntParser : IFieldParser<int>
{
    public bool TryParse(ReadOnlySpan<byte> text, out int value)
    {
        bool fits = SparkNumbers.TryParseLong(text, out long wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : default;
        return fits;
    }
}

internal readonly struct LongParser : IFieldParser<long>
{
    public bool TryParse(ReadOnlySpan<byte> text, out long value) => SparkNumbers.TryParseLong(text, out value);
}

internal readonly struct DoubleParser(TextRules rules) : IFieldParser<double>
{
    public bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (SparkNumbers.TryParseDouble(text, out value))
            return true;
        value = text.SequenceEqual(rules.NaN) ? JavaNaN.Double
            : text.SequenceEqual(rules.NegativeInfinity) ? double.NegativeInfinity
            : text.SequenceEqual(rules.PositiveInfinity) ? double.PositiveInfinity : 0;
        return value != 0;
    }
}

internal readonly struct FloatParser(TextRules rules) : IFieldParser<float>
{
    public bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        if (SparkNumbers.TryParseFloat(text, out value))
            return true;
        value = text.SequenceEqual(rules.NaN) ? JavaNaN.Single
            : text.SequenceEqual(rules.NegativeInfinity) ? float.NegativeInfinity
            : text.SequenceEqual(rules.PositiveInfinity) ? float.PositiveInfinity : 0;
        return value != 0;
    }
}

/// <summary>Decimals as <c>BigDecimal</c>; commas are dropped first, as Spark does in its US locale.</summary>
internal readonly struct DecimalParser(DecimalType type) : IFieldParser<Int128>
{
    private readonly int _precision = type.Precision;
    private readonly int _scale = type.Scale;

    public bool TryParse(ReadOnlySpan<byte> text, out Int128 value)
    {
        if (!text.Contains((byte)','))
            return SparkNumbers.TryParseDecimal(text, _precision, _scale, out value);
        Span<byte> without = text.Length <= 128 ? stackalloc byte[text.Length] : new byte[text.Length];
        int length = 0;
        foreach (byte b in text)
        {
            if (b != ',')
                without[length++] = b;
        }
        return SparkNumbers.TryParseDecimal(without[..length], _precision, _scale, out value);
    }
}

internal readonly struct DateParser(TextRules rules) : IFieldParser<int>
{
    public bool TryParse(ReadOnlySpan<byte> text, out int value) => rules.TryParseDate(text, out value);
}

internal readonly struct TimestampParser(TextRules rules) : IFieldParser<long>
{
    public bool TryParse(ReadOnlySpan<byte> text, out long value) => rules.TryParseTimestamp(text, out value);
}

internal readonly struct TimestampNtzParser(TextRules rules) : IFieldParser<long>
{
    public bool TryParse(ReadOnlySpan<byte> text, out long value) => rules.TryParseTimestampNtz(text, out value);
}
