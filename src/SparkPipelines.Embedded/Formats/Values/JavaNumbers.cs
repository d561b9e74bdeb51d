using System.Globalization;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>Numbers as Java's <c>Double.toString</c> and <c>Float.toString</c> write them, with the fewest digits that read back the same.</summary>
internal static class JavaNumbers
{
    internal static void Append(TextBuffer buffer, double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            AppendSpecial(buffer, value);
            return;
        }
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        Append(buffer, digits[..length]);
    }

    internal static void Append(TextBuffer buffer, float value)
    {
        if (!float.IsFinite(value) || value == 0)
        {
            AppendSpecial(buffer, value);
            return;
        }
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        Append(buffer, digits[..length]);
    }

    private static void AppendSpecial(TextBuffer buffer, double value)
    {
        buffer.Append(double.IsNaN(value) ? "NaN"u8
            : double.IsPositiveInfinity(value) ? "Infinity"u8
            : double.IsNegativeInfinity(value) ? "-Infinity"u8
            : double.IsNegative(value) ? "-0.0"u8 : "0.0"u8);
    }

    // .NET gives the digits; the place of the point and the exponent are Java's: plain from 10^-3 up to 10^7, else with an exponent.
    private static void Append(TextBuffer buffer, ReadOnlySpan<char> text)
    {
        if (text[0] == '-')
        {
            buffer.Append((byte)'-');
            text = text[1..];
        }
        int e = text.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.');
        Span<char> digits = stackalloc char[32];
        int count = 0;
        int beforePoint = point < 0 ? mantissa.Length : point;
        int leadingZeros = 0;
        foreach (char c in mantissa)
        {
            if (c == '.')
                continue;
            if (count == 0 && c == '0')
                leadingZeros++;
            else if (count < digits.Length)
                digits[count++] = c;
        }
        while (count > 1 && digits[count - 1] == '0')
            count--;
        int scientific = beforePoint - leadingZeros - 1 + exponent;
        if (scientific is >= -3 and < 7)
        {
            AppendPlain(buffer, digits[..count], scientific);
            return;
        }
        buffer.Append(digits[..1]);
        buffer.Append((byte)'.');
        buffer.Append(count > 1 ? digits[1..count] : "0");
        buffer.Append((byte)'E');
        buffer.Append(scientific);
    }

    private static void AppendPlain(TextBuffer buffer, ReadOnlySpan<char> digits, int scientific)
    {
        if (scientific < 0)
        {
            buffer.Append("0."u8);
            for (int i = -1; i > scientific; i--)
                buffer.Append((byte)'0');
            buffer.Append(digits);
            return;
        }
        int whole = scientific + 1;
        buffer.Append(digits[..Math.Min(whole, digits.Length)]);
        for (int i = digits.Length; i < whole; i++)
            buffer.Append((byte)'0');
        buffer.Append((byte)'.');
        buffer.Append(digits.Length > whole ? digits[whole..] : "0");
    }
}
