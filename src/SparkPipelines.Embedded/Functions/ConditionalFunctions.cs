using System.Text;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Choices between values. Only the chosen one is computed.</summary>
internal static class ConditionalFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "when", IsChoice = true, Display = NameCase, Arguments = CaseArguments, Result = arguments => arguments[1].Type,
            Nulls = arguments => arguments.Count % 2 == 0 || Values(arguments).Any(value => value.IsNullable),
            Lower = (_, _, arguments) => Case(arguments),
        },
        new()
        {
            Name = "if", IsChoice = true, Display = (_, a) => $"(IF({a[0]}, {a[1]}, {a[2]}))", Arguments = CaseArguments, Result = arguments => arguments[1].Type,
            Nulls = arguments => arguments[1].IsNullable || arguments[2].IsNullable, Lower = (_, _, arguments) => Case(arguments),
        },
        new() { Name = "coalesce", IsChoice = true, Arguments = Args.SameType(1), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("coalesce({*})") },
        new() { Name = "nvl", IsChoice = true, Arguments = Args.SameType(2, 2), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("coalesce({*})") },
        new() { Name = "ifnull", IsChoice = true, Arguments = Args.SameType(2, 2), Result = Result.SameAs(0), Nulls = Nulls.IfAllArguments, Lower = Duck("coalesce({*})") },
        new()
        {
            Name = "nvl2", IsChoice = true, Arguments = (site, arguments) => TypeCoercion.ToCommonType(site.Settings, [.. arguments.Skip(1)]) is { } values ? [arguments[0], .. values] : arguments,
            Result = Result.SameAs(1), Nulls = arguments => arguments[1].IsNullable || arguments[2].IsNullable, Lower = Duck("CASE WHEN {0} IS NOT NULL THEN {1} ELSE {2} END"),
        },
        new()
        {
            Name = "nullif", Arguments = Args.SameType(2, 2), Result = Result.SameAs(0), Nulls = Nulls.Always, Lower = Duck("nullif({0}, {1})"),
        },
        new() { Name = "equal_null", Arguments = (site, arguments) => FunctionTable.Get("<=>").Arguments(site, arguments), Result = Result.Boolean, Nulls = Nulls.Never, Lower = Duck("({0} IS NOT DISTINCT FROM {1})") },
        new() { Name = "nullifzero", Arguments = Args.Of(Input.Numeric), Result = Result.SameAs(0), Nulls = Nulls.Always, Lower = Duck("nullif({0}, 0)") },
        new()
        {
            Name = "zeroifnull", Arguments = (site, arguments) => TypeCoercion.ToCommonType(site.Settings, [.. Args.Of(Input.Numeric)(site, arguments), Constant.Of(0)])!, Display = (_, a) => $"zeroifnull({a[0]})",
            Result = Result.SameAs(0), Nulls = Nulls.Never, Lower = Duck("coalesce({*})"),
        },
    ];

    private static readonly ArgumentRule CaseArguments = (site, arguments) =>
    {
        Args.CheckCount(site, arguments.Count, 2, int.MaxValue);
        var values = Values(arguments).ToList();
        var common = TypeCoercion.ToCommonType(site.Settings, values)
            ?? throw AnalysisErrors.TypeMismatch(site.Sql, "DATA_DIFF_TYPES",
                ("functionName", Quoting.Id("casewhen")),
                ("dataType", $"[{string.Join(", ", values.Select(value => Quoting.Type(value.Type)))}]"));
        var converted = arguments.ToArray();
        var next = 0;
        for (var i = 0; i < converted.Length; i++)
        {
            if (IsValue(i, converted.Length))
                converted[i] = common[next++];
            else
                converted[i] = ImplicitCasts.To(converted[i], Input.Boolean) ?? throw AnalysisErrors.UnexpectedInputType(site.Sql, i, "BOOLEAN", converted[i]);
        }

        return converted;
    };

    private static bool IsValue(int index, int count) => index % 2 == 1 || index == count - 1;

    private static IEnumerable<TypedExpression> Values(IReadOnlyList<TypedExpression> arguments) => arguments.Where((_, i) => IsValue(i, arguments.Count));

    private static string Case(IReadOnlyList<string> arguments)
    {
        var sql = new StringBuilder("CASE");
        for (var i = 0; i + 1 < arguments.Count; i += 2)
            _ = sql.Append(" WHEN ").Append(arguments[i]).Append(" THEN ").Append(arguments[i + 1]);
        if (arguments.Count % 2 == 1)
            _ = sql.Append(" ELSE ").Append(arguments[^1]);
        return sql.Append(" END").ToString();
    }

    private static string NameCase(FunctionCall call, IReadOnlyList<string> arguments) => Case(arguments);
}
