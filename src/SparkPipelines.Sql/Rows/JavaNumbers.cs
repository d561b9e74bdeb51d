using System.Globalization;

namespace SparkPipelines.Sql;

/// <summary>
/// Floating-point numbers as Java's <c>Double.toString</c> writes them, which is how Spark prints and casts them: <c>1.0</c>, <c>1.0E10</c>,
/// <c>1.0E-5</c>, <c>NaN</c>, <c>Infinity</c>. The digits are the shortest that give the number back.
/// </summary>
internal static class JavaNumbers
{
    public static string Text(double value) => Format(value, value.ToString("R", CultureInfo.InvariantCulture), value.ToString("E1", CultureInfo.InvariantCulture));

    public static string Text(float value) => Format(value, value.ToString("R", CultureInfo.InvariantCulture), value.ToString("E1", CultureInfo.InvariantCulture));

    private static string Format(double value, string shortest, string twoDigits)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0)
            return double.IsNegative(value) ? "-0.0" : "0.0";

        var sign = value < 0 ? "-" : "";
        var (digits, exponent) = Split(shortest);
        // Of all numbers that one digit would do for, Java takes the nearest of two digits: 4.9E-324, not 5.0E-324.
        if (digits.Length == 1)
            (digits, exponent) = Split(twoDigits);
        return sign + (exponent is >= -3 and < 7 ? Plain(digits, exponent) : $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The significant digits, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Split(string shortest)
    {
        var mantissa = shortest.TrimStart('-');
        var exponent = 0;
        var e = mantissa.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            exponent = int.Parse(mantissa.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = whole + (point < 0 ? "" : mantissa[(point + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all[leading..].TrimEnd('0');
        return (digits, exponent + whole.Length - 1 - leading);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
            return $"0.{new string('0', -exponent - 1)}{digits}";
        if (digits.Length <= exponent + 1)
            return $"{digits.PadRight(exponent + 1, '0')}.0";
        return $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }
}
