using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Mathematics; functions of doubles give NaN or infinity where Spark does, never an error.</summary>
internal static class MathFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new() { Name = "abs", Arguments = Args.Of(Input.Numeric), Result = Result.SameAs(0), Lower = Duck("abs({0})") },
        OfDouble("sqrt", "CASE WHEN {0} < 0 THEN CAST('NaN' AS DOUBLE) ELSE sqrt({0}) END"),
        OfDouble("exp", "exp({0})"),
        new() { Name = "signum", Display = Names.As("SIGNUM"), Arguments = Args.Of(Input.Double), Result = Result.Double, Lower = Duck("CASE WHEN isnan({0}) OR {0} = 0 THEN {0} ELSE CAST(sign({0}) AS DOUBLE) END") },
        new() { Name = "greatest", Arguments = Args.SameType(2), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("greatest({*})") },
        new() { Name = "least", Arguments = Args.SameType(2), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("least({*})") },
    ];

    private static FunctionDefinition OfDouble(string name, string template) => new()
    {
        Name = name,
        Display = Names.As(name.ToUpperInvariant()),
        Arguments = Args.Of(Input.Double),
        Result = Result.Double,
        Lower = Duck(template),
    };
}
