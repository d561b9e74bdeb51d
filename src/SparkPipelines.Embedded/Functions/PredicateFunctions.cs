using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Comparisons and logic. DuckDB, like Spark, takes NaN for equal to itself and larger than everything.</summary>
internal static class PredicateFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        Comparison("=", "="), Comparison("==", "="), Comparison("<", "<"), Comparison("<=", "<="), Comparison(">", ">"), Comparison(">=", ">="),
        Comparison("<=>", "<=>") with { Nulls = Nulls.Never, Lower = Duck("({0} IS NOT DISTINCT FROM {1})") },
        Comparison("!=", "=") with { Display = Names.NotInfix("="), Lower = Duck("({0} <> {1})") },
        Comparison("<>", "=") with { Display = Names.NotInfix("="), Lower = Duck("({0} <> {1})") },
        Logic("and", "AND"), Logic("or", "OR"),
        Not("not"), Not("!"),
        new() { Name = "isnull", Display = Names.Postfix("IS NULL"), Arguments = Args.Of(Input.Any), Result = Result.Boolean, Nulls = Nulls.Never, Lower = Duck("({0} IS NULL)") },
        new() { Name = "isnotnull", Display = Names.Postfix("IS NOT NULL"), Arguments = Args.Of(Input.Any), Result = Result.Boolean, Nulls = Nulls.Never, Lower = Duck("({0} IS NOT NULL)") },
        new()
        {
            Name = "isnan", Arguments = Args.Of(InputType.Either(Input.Double, InputType.Exactly(new FloatType()))), Result = Result.Boolean, Nulls = Nulls.Never,
            Lower = Duck("coalesce(isnan({0}), false)"),
        },
        new()
        {
            Name = "between", Arguments = Args.SameType(3, 3), Result = Result.Boolean, Lower = Duck("({0} >= {1} AND {0} <= {2})"),
        },
        new()
        {
            Name = "in", Display = (_, arguments) => $"({arguments[0]} IN ({string.Join(", ", arguments.Skip(1))}))",
            Arguments = Args.SameType(1), Result = Result.Boolean, Lower = LowerIn,
        },
    ];

    private static readonly LoweringRule LowerIn = (_, call, arguments) => arguments.Count == 1
        ? $"(CASE WHEN {arguments[0]} IS NULL THEN NULL ELSE false END)"
        : $"({arguments[0]} IN ({string.Join(", ", arguments.Skip(1))}))";

    private static FunctionDefinition Comparison(string name, string symbol) => new()
    {
        Name = name,
        Display = Names.Infix(symbol),
        Arguments = ComparisonArguments(symbol),
        Result = Result.Boolean,
        Lower = Duck($"({{0}} {symbol} {{1}})"),
    };

    private static FunctionDefinition Logic(string name, string symbol) => new()
    {
        Name = name,
        IsChoice = true,
        Display = Names.Infix(symbol),
        Arguments = OperatorFunctions.BinaryArguments(Input.Boolean, symbol),
        Result = Result.Boolean,
        Lower = Duck($"({{0}} {symbol} {{1}})"),
    };

    private static FunctionDefinition Not(string name) => new()
    {
        Name = name,
        Display = (_, arguments) => $"(NOT {arguments[0]})",
        Arguments = Args.Of(Input.Boolean),
        Result = Result.Boolean,
        Lower = Duck("(NOT {0})"),
    };

    private static ArgumentRule ComparisonArguments(string symbol) => (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, 2);
        var (left, right) = BinaryOperands.Promote(arguments[0], arguments[1]);
        if (left.Type is DecimalType a && right.Type is DecimalType b)
        {
            var wide = DecimalRules.Wider(a, b);
            return [ImplicitCasts.Cast(left, wide), ImplicitCasts.Cast(right, wide)];
        }

        if (TypeCoercion.Tightest(site.Settings, left.Type, right.Type) is not { } type)
            throw AnalysisErrors.TypeMismatch(site.Sql, "BINARY_OP_DIFF_TYPES", ("left", Quoting.Type(left.Type)), ("right", Quoting.Type(right.Type)));
        if (!IsComparable(type))
            throw AnalysisErrors.TypeMismatch(site.Sql, "INVALID_ORDERING_TYPE", ("functionName", Quoting.Id(symbol)), ("dataType", Quoting.Type(type)));
        return [ImplicitCasts.Cast(left, type), ImplicitCasts.Cast(right, type)];
    };

    private static bool IsComparable(DataType type) => type switch
    {
        MapType or CalendarIntervalType or VariantType => false,
        ArrayType array => IsComparable(array.ElementType),
        StructType s => s.Fields.All(field => IsComparable(field.DataType)),
        _ => true,
    };
}
