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

    public static string Arithmetic(string symbol, DecimalType result, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var (a, b) = Types(call);
        var scale = Math.Max(a.Scale, b.Scale);
        var exact = Math.Max(a.Precision - a.Scale, b.Precision - b.Scale) + scale + 1;
        return exact <= DecimalType.MaxPrecision
            ? $"CAST(({arguments[0]} {symbol} {arguments[1]}) AS DECIMAL({result.Precision},{result.Scale}))"
            : $"CAST((CAST({arguments[0]} AS DECIMAL(38,{scale})) {symbol} CAST({arguments[1]} AS DECIMAL(38,{scale}))) AS DECIMAL({result.Precision},{result.Scale}))";
    }

    public static string Multiply(DecimalType result, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var (a, b) = Types(call);
        if (a.Precision + b.Precision <= Precision64)
            return $"CAST(({arguments[0]} * {arguments[1]}) AS DECIMAL({result.Precision},{result.Scale}))";
        if (a.Scale + b.Scale == result.Scale)
        {
            return $"CAST((CAST({arguments[0]} AS DECIMAL({Math.Max(a.Precision, Precision64 + 1)},{a.Scale})) * {arguments[1]}) AS DECIMAL({result.Precision},{result.Scale}))";
        }

        throw Errors.Refusal.Of("decimal multiplication", $"{a.SimpleString} * {b.SimpleString}", "cast the operands to fewer digits");
    }

    public static string Divide(DecimalType result, FunctionCall call, IReadOnlyList<string> arguments) => Refused("division", call);

    public static string Remainder(DecimalType result, FunctionCall call, IReadOnlyList<string> arguments) => Refused("remainder", call);

    public static string IntegralDivide(FunctionCall call, IReadOnlyList<string> arguments) => Refused("integral division", call);

    public static string Average(DecimalType result, LoweringSite site, FunctionCall call, IReadOnlyList<string> arguments) =>
        throw Errors.Refusal.Of("function", $"avg of {call.Arguments[0].Type.SimpleString}", "cast it to double");

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

    private static string Refused(string what, FunctionCall call)
    {
        var (a, b) = Types(call);
        throw Errors.Refusal.Of($"decimal {what}", $"{a.SimpleString} by {b.SimpleString}", "cast an operand to double");
    }
}
