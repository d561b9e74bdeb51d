using System.Globalization;
using System.Numerics;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Decimals as Spark writes them.</summary>
internal static class DecimalText
{
    /// <summary>A decimal, never with an exponent.</summary>
    public static string Of(BigInteger unscaled, int scale)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
        return unscaled.Sign < 0 ? "-" + text : text;
    }
}
