using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace SparkPipelines.Sql;

/// <summary>
/// Floating-point numbers as Java's <c>Double.toString</c> writes them, which is how Spark prints and casts them: <c>1.0</c>, <c>1.0E10</c>,
/// <c>1.0E-5</c>, <c>NaN</c>, <c>Infinity</c>. The digits are the shortest that give the number back.
/// </summary>
internal static class JavaNumbers
{
    /// <summary>No number's text is longer, in bytes: sign, 17 digits, point, zeros before the digits or an exponent.</summary>
    public const int MaxLength = 32;

    public static string Text(double value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Write(value, text)]);
    }

    public static string Text(float value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Write(value, text)]);
    }

    /// <summary>Writes the text as ASCII into at least <see cref="MaxLength"/> bytes, and returns its length.</summary>
    public static int Write(double value, Span<byte> target) => WriteNumber(value, target);

    /// <inheritdoc cref="Write(double, Span{byte})"/>
    public static int Write(float value, Span<byte> target) => WriteNumber(value, target);

    private static int WriteNumber<T>(T value, Span<byte> target)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value) || T.IsZero(value))
            return WriteSpecial(value, target);

        Span<byte> buffer = stackalloc byte[MaxLength];
        var digits = Digits(value, "R", buffer, out var exponent);
        // Of all numbers that one digit would do for, Java takes the nearest of two digits: 4.9E-324, not 5.0E-324.
        if (digits.Length == 1)
            digits = Digits(value, "E1", buffer, out exponent);

        var text = new Appender(target);
        if (T.IsNegative(value))
            text.Append("-"u8);
        if (exponent is >= -3 and < 7)
            WritePlain(digits, exponent, ref text);
        else
            WriteScientific(digits, exponent, ref text);
        return text.Length;
    }

    private static int WriteSpecial<T>(T value, Span<byte> target)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var text = T.IsNaN(value) ? "NaN"u8
            : T.IsPositiveInfinity(value) ? "Infinity"u8
            : T.IsNegativeInfinity(value) ? "-Infinity"u8
            : T.IsNegative(value) ? "-0.0"u8 : "0.0"u8;
        text.CopyTo(target);
        return text.Length;
    }

    /// <summary>The significant digits, without zeros at either end, and the power of ten of the first one.</summary>
    private static ReadOnlySpan<byte> Digits<T>(T value, string format, Span<byte> buffer, out int exponent)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        T.Abs(value).TryFormat(buffer, out var length, format, CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> mantissa = buffer[..length];
        exponent = 0;
        if (mantissa.IndexOf((byte)'E') is >= 0 and var e)
        {
            exponent = int.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf((byte)'.');
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        if (point >= 0)
        {
            mantissa[(point + 1)..].CopyTo(buffer[point..]);
            mantissa = buffer[..(mantissa.Length - 1)];
        }

        exponent -= mantissa.Length - mantissa.TrimStart((byte)'0').Length;
        return mantissa.Trim((byte)'0');
    }

    private static void WritePlain(scoped ReadOnlySpan<byte> digits, int exponent, ref Appender text)
    {
        if (exponent < 0)
        {
            text.Append("0."u8);
            text.AppendZeros(-exponent - 1);
            text.Append(digits);
            return;
        }

        var whole = exponent + 1;
        text.Append(digits[..Math.Min(whole, digits.Length)]);
        text.AppendZeros(whole - digits.Length);
        text.Append("."u8);
        text.Append(digits.Length > whole ? digits[whole..] : "0"u8);
    }

    private static void WriteScientific(scoped ReadOnlySpan<byte> digits, int exponent, ref Appender text)
    {
        text.Append(digits[..1]);
        text.Append("."u8);
        text.Append(digits.Length > 1 ? digits[1..] : "0"u8);
        text.Append("E"u8);
        text.Append(exponent);
    }

    private ref struct Appender(Span<byte> target)
    {
        private readonly Span<byte> _target = target;

        public int Length { get; private set; }

        public void Append(scoped ReadOnlySpan<byte> text)
        {
            text.CopyTo(_target[Length..]);
            Length += text.Length;
        }

        public void AppendZeros(int count)
        {
            for (; count > 0; count--)
                _target[Length++] = (byte)'0';
        }

        public void Append(int number)
        {
            Utf8Formatter.TryFormat(number, _target[Length..], out var written);
            Length += written;
        }
    }
}
