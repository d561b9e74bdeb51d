using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Rounding, shifting and number bases as the JVM does them.</summary>
internal static class NumberText
{
    private static readonly ConcurrentDictionary<string, VectorFunction> Functions = new(StringComparer.Ordinal);

    public static readonly VectorFunction Conv = VectorFunction.Scalar("sp_conv", [DuckType.Varchar, DuckType.Int, DuckType.Int], DuckType.Varchar, static (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var numbers = args[0];
        var from = args[1].Values<int>();
        var to = args[2].Values<int>();
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                TextKernels.Set(args.Result, row, Convert(TextKernels.Text(numbers, row).Trim(), from[row], to[row]));
        }
    });

    public static readonly VectorFunction WidthBucket = VectorFunction.Scalar(
        "sp_width_bucket", [DuckType.Double, DuckType.Double, DuckType.Double, DuckType.BigInt], DuckType.BigInt, static (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var (value, low) = (args[0].Values<double>().ToArray(), args[1].Values<double>().ToArray());
            var (high, count) = (args[2].Values<double>().ToArray(), args[3].Values<long>().ToArray());
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                if (Bucket(value[row], low[row], high[row], count[row]) is { } bucket)
                    args.Result.Values<long>()[row] = bucket;
                else
                    args.Result.SetNull(row);
            }
        });

    public static VectorFunction RoundLong(bool halfEven) => Functions.GetOrAdd(halfEven ? "sp_bround_long" : "sp_round_long", name =>
        VectorFunction.Map<long, int, long>(name, DuckType.BigInt, DuckType.Int, DuckType.BigInt, (value, digits) => digits >= 0 ? value : unchecked((long)(Round((BigInteger)value, -digits, halfEven) * BigInteger.Pow(10, -digits)))));

    public static VectorFunction RoundDouble(bool halfEven) => Functions.GetOrAdd(halfEven ? "sp_bround_double" : "sp_round_double", name =>
        VectorFunction.Map<double, int, double>(name, DuckType.Double, DuckType.Int, DuckType.Double, (value, digits) => Round(value, digits, halfEven)));

    public static VectorFunction RoundDecimal(DecimalType from, DecimalType to, bool halfEven) => Functions.GetOrAdd(
        $"sp_{(halfEven ? "b" : "")}round_{Quoting.Number(from.Precision)}_{Quoting.Number(from.Scale)}_{Quoting.Number(to.Precision)}_{Quoting.Number(to.Scale)}",
        name => VectorFunction.Scalar(name, [DuckType.Decimal(from.Precision, from.Scale), DuckType.Int], DuckType.Decimal(to.Precision, to.Scale), (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var input = args[0];
            var digits = args[1].Values<int>();
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                // Rounded to the digits, then brought to the result's scale, which is never less.
                var drop = from.Scale - digits[row];
                var value = drop <= 0 ? (BigInteger)input.Decimal(row) : Round((BigInteger)input.Decimal(row), drop, halfEven) * BigInteger.Pow(10, drop);
                args.Result.SetDecimal(row, (Int128)(value / BigInteger.Pow(10, from.Scale - to.Scale)));
            }
        }));

    public static VectorFunction Shift(string symbol, bool isLong) => Functions.GetOrAdd($"sp_shift_{symbol switch { "<<" => "left", ">>" => "right", _ => "unsigned" }}_{(isLong ? "long" : "int")}", name => isLong
        ? VectorFunction.Map<long, int, long>(name, DuckType.BigInt, DuckType.Int, DuckType.BigInt, symbol switch
        {
            "<<" => static (value, count) => value << count,
            ">>" => static (value, count) => value >> count,
            _ => static (value, count) => value >>> count,
        })
        : VectorFunction.Map<int, int, int>(name, DuckType.Int, DuckType.Int, DuckType.Int, symbol switch
        {
            "<<" => static (value, count) => value << count,
            ">>" => static (value, count) => value >> count,
            _ => static (value, count) => value >>> count,
        }));

    // Spark rounds the shortest decimal text of the number.
    private static double Round(double value, int digits, bool halfEven)
    {
        if (!double.IsFinite(value) || value == 0)
            return value;
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var (unscaled, scale) = Parse(shortest);
        if (digits >= scale)
            return value;
        var rounded = Round(unscaled, scale - digits, halfEven);
        return double.Parse($"{rounded.ToString(CultureInfo.InvariantCulture)}E{(-digits).ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
    }

    private static (BigInteger Unscaled, int Scale) Parse(string text)
    {
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(point < 0 ? mantissa : mantissa.Remove(point, 1), CultureInfo.InvariantCulture);
        return (digits, (point < 0 ? 0 : mantissa.Length - point - 1) - exponent);
    }

    /// <summary>Without its last digits.</summary>
    private static BigInteger Round(BigInteger value, int digits, bool halfEven)
    {
        var unit = BigInteger.Pow(10, digits);
        var quotient = BigInteger.DivRem(value, unit, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        var isUp = twice > unit || (twice == unit && (!halfEven || !quotient.IsEven));
        return isUp ? quotient + value.Sign : quotient;
    }

    private static string? Convert(string number, int from, int to)
    {
        if (from is < 2 or > 36 || Math.Abs(to) is < 2 or > 36 || number.Length == 0)
            return null;
        var isNegative = number[0] == '-';
        ulong value = 0;
        foreach (var c in isNegative ? number.AsSpan(1) : number)
        {
            var digit = c is >= '0' and <= '9' ? c - '0' : char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) - 'A' + 10 : 99;
            if (digit >= from)
                break;
            value = unchecked((value * (ulong)from) + (ulong)digit);
        }

        if (isNegative)
            value = unchecked(0 - value);
        // A base below zero asks for a signed number.
        var signed = to < 0 && (long)value < 0;
        if (signed)
            value = unchecked(0 - value);
        var digits = "";
        do
        {
            digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(int)(value % (ulong)Math.Abs(to))] + digits;
            value /= (ulong)Math.Abs(to);
        }
        while (value > 0);
        return signed ? "-" + digits : digits;
    }

    private static long? Bucket(double value, double low, double high, long count)
    {
        if (count <= 0 || count == long.MaxValue || double.IsNaN(value) || low == high || !double.IsFinite(low) || !double.IsFinite(high))
            return null;
        var (from, to) = (Math.Min(low, high), Math.Max(low, high));
        if (low < high)
            return value < from ? 0 : value >= to ? count + 1 : (long)(count * (value - from) / (to - from)) + 1;
        return value > to ? 0 : value <= from ? count + 1 : (long)(count * (to - value) / (to - from)) + 1;
    }
}
