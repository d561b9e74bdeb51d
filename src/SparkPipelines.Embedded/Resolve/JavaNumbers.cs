using System.Globalization;
using System.Numerics;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Numbers as the JVM writes them, which is how Spark turns them to text.</summary>
internal static class JavaNumbers
{
    public static string Text(double value) => double.IsFinite(value) ? Format(value.ToString("R", CultureInfo.InvariantCulture)) : Special(value);

    public static string Text(float value) => float.IsFinite(value) ? Format(value.ToString("R", CultureInfo.InvariantCulture)) : Special(value);

    /// <summary>A decimal, never with an exponent.</summary>
    public static string Text(BigInteger unscaled, int scale)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
        return unscaled.Sign < 0 ? "-" + text : text;
    }

    private static string Special(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    // Plain from 0.001 to below 10,000,000, with one digit at least on either side of the point; else d.dddE±n.
    private static string Format(string shortest)
    {
        var negative = shortest[0] == '-';
        var text = negative ? shortest[1..] : shortest;
        var e = text.IndexOf('E');
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        exponent += point < 0 ? mantissa.Length : point;
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits[leading..].TrimEnd('0');
        exponent -= leading;
        var sign = negative ? "-" : "";
        if (digits.Length == 0)
            return sign + "0.0";
        if (exponent is > -3 and <= 7)
        {
            if (exponent <= 0)
                return $"{sign}0.{new string('0', -exponent)}{digits}";
            return digits.Length <= exponent
                ? $"{sign}{digits.PadRight(exponent, '0')}.0"
                : $"{sign}{digits[..exponent]}.{digits[exponent..]}";
        }

        return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{(exponent - 1).ToString(CultureInfo.InvariantCulture)}";
    }
}
