using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Division in its three kinds; a divisor of zero fails the row.</summary>
internal static class DivisionLowerings
{
    public const string AnsiConf = "\"spark.sql.ansi.enabled\"";

    public static readonly LoweringRule Divide = (site, call, arguments) => call.Type is DecimalType d
        ? DecimalLowerings.Divide(site, d, call, arguments)
        : Guarded(call, arguments, "DIVIDE_BY_ZERO", $"({arguments[0]} / {arguments[1]})");

    public static readonly LoweringRule Remainder = (site, call, arguments) => call.Type is DecimalType d
        ? DecimalLowerings.Remainder(site, d, call, arguments)
        : Guarded(call, arguments, "REMAINDER_BY_ZERO", $"({arguments[0]} % {arguments[1]})");

    public static readonly LoweringRule IntegralDivide = (site, call, arguments) => call.Arguments[0].Type is DecimalType
        ? DecimalLowerings.IntegralDivide(site, call, arguments)
        : Guarded(call, arguments, "DIVIDE_BY_ZERO", $"({arguments[0]} // {arguments[1]})");

    /// <summary>The quotient, unless the divisor is zero; a divisor known not to be needs no test.</summary>
    public static string Guarded(FunctionCall call, IReadOnlyList<string> arguments, string condition, string quotient)
    {
        if (call.Arguments[1] is Constant constant && !DecimalLowerings.IsZero(constant) || call.Arguments[1] is Cast { Child: Constant child } && !DecimalLowerings.IsZero(child))
            return quotient;
        // Null divided by zero is null, as in Spark, which looks at the divisor first but fails only when both are there.
        return $"CASE WHEN {arguments[1]} = 0 AND {arguments[0]} IS NOT NULL THEN {Raise.Sql(condition, ("config", $"'{AnsiConf}'"))} ELSE {quotient} END";
    }
}
