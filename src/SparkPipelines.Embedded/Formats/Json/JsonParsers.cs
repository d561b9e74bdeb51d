using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

// Parsers of single JSON values, given as they stand in the text. Whole numbers come from numbers without point and exponent only, which the
// parsers of plain text take care of.

/// <summary>Bytes: Jackson lets them go up to 255 and Spark keeps the low eight bits.</summary>
internal readonly struct JsonByteParser : IFieldParser<sbyte>
{
    public bool TryParse(ReadOnlySpan<byte> text, out sbyte value)
    {
        bool fits = SparkNumbers.TryParseLong(text, out long wide) && wide is >= sbyte.MinValue and <= byte.MaxValue;
        value = fits ? unchecked((sbyte)wide) : default;
        return fits;
    }
}

internal readonly struct JsonDoubleParser : IFieldParser<double>
{
    public bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (JsonValues.TrySpecial(text, out value))
            return true;
        return text[0] is not ((byte)'"' or (byte)'\'') && SparkNumbers.TryParseDouble(text, out value);
    }
}

internal readonly struct JsonFloatParser : IFieldParser<float>
{
    public bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        if (JsonValues.TrySpecial(text, out double special))
        {
            value = double.IsNaN(special) ? JavaNaN.Single : (float)special;
            return true;
        }
        value = 0;
        return text[0] is not ((byte)'"' or (byte)'\'') && SparkNumbers.TryParseFloat(text, out value);
    }
}

/// <summary>Decimals: numbers, or strings whose commas are dropped.</summary>
internal readonly struct JsonDecimalParser(DecimalType type) : IFieldParser<Int128>
{
    private readonly DecimalParser _parser = new(type);

    public bool TryParse(ReadOnlySpan<byte> text, out Int128 value)
    {
        if (text[0] is not ((byte)'"' or (byte)'\''))
            return _parser.TryParse(text, out value);
        value = 0;
        return JsonValues.TryUnquote(text, out ReadOnlySpan<byte> inner) && _parser.TryParse(inner, out value);
    }
}

internal readonly struct JsonDateParser(TextRules rules) : IFieldParser<int>
{
    public bool TryParse(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        return JsonValues.TryUnquote(text, out ReadOnlySpan<byte> inner) && rules.TryParseDate(inner, out value);
    }
}

/// <summary>Instants: texts, or whole numbers of seconds.</summary>
internal readonly struct JsonTimestampParser(TextRules rules) : IFieldParser<long>
{
    public bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        if (JsonValues.TryUnquote(text, out ReadOnlySpan<byte> inner))
            return rules.TryParseTimestamp(inner, out value);
        bool fits = SparkNumbers.TryParseLong(text, out long seconds) && Math.Abs(seconds / 2) < long.MaxValue / SparkDateTimes.MicrosPerSecond / 2;
        value = fits ? seconds * SparkDateTimes.MicrosPerSecond : 0;
        return fits;
    }
}

internal readonly struct JsonTimestampNtzParser(TextRules rules) : IFieldParser<long>
{
    public bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        return JsonValues.TryUnquote(text, out ReadOnlySpan<byte> inner) && rules.TryParseTimestampNtz(inner, out value);
    }
}

internal static class JsonValues
{
    /// <summary>The inside of a string without escapes; texts of dates and numbers have none.</summary>
    internal static bool TryUnquote(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> inner)
    {
        inner = default;
        if (text[0] is not ((byte)'"' or (byte)'\''))
            return false;
        inner = text[1..^1];
        if (inner.Contains((byte)'\\'))
        {
            var unescaped = new byte[text.Length];
            inner = unescaped.AsSpan(0, JsonText.Unescape(text, unescaped));
        }
        return true;
    }

    /// <summary>NaN and the infinities, bare or in quotes.</summary>
    internal static bool TrySpecial(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text[0] is (byte)'"' or (byte)'\'')
            text = text[1..^1];
        if (text.SequenceEqual("NaN"u8))
            value = JavaNaN.Double;
        else if (text.SequenceEqual("Infinity"u8) || text.SequenceEqual("+Infinity"u8) || text.SequenceEqual("+INF"u8))
            value = double.PositiveInfinity;
        else if (text.SequenceEqual("-Infinity"u8) || text.SequenceEqual("-INF"u8))
            value = double.NegativeInfinity;
        return value != 0;
    }
}
