using System.Numerics;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Decimal arithmetic with Spark's result types. DuckDB's own results are as wide or narrower, and are cast.</summary>
internal static class DecimalLowerings
{
    // Up to this precision DuckDB holds a decimal in 64 bits, and stays there when it multiplies two of them.
    private const int Precision64 = 18;

    public static string Arithmetic(LoweringSite site, DecimalOperation operation, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var (a, b) = Types(call);
        var scale = Math.Max(a.Scale, b.Scale);
        if (site.IsNarrow && scale == result.Scale)
            return $"({arguments[0]} {(operation == DecimalOperation.Add ? "+" : "-")} {arguments[1]})";
        return Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale + 1 <= DecimalType.MaxPrecision
            ? $"CAST(({arguments[0]} {(operation == DecimalOperation.Add ? "+" : "-")} {arguments[1]}) AS DECIMAL({result.Precision},{result.Scale}))"
            : Kernel(site, operation, result, call, arguments);
    }

    public static string Multiply(LoweringSite site, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var (a, b) = Types(call);
        if (site.IsNarrow && a.Scale + b.Scale == result.Scale)
            return $"({arguments[0]} * {arguments[1]})";
        if (a.Precision + b.Precision > DecimalType.MaxPrecision)
            return Kernel(site, DecimalOperation.Multiply, result, call, arguments);
        // Beyond 64 bits one operand has to be wider before, or DuckDB would stay in them and overflow.
        var left = a.Precision + b.Precision <= Precision64 ? arguments[0] : $"CAST({arguments[0]} AS DECIMAL({Math.Max(a.Precision, Precision64 + 1)},{a.Scale}))";
        return $"CAST(({left} * {arguments[1]}) AS DECIMAL({result.Precision},{result.Scale}))";
    }

    public static string Divide(LoweringSite site, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments) => Kernel(site, DecimalOperation.Divide, result, call, arguments);

    public static string Remainder(LoweringSite site, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments) => Kernel(site, DecimalOperation.Remainder, result, call, arguments);

    public static string IntegralDivide(LoweringSite site, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var (a, b) = Types(call);
        return $"{site.Native(DecimalKernels.IntegralDivide(a, b))}({string.Join(", ", arguments)})";
    }

    /// <summary>The exact sum divided by the count.</summary>
    public static string Average(LoweringSite site, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var sum = Resolve.DecimalRules.Bounded(((DecimalType)call.Arguments[0].Type).Precision + 10, ((DecimalType)call.Arguments[0].Type).Scale);
        var count = new DecimalType(20, 0);
        var divide = site.Native(DecimalKernels.For(DecimalOperation.Divide, sum, count, result));
        return Lowerings.Fill(
            $"{divide}(CAST(sum({{distinct}}{{0}}){{over}} AS DECIMAL({sum.Precision},{sum.Scale})), CAST(nullif(count({{distinct}}{{0}}){{over}}, 0) AS DECIMAL(20,0)))", site, call, arguments);
    }

    public static bool IsZero(Constant constant) => constant.Value switch
    {
        null => false,
        BigInteger big => big.IsZero,
        double d => d == 0,
        float f => f == 0,
        IConvertible number and not string => Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture) == 0,
        _ => true,
    };

    private static (DecimalType Left, DecimalType Right) Types(FunctionCall call) => ((DecimalType)call.Arguments[0].Type, (DecimalType)call.Arguments[1].Type);

    private static string Kernel(LoweringSite site, DecimalOperation operation, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var (a, b) = Types(call);
        return $"{site.Native(DecimalKernels.For(operation, a, b, result))}({string.Join(", ", arguments)})";
    }
}
