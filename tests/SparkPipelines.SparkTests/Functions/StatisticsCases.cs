using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class StatisticsCases
{
    private const string Pairs = "VALUES (1D, 2D), (2D, 3D), (3D, 5D), (4D, null), (null, 9D) AS t(x, y)";

    public static FunctionCase[] All =>
    [
        .. Over(
            Pairs,
            [
                Case("corr", Corr("x", "y"), "corr(x, y)", "double 0.98198050606197").To(14),
                Case("covar_pop", CovarPop("x", "y"), "covar_pop(x, y)", "double 1").To(14),
                Case("covar_samp", CovarSamp("x", "y"), "covar_samp(x, y)", "double 1.5").To(14),
                Case("regr_avgx", RegrAvgx("x", "y"), "regr_avgx(x, y)", "double 3.3333333333333").To(14),
                Case("regr_avgy", RegrAvgy("x", "y"), "regr_avgy(x, y)", "double 2").To(14),
                Case("regr_count", RegrCount("x", "y"), "regr_count(x, y)", "bigint 3").To(14),
                Case("regr_intercept", RegrIntercept("x", "y"), "regr_intercept(x, y)", "double -0.14285714285714").To(14),
                Case("regr_r2", RegrR2("x", "y"), "regr_r2(x, y)", "double 0.96428571428571").To(14),
                Case("regr_slope", RegrSlope("x", "y"), "regr_slope(x, y)", "double 0.64285714285714").To(14),
                Case("regr_sxx", RegrSxx("x", "y"), "regr_sxx(x, y)", "double 4.6666666666667").To(14),
                Case("regr_sxy", RegrSxy("x", "y"), "regr_sxy(x, y)", "double 3").To(14),
                Case("regr_syy", RegrSyy("x", "y"), "regr_syy(x, y)", "double 2").To(14),
                Case("kurtosis", Kurtosis("y"), "kurtosis(y)", "double -1.0989792060491").To(14),
                Case("median", Median("y"), "median(y)", "double 4").To(14),
                Case("skewness", Skewness("y"), "skewness(y)", "double 0.6568077344997").To(14),
                Case("std", Std("y"), "std(y)", "double 3.0956959368345").To(14),
                Case("stddev", Stddev("y"), "stddev(y)", "double 3.0956959368345").To(14),
                Case("stddev_pop", StddevPop("y"), "stddev_pop(y)", "double 2.6809513236909").To(14),
                Case("stddev_samp", StddevSamp("y"), "stddev_samp(y)", "double 3.0956959368345").To(14),
                Case("var_pop", VarPop("y"), "var_pop(y)", "double 7.1875").To(14),
                Case("var_samp", VarSamp("y"), "var_samp(y)", "double 9.5833333333333").To(14),
                Case("variance", Variance("y"), "variance(y)", "double 9.5833333333333").To(14),
                Case("product", Product("x"), "aggregate(collect_list(x), 1D, (a, v) -> a * v)", "double 24"),
                Case("histogram_numeric", HistogramNumeric("x", Lit(2)), "histogram_numeric(x, 2)", "array<struct<x:double,y:double>> [{1, 1}, {3, 3}]"),
            ]),
    ];
}
