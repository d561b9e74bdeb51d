using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class MathCases
{
    private const double LastBits = 1e-14;

    public static IEnumerable<EngineCase> All =>
    [
        Select("math.abs", Tables.Moderate, t => [Abs(t["b"]), Abs(t["s"]), Abs(t["i"]), Abs(t["l"]), Abs(t["f"]), Abs(t["d"]), Abs(t["m"])]),
        Select("math.abs overflow", Tables.Numbers, t => [Abs(t["i"])]),
        Select("math.ceil", Tables.Moderate, t => [Ceil(t["d"]), Ceil(t["f"]), Ceil(t["m"]), Ceil(t["i"])]),
        Select("math.floor", Tables.Moderate, t => [Floor(t["d"]), Floor(t["f"]), Floor(t["m"]), Floor(t["l"])]),
        Select("math.round", Tables.Moderate, t => [Round(t["d"], 1), Round(t["m"], 1), Round(t["i"], -1), Round(t["f"], 0)]),
        Select("math.bround", Tables.Moderate, t => [Bround(t["d"], 0), Bround(t["m"], 1), Bround(t["i"], -1)]),
        Select("math.rint", Tables.Numbers, t => [Rint(t["d"])]),
        Select("math.signum", Tables.Numbers, t => [Signum(t["d"]), Signum(t["i"])]),
        Select("math.sqrt", Tables.Numbers, t => [Sqrt(t["d"]), Sqrt(t["i"])]),
        Select("math.cbrt", Tables.Moderate, t => [Cbrt(t["d"])]).Within(LastBits),
        Select("math.exp", Tables.Moderate, t => [Exp(t["d"]), Expm1(t["d"])]).Within(LastBits),
        Select("math.ln", Tables.Moderate, t => [Log(t["d"]), Log(t["i"])]).Within(LastBits),
        Select("math.log10", Tables.Moderate, t => [Log10(t["i"]), Log2(t["i"]), Log1p(t["d"])]).Within(LastBits),
        Select("math.log base", Tables.Moderate, t => [Log(3.0, t["i"])]).Within(LastBits),
        Select("math.pow", Tables.Moderate, t => [Pow(t["d"], t["b"]), Pow(t["i"], Lit(2))]).Within(LastBits),
        Select("math.trigonometry", Tables.Moderate, t => [Sin(t["d"]), Cos(t["d"]), Tan(t["d"]), Atan(t["d"])]).Within(1e-12),
        Select("math.inverse trigonometry", Tables.Moderate, t => [Asin(t["f"]), Acos(t["f"]), Atan2(t["d"], t["f"])]).Within(1e-12),
        Select("math.hyperbolic", Tables.Moderate, t => [Sinh(t["f"]), Cosh(t["f"]), Tanh(t["f"])]).Within(1e-12),
        Select("math.degrees and radians", Tables.Moderate, t => [Degrees(t["d"]), Radians(t["d"])]).Within(LastBits),
        Select("math.hypot", Tables.Moderate, t => [Hypot(t["d"], t["f"])]).Within(LastBits),
        Select("math.factorial", Tables.Moderate, t => [Factorial(t["b"])]),
        Select("math.greatest and least", Tables.Numbers, t => [Greatest(t["i"], t["s"]), Least(t["d"], t["f"]), Greatest(t["l"], t["m"])]),
        Select("math.hex and bin", Tables.Numbers, t => [Hex(t["l"]), Bin(t["l"])]),
        Select("math.conv", Tables.Moderate, t => [Conv(t["i"].Cast("string"), 10, 16), Conv(t["l"].Cast("string"), 10, 2)]),
        Select("math.pmod", Tables.Moderate, t => [Pmod(t["i"], t["s"]), Pmod(t["d"], t["f"])]),
        Select("math.negate", Tables.Moderate, t => [-t["b"], -t["i"], -t["d"], -t["m"]]),
        Select("math.negate overflow", Tables.Numbers, t => [-t["l"]]),
        Select("math.bitwise", Tables.Numbers, t => [t["i"].BitwiseAND(t["s"]), t["l"].BitwiseOR(t["i"]), t["i"].BitwiseXOR(Lit(5)), BitwiseNOT(t["i"])]),
        Select("math.shift", Tables.Numbers, t => [ShiftLeft(t["i"], 3), ShiftRight(t["l"], 2), ShiftRightUnsigned(t["i"], 1)]),
        Select("math.isnan and nanvl", Tables.Numbers, t => [IsNaN(t["d"]), IsNaN(t["f"]), NaNvl(t["d"], Lit(1.0))]),
        Expressions("math.width_bucket", Tables.Moderate, "width_bucket(d, 0.0, 10.0, 5)"),
        Select("math.inverse hyperbolic", Tables.Numbers, t => [Acosh(t["d"]), Acosh(t["b"]), Asinh(t["b"]), Atanh(t["b"])]).Within(1e-12),
        Select("math.bit_count", Tables.Numbers, t => [BitCount(t["b"]), BitCount(t["s"]), BitCount(t["i"]), BitCount(t["l"]), BitCount(t["i"] > Lit(0))]),
        Expressions("math.bit_get", Tables.Numbers, "bit_get(i, 0)", "getbit(l, 63)", "bit_get(b, 7)"),
        Constants("math.bit_get beyond", "bit_get(5, 32)"),
        Expressions("math.zero and null", Tables.Numbers, "nullifzero(i)", "zeroifnull(i)", "nullifzero(d)", "zeroifnull(m)", "zeroifnull(l)", "equal_null(i, s)", "equal_null(d, f)").From(4, 0),
        Expressions("math.cast functions", Tables.Moderate, "bigint(i)", "int(l)", "string(d)", "double(m)", "float(b)", "tinyint('12')", "smallint(b)", "decimal(b)", "boolean(i)", "binary('ab')", "date('2020-02-29')", "timestamp('2020-02-29 01:02:03')"),
    ];
}
