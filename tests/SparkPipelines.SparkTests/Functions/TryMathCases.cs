using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class TryMathCases
{
    public static FunctionCase[] All =>
    [
        Case("try_add", TryAdd(Lit(1), Lit(2)), "try_add(1, 2)", "int 3"),
        Case("try_add overflow", TryAdd(Lit(int.MaxValue), Lit(1)), "try_add(2147483647, 1)", "int null"),
        Case("try_divide", TryDivide(Lit(3), Lit(2)), "try_divide(3, 2)", "double 1.5"),
        Case("try_divide by zero", TryDivide(Lit(3), Lit(0)), "try_divide(3, 0)", "double null"),
        Case("try_mod", TryMod(Lit(-3), Lit(2)), "try_mod(-3, 2)", "int -1").From(4, 0),
        Case("try_mod by zero", TryMod(Lit(3), Lit(0)), "try_mod(3, 0)", "int null").From(4, 0),
        Case("try_multiply", TryMultiply(Lit(2), Lit(3)), "try_multiply(2, 3)", "int 6"),
        Case("try_multiply overflow", TryMultiply(Lit(int.MaxValue), Lit(2)), "try_multiply(2147483647, 2)", "int null"),
        Case("try_subtract", TrySubtract(Lit(2), Lit(3)), "try_subtract(2, 3)", "int -1"),
        Case("try_subtract overflow", TrySubtract(Lit(int.MinValue), Lit(1)), "try_subtract(-2147483648, 1)", "int null"),
        Case("bit_count", BitCount(Lit(-1L)), "bit_count(-1L)", "int 64"),
        Case("bit_get", BitGet(Lit(11), Lit(2)), "bit_get(11, 2)", "tinyint 0"),
        Case("getbit", Getbit(Lit(11), Lit(3)), "getbit(11, 3)", "tinyint 1"),
        Case("bitwise_not", Bitwise_Not(Lit(0)), "~0", "int -1"),
        Case("bitwiseNOT", BitwiseNOT(Lit(5)), "~5", "int -6"),
        Case("shiftleft", Shiftleft(Lit(1), 33), "shiftleft(1, 33)", "int 2"),
        Case("shiftLeft", ShiftLeft(Lit(-3L), 2), "shiftleft(-3L, 2)", "bigint -12"),
        Case("shiftright", Shiftright(Lit(-8), 1), "shiftright(-8, 1)", "int -4"),
        Case("shiftRight", ShiftRight(Lit(9), 1), "shiftright(9, 1)", "int 4"),
        Case("shiftrightunsigned", Shiftrightunsigned(Lit(-8), 1), "shiftrightunsigned(-8, 1)", "int 2147483644"),
        Case("shiftRightUnsigned", ShiftRightUnsigned(Lit(8), 1), "shiftrightunsigned(8, 1)", "int 4"),
    ];
}
