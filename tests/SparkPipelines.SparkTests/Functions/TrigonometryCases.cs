using SparkPipelines.SparkTests.Functions.Harness;
using static SparkPipelines.Sql.Functions;
using static SparkPipelines.SparkTests.Functions.Harness.FunctionCase;

namespace SparkPipelines.SparkTests.Functions;

internal static class TrigonometryCases
{
    public static FunctionCase[] All =>
    [
        Case("acos", Acos(Lit(1.0)), "acos(1D)", "double 0"),
        Case("acos out of range", Acos(Lit(2.0)), "acos(2D)", "double NaN"),
        Case("acosh", Acosh(Lit(1.0)), "acosh(1D)", "double 0"),
        Case("asin", Asin(Lit(1.0)), "asin(1D)", "double 1.5707963267949").To(14),
        Case("asinh", Asinh(Lit(0.0)), "asinh(0D)", "double 0"),
        Case("asinh of one", Asinh(Lit(1.0)), "asinh(1D)", "double 0.88137358701954").To(14),
        Case("atan", Atan(Lit(1.0)), "atan(1D)", "double 0.78539816339745").To(14),
        Case("atanh", Atanh(Lit(0.5)), "atanh(0.5D)", "double 0.54930614433405").To(14),
        Case("cos", Cos(Lit(1.0)), "cos(1D)", "double 0.54030230586814").To(14),
        Case("cosh", Cosh(Lit(1.0)), "cosh(1D)", "double 1.5430806348152").To(14),
        Case("cot", Cot(Lit(1.0)), "cot(1D)", "double 0.64209261593433").To(14),
        Case("csc", Csc(Lit(1.0)), "csc(1D)", "double 1.1883951057781").To(14),
        Case("degrees", Degrees(Pi()), "degrees(pi())", "double 180"),
        Case("toDegrees", ToDegrees(Lit(0.5)), "degrees(0.5D)", "double 28.647889756541").To(14),
        Case("radians", Radians(Lit(180)), "radians(180)", "double 3.141592653589793"),
        Case("toRadians", ToRadians(Lit(-90.0)), "radians(-90D)", "double -1.5707963267948966"),
        Case("sec", Sec(Lit(1.0)), "sec(1D)", "double 1.8508157176809").To(14),
        Case("sin", Sin(Lit(1.0)), "sin(1D)", "double 0.8414709848079").To(14),
        Case("sin NaN", Sin(Lit(double.PositiveInfinity)), "sin(double('Infinity'))", "double NaN"),
        Case("sinh", Sinh(Lit(1.0)), "sinh(1D)", "double 1.1752011936438").To(14),
        Case("tan", Tan(Lit(1.0)), "tan(1D)", "double 1.5574077246549").To(14),
        Case("tanh", Tanh(Lit(1.0)), "tanh(1D)", "double 0.76159415595576").To(14),
    ];
}
