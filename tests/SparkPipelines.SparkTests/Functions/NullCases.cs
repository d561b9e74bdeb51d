using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class NullCases
{
    public static FunctionCase[] All =>
    [
        Case("coalesce", Coalesce(Lit(null), Lit(1), Lit(2)), "coalesce(null, 1, 2)", "int 1"),
        Case("equal_null", EqualNull(Lit(null), Lit(null)), "equal_null(null, null)", "boolean true"),
        Case("ifnull", Ifnull(Lit(null), Lit("a")), "ifnull(null, 'a')", "string 'a'"),
        Case("isnan", IsNaN(Lit(double.NaN)), "isnan(double('NaN'))", "boolean true"),
        Case("isnull", IsNull(Lit(double.NaN)), "isnull(double('NaN'))", "boolean false"),
        Case("isnotnull", IsNotNull(Lit(null)), "isnotnull(null)", "boolean false"),
        Case("nanvl", NaNvl(Lit(double.NaN), Lit(5.0)), "nanvl(double('NaN'), 5D)", "double 5"),
        Case("nullif", Nullif(Lit(2), Lit(2)), "nullif(2, 2)", "int null"),
        Case("nullifzero", Nullifzero(Lit(0)), "nullifzero(0)", "int null").From(4, 0),
        Case("nvl", Nvl(Lit(1), Lit(2)), "nvl(1, 2)", "int 1"),
        Case("nvl2", Nvl2(Lit(null), Lit(2), Lit(1)), "nvl2(null, 2, 1)", "int 1"),
        Case("zeroifnull", Zeroifnull(Lit(null).Cast("int")), "zeroifnull(cast(null as int))", "int 0").From(4, 0),
    ];
}
