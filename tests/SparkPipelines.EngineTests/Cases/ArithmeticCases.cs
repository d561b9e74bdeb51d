using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class ArithmeticCases
{
    public static IEnumerable<EngineCase> All =>
    [
        Select("arithmetic.add", Tables.Moderate, t => [t["b"] + t["b"], t["b"] + t["i"], t["i"] + t["l"], t["l"] + t["f"], t["f"] + t["d"], t["m"] + t["i"], t["m"] + t["d"]]),
        Select("arithmetic.subtract", Tables.Moderate, t => [t["s"] - t["b"], t["i"] - Lit(1), t["m"] - t["m"], t["d"] - t["i"]]),
        Select("arithmetic.multiply", Tables.Moderate, t => [t["i"] * t["s"], t["m"] * t["m"], t["d"] * t["i"], t["m"] * Lit(3)]),
        Select("arithmetic.divide", Tables.Moderate, t => [t["i"] / t["b"], t["d"] / t["b"], t["m"] / t["b"], t["m"] / Lit(3)]),
        Select("arithmetic.remainder", Tables.Moderate, t => [t["i"] % t["b"], t["l"] % t["b"], t["d"] % t["b"], t["m"] % t["b"]]),
        Expressions("arithmetic.div", Tables.Moderate, "i div b", "l div s", "m div b"),
        Select("arithmetic.int overflow", Tables.Numbers, t => [t["i"] + Lit(1)]),
        Select("arithmetic.byte overflow", Tables.Numbers, t => [t["b"] + t["b"]]),
        Select("arithmetic.long overflow", Tables.Numbers, t => [t["l"] * Lit(2L)]),
        Select("arithmetic.double overflow is infinity", Tables.Numbers, t => [t["d"] * Lit(2.0)]),
        Select("arithmetic.divide by zero", Tables.Numbers, t => [Lit(1) / t["i"]]),
        Select("arithmetic.double divide by zero", Tables.Numbers, t => [t["d"] / Lit(0.0)]),
        Select("arithmetic.remainder by zero", Tables.Numbers, t => [t["i"] % Lit(0)]),
        Constants("arithmetic.decimal precision", "1.10BD * 2.2BD", "10BD / 3BD", "1.23456789012345678901BD + 1BD", "99999999999999999999.99BD * 1.5BD"),
        Constants("arithmetic.decimal wide", "cast('12345678901234567890123456789012345678' as decimal(38,0)) + 1", "cast(1 as decimal(38,18)) / cast(3 as decimal(38,18))", "cast(2 as decimal(38,10)) * cast(3 as decimal(38,10))"),
        Constants("arithmetic.decimal overflow", "cast('99999999999999999999999999999999999999' as decimal(38,0)) * 10BD"),
        Expressions("arithmetic.try", Tables.Numbers, "try_add(i, 1)", "try_subtract(l, 1)", "try_multiply(i, 2)", "try_divide(i, b)"),
        Constants("arithmetic.literals", "1", "1L", "1S", "1Y", "1.5", "1.5D", "1.5F", "1e3", "1.50BD", "'x'", "X'00ff'", "true", "null"),
        Constants("arithmetic.precedence", "1 + 2 * 3", "-2 * 3", "(1 + 2) * 3", "7 % 4 * 2", "1 + 2 || 'x'", "5 & 3 | 8 ^ 1", "~5"),
        Select("compare.numbers", Tables.Numbers, t => [t["i"] > t["b"], t["i"] <= t["d"], t["d"] == t["d"], t["d"] > Lit(0), t["f"] == t["d"], t["m"] >= t["i"]]),
        Select("compare.null safe", Tables.Numbers, t => [t["i"].EqNullSafe(t["b"]), t["d"].EqNullSafe(Lit(double.NaN)), t["i"].EqNullSafe(Lit(null))]),
        Select("compare.between", Tables.Numbers, t => [t["i"].Between(-1, 7), t["d"].Between(0.0, 3.0)]),
        Select("compare.in", Tables.Numbers, t => [t["i"].IsIn(1, 3, 5), t["i"].IsIn(3, null!)]),
        Select("compare.text", Tables.Texts, t => [t["t"] > t["u"], t["t"] == Lit("123"), t["t"] < Lit("a")]),
        Expressions("compare.text with number", Tables.Numbers, "i = '3'", "d > '1.5'", "cast(i as string) = '7'"),
        Constants("compare.bad number", "1 = 'one'"),
        Select("logic.and or not", Tables.Groups, t => [t["b"] & (t["v"] > Lit(1)), t["b"] | (t["v"] > Lit(1)), !t["b"]]),
        Select("logic.null tests", Tables.Groups, t => [t["v"].IsNull(), t["v"].IsNotNull(), t["d"].IsNaN()]),
        Select("logic.when", Tables.Groups, t => [When(t["v"] > Lit(4), Lit("big")).When(t["v"] > Lit(0), Lit("small")).Otherwise(Lit("none")), When(t["b"], t["v"])]),
        Expressions("logic.case", Tables.Groups, "case k when 'a' then 1 when 'b' then 2.5 end", "case when v > 1 then 'x' else t end"),
        Select("logic.coalesce", Tables.Groups, t => [Coalesce(t["t"], t["k"], Lit("?")), Coalesce(t["v"], t["d"])]),
        Expressions("logic.if and nullif", Tables.Groups, "if(v > 1, 'y', 'n')", "nullif(v, 5)", "nvl(v, 0)", "nvl2(v, 'some', 'none')", "ifnull(t, 'q')"),
    ];
}
