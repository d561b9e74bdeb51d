using System.Collections.Concurrent;
using System.Numerics;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

internal enum DecimalOperation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// <summary>
/// Decimal arithmetic where DuckDB has none (division) or a narrower one: exact, rounded half up to the result's scale, failing where the result has too many digits.
/// </summary>
internal static class DecimalKernels
{
    private static readonly ConcurrentDictionary<(DecimalOperation, DecimalType, DecimalType, DecimalType), VectorFunction> Functions = new();
    private static readonly ConcurrentDictionary<(DecimalType, DecimalType), VectorFunction> IntegralDivisions = new();
    private static readonly Int128[] Powers = [.. Enumerable.Range(0, 39).Select(power => (Int128)BigInteger.Pow(10, power))];

    public static VectorFunction For(DecimalOperation operation, DecimalType left, DecimalType right, DecimalType result) =>
        Functions.GetOrAdd((operation, left, right, result), static key => Make(key.Item1, key.Item2, key.Item3, key.Item4));

    /// <summary>Whole quotients of decimals, cut towards zero.</summary>
    public static VectorFunction IntegralDivide(DecimalType left, DecimalType right) => IntegralDivisions.GetOrAdd((left, right), static key => MakeIntegralDivide(key.Item1, key.Item2));

    private static VectorFunction MakeIntegralDivide(DecimalType left, DecimalType right) => VectorFunction.Scalar(
        $"sp_decimal_div_{Text(left)}_{Text(right)}", [Duck(left), Duck(right)], DuckType.BigInt, (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var a = args[0];
            var b = args[1];
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                var scale = Math.Max(left.Scale, right.Scale);
                var quotient = (BigInteger)a.Decimal(row) * BigInteger.Pow(10, scale - left.Scale) / NotZero((BigInteger)b.Decimal(row) * BigInteger.Pow(10, scale - right.Scale), "DIVIDE_BY_ZERO");
                // Beyond a long Spark keeps the low bits.
                args.Result.Values<long>()[row] = unchecked((long)(ulong)(quotient & ulong.MaxValue));
            }
        });

    private static VectorFunction Make(DecimalOperation operation, DecimalType left, DecimalType right, DecimalType result) => VectorFunction.Scalar(
        $"sp_decimal_{operation}_{Text(left)}_{Text(right)}_{Text(result)}".ToLowerInvariant(), [Duck(left), Duck(right)], Duck(result), (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var a = args[0];
            var b = args[1];
            for (var row = 0; row < args.Count; row++)
            {
                if (!args.Result.IsNull(row))
                    args.Result.SetDecimal(row, Compute(operation, a.Decimal(row), b.Decimal(row), left.Scale, right.Scale, result));
            }
        });

    private static Int128 Compute(DecimalOperation operation, Int128 left, Int128 right, int leftScale, int rightScale, DecimalType result)
    {
        switch (operation)
        {
            case DecimalOperation.Multiply when leftScale + rightScale == result.Scale && IsShort(left) && IsShort(right):
                var product = left * right;
                return Int128.Abs(product) < Powers[result.Precision] ? product : throw OutOfRange(product, result.Scale, result);
            case DecimalOperation.Multiply:
                return Fit((BigInteger)left * right, leftScale + rightScale, result);
            case DecimalOperation.Divide:
                // One more shift than the result's scale needs leaves the rounding to one place.
                var shift = result.Scale - leftScale + rightScale;
                var (dividend, divisor) = ((BigInteger)left, NotZero(right, "DIVIDE_BY_ZERO"));
                if (shift >= 0)
                    dividend *= BigInteger.Pow(10, shift);
                else
                    divisor *= BigInteger.Pow(10, -shift);
                return Fit(RoundedQuotient(dividend, divisor), result.Scale, result);
            default:
                var scale = Math.Max(leftScale, rightScale);
                var a = (BigInteger)left * (BigInteger)Powers[scale - leftScale];
                var b = (BigInteger)right * (BigInteger)Powers[scale - rightScale];
                return Fit(operation switch
                {
                    DecimalOperation.Add => a + b,
                    DecimalOperation.Subtract => a - b,
                    _ => BigInteger.Remainder(a, NotZero(b, "REMAINDER_BY_ZERO")),
                }, scale, result);
        }
    }

    // Two of these make a product that 128 bits hold.
    private static bool IsShort(Int128 value) => value >= long.MinValue && value <= long.MaxValue;

    private static BigInteger NotZero(BigInteger divisor, string condition) =>
        divisor.IsZero ? throw SparkConditions.Error(condition, ("config", DivisionLowerings.AnsiConf)) : divisor;

    private static BigInteger RoundedQuotient(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return BigInteger.Abs(rest) * 2 >= BigInteger.Abs(divisor) ? quotient + (dividend.Sign * divisor.Sign) : quotient;
    }

    private static Int128 Fit(BigInteger value, int scale, DecimalType result)
    {
        var fitted = scale <= result.Scale ? value * BigInteger.Pow(10, result.Scale - scale) : RoundedQuotient(value, BigInteger.Pow(10, scale - result.Scale));
        if (BigInteger.Abs(fitted) >= BigInteger.Pow(10, result.Precision))
            throw OutOfRange(value, scale, result);
        return (Int128)fitted;
    }

    private static SparkException OutOfRange(BigInteger value, int scale, DecimalType result) => SparkConditions.Error("NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION",
        ("value", DecimalText.Of(value, scale)), ("precision", Quoting.Number(result.Precision)), ("scale", Quoting.Number(result.Scale)), ("config", DivisionLowerings.AnsiConf));

    private static DuckType Duck(DecimalType type) => DuckType.Decimal(type.Precision, type.Scale);

    private static string Text(DecimalType type) => $"{Quoting.Number(type.Precision)}_{Quoting.Number(type.Scale)}";
}
