using System.Buffers;
using System.Globalization;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>Numbers in text as Java reads them, on UTF-8 and without allocation.</summary>
internal static class SparkNumbers
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    // A long holds any number of so many digits.
    private const int MaxShortDigits = 18;

    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary><c>Long.parseLong</c>: an optional sign and digits, nothing else.</summary>
    internal static bool TryParseLong(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.IsEmpty)
            return false;
        bool negative = text[0] == '-';
        if (negative || text[0] == '+')
            text = text[1..];
        if (text.IsEmpty)
            return false;
        ulong sum = 0;
        foreach (byte b in text)
        {
            uint digit = unchecked((uint)(b - '0'));
            if (digit > 9 || sum > (ulong)long.MaxValue / 10)
                return false;
            sum = unchecked(sum * 10 + digit);
        }
        if (sum > (ulong)long.MaxValue + (negative ? 1UL : 0))
            return false;
        value = unchecked(negative ? -(long)sum : (long)sum);
        return true;
    }

    /// <summary><c>Double.parseDouble</c>, without its hexadecimal form.</summary>
    internal static bool TryParseDouble(ReadOnlySpan<byte> text, out double value)
    {
        if (TryParseExact(text, 1UL << 53, 22, out value))
            return true;
        return TryTakeNumber(ref text, out value) && (!text.IsEmpty ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) : double.IsNaN(value) || double.IsInfinity(value));
    }

    /// <summary><c>Float.parseFloat</c>, without its hexadecimal form; rounded once, not by way of a double.</summary>
    internal static bool TryParseFloat(ReadOnlySpan<byte> text, out float value)
    {
        if (TryParseExact(text, 1UL << 24, 10, out double exact))
        {
            // Both parts are exact floats; the double quotient rounds to the same float.
            value = (float)exact;
            return true;
        }
        bool isNumber = TryTakeNumber(ref text, out double special);
        value = double.IsNaN(special) ? JavaNaN.Single : (float)special;
        return isNumber && (text.IsEmpty ? float.IsNaN(value) || float.IsInfinity(value) : float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }

    /// <summary>
    /// <c>new BigDecimal(text)</c> rounded half up to a scale.
    /// </summary>
    /// <returns>False when the text is no number, or does not fit the precision.</returns>
    internal static bool TryParseDecimal(ReadOnlySpan<byte> text, int precision, int scale, out Int128 unscaled)
    {
        if (TryParseShortDecimal(text, scale, out long small, out int digits) && digits <= precision)
        {
            unscaled = small;
            return true;
        }
        return TryReadDecimal(text, out DecimalText number) & TryScale(text, number, precision, scale, out unscaled);
    }

    /// <summary>Whether the text is a number for <c>BigDecimal</c>, and how many digits before and after the point it has.</summary>
    internal static bool TryReadDecimal(ReadOnlySpan<byte> text, out DecimalText number)
    {
        number = default;
        int i = 0;
        bool negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            i++;
        }
        int digits = 0;
        int significant = 0;
        int fraction = 0;
        bool point = false;
        for (; i < text.Length; i++)
        {
            byte b = text[i];
            if (b == '.' && !point)
            {
                point = true;
            }
            else if (char.IsAsciiDigit((char)b))
            {
                digits++;
                if (significant > 0 || b != '0')
                    significant++;
                if (point)
                    fraction++;
            }
            else
            {
                break;
            }
        }
        if (digits == 0)
            return false;
        int exponent = 0;
        int end = i;
        if (i < text.Length)
        {
            if (text[i] is not ((byte)'e' or (byte)'E') || !TryParseLong(text[(i + 1)..], out long written) || written is < -10_000 or > 10_000)
                return false;
            exponent = (int)written;
        }
        number = new DecimalText(negative, Math.Max(significant, 1), fraction - exponent, end);
        return true;
    }

    // Plain digits that need no rounding and fit into a long at the wanted scale; zeros in front count as digits, the long way sees to them.
    private static bool TryParseShortDecimal(ReadOnlySpan<byte> text, int scale, out long unscaled, out int digits)
    {
        unscaled = 0;
        digits = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        if (negative)
            text = text[1..];
        if (text.Length is 0 or > MaxShortDigits)
            return false;
        int point = -1;
        for (int i = 0; i < text.Length; i++)
        {
            uint digit = unchecked((uint)(text[i] - '0'));
            if (digit <= 9)
            {
                unscaled = unscaled * 10 + digit;
                digits++;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }
        int missing = scale - (point < 0 ? 0 : text.Length - 1 - point);
        if (digits == 0 || missing < 0 || digits + missing > MaxShortDigits)
            return false;
        for (int i = 0; i < missing; i++)
            unscaled *= 10;
        digits += missing;
        if (negative)
            unscaled = -unscaled;
        return true;
    }

    private static bool TryScale(ReadOnlySpan<byte> text, DecimalText number, int precision, int scale, out Int128 unscaled)
    {
        unscaled = 0;
        if (number.End == 0)
            return false;

        // Digits after the wanted scale are dropped, the first of them rounds.
        int dropped = number.Scale - scale;
        int kept = number.Precision - Math.Max(dropped, 0);
        if (kept - Math.Min(dropped, 0) > precision)
            return false;
        int digitsSeen = 0;
        bool roundUp = false;
        foreach (byte b in text[..number.End])
        {
            if (!char.IsAsciiDigit((char)b) || (digitsSeen == 0 && b == '0'))
                continue;
            if (digitsSeen < kept)
                unscaled = unscaled * 10 + (b - '0');
            else if (digitsSeen == kept)
                roundUp = b >= '5';
            digitsSeen++;
        }
        for (; dropped < 0 && unscaled != 0; dropped++)
            unscaled *= 10;
        if (roundUp && kept >= 0)
            unscaled += 1;
        Int128 limit = 1;
        for (int i = 0; i < precision; i++)
            limit *= 10;
        if (unscaled >= limit)
            return false;
        if (number.IsNegative)
            unscaled = -unscaled;
        return true;
    }

    // Short numbers: digits and point make a whole number that a double holds, divided by an exact power of ten rounds once.
    private static bool TryParseExact(ReadOnlySpan<byte> text, ulong limit, int maxFraction, out double value)
    {
        value = 0;
        int i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (text.Length - i is 0 or > 18)
            return false;
        bool negative = i == 1;
        ulong mantissa = 0;
        int point = -1;
        for (; i < text.Length; i++)
        {
            uint digit = unchecked((uint)(text[i] - '0'));
            if (digit <= 9)
                mantissa = mantissa * 10 + digit;
            else if (text[i] == '.' && point < 0)
                point = i;
            else
                return false;
        }
        int fraction = point < 0 ? 0 : text.Length - 1 - point;
        if (mantissa > limit || fraction > maxFraction || (point >= 0 && text.Length - (negative ? 1 : 0) == 1))
            return false;
        value = mantissa / PowersOfTen[fraction];
        if (negative)
            value = -value;
        return true;
    }

    // Takes off what Java allows around the digits. A special value comes back with the text emptied.
    private static bool TryTakeNumber(ref ReadOnlySpan<byte> text, out double special)
    {
        special = 0;
        text = TrimControl(text);
        if (text.IsEmpty)
            return false;
        ReadOnlySpan<byte> unsigned = text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        if (unsigned.SequenceEqual("NaN"u8) || unsigned.SequenceEqual("Infinity"u8))
        {
            special = unsigned[0] == 'N' ? JavaNaN.Double : text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            text = default;
            return true;
        }
        if (text[^1] is (byte)'f' or (byte)'F' or (byte)'d' or (byte)'D')
            text = text[..^1];
        return !text.IsEmpty && !text.ContainsAnyExcept(NumberBytes);
    }

    private static ReadOnlySpan<byte> TrimControl(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[0] <= ' ')
            text = text[1..];
        while (text.Length > 0 && text[^1] <= ' ')
            text = text[..^1];
        return text;
    }
}

/// <summary>The shape of a decimal number in text: its significant digits, those after the point, and where the exponent begins.</summary>
internal readonly record struct DecimalText(bool IsNegative, int Precision, int Scale, int End);
