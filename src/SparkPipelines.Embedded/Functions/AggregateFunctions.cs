using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Aggregates; all but the counts give null for no rows.</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        Aggregate("count", Args.Many(Input.Any, atLeast: 1), Result.Long, LowerCount) with { Nulls = Nulls.Never },
        Aggregate("sum", SumArguments, SumType, Duck("CAST(sum({distinct}{0}){over} AS {type})")),
        Average("avg"), Average("mean"),
        Aggregate("min", Args.Of(Input.Any), Result.SameAs(0), Duck("min({0}){over}")),
        Aggregate("max", Args.Of(Input.Any), Result.SameAs(0), Duck("max({0}){over}")),
        Aggregate("first", Args.From(1, Input.Any, Input.Boolean), Result.SameAs(0), LowerFirst("first")) with { Display = (call, arguments) => $"{call.Definition.Name}({arguments[0]})" },
        Aggregate("last", Args.From(1, Input.Any, Input.Boolean), Result.SameAs(0), LowerFirst("last")) with { Display = (call, arguments) => $"{call.Definition.Name}({arguments[0]})" },
    ];

    public static FunctionDefinition Aggregate(string name, ArgumentRule arguments, ResultRule result, LoweringRule lower) => new()
    {
        Name = name, Kind = FunctionKind.Aggregate, Arguments = arguments, Result = result, Nulls = Nulls.Always, Lower = lower,
    };

    public static readonly ArgumentRule SumArguments = Args.Of(new InputType(
        "(\"NUMERIC\" or \"INTERVAL DAY TO SECOND\" or \"INTERVAL YEAR TO MONTH\")",
        type => type is NumericType or DayTimeIntervalType or YearMonthIntervalType, new DoubleType()));

    public static readonly ResultRule SumType = arguments => arguments[0].Type switch
    {
        DecimalType d => DecimalRules.Bounded(d.Precision + 10, d.Scale),
        IntegralType => new LongType(),
        FractionalType => new DoubleType(),
        var type => type,
    };

    private static FunctionDefinition Average(string name) => Aggregate(
        name,
        SumArguments,
        arguments => arguments[0].Type is DecimalType d ? DecimalRules.Bounded(d.Precision + 4, d.Scale + 4) : arguments[0].Type is NumericType ? new DoubleType() : arguments[0].Type,
        (site, call, arguments) => call.Type switch
        {
            DoubleType => Fill("avg({distinct}{0}){over}", site, call, arguments),
            DecimalType d => DecimalLowerings.Average(site, d, call, arguments),
            _ => throw Errors.Refusal.Of("function", $"avg of {call.Arguments[0].Type.SimpleString}"),
        });

    private static readonly LoweringRule LowerCount = (site, call, arguments) =>
    {
        if (call.Arguments is [Constant { Value: not null }] && !call.IsDistinct)
            return $"count(*){site.Over}";
        if (arguments.Count == 1)
            return Fill("count({distinct}{0}){over}", site, call, arguments);
        // A row counts when none of its values is null; distinct ones are compared as a whole.
        var anyNull = string.Join(" OR ", arguments.Select(argument => $"{argument} IS NULL"));
        return Fill($"count({{distinct}}CASE WHEN {anyNull} THEN NULL ELSE row({{*}}) END){{over}}", site, call, arguments);
    };

    private static LoweringRule LowerFirst(string function) => (site, call, arguments) => IgnoresNulls(call)
        ? site.Over.Length == 0 ? $"{function}({arguments[0]}) FILTER ({arguments[0]} IS NOT NULL)" : $"{function}_value({arguments[0]} IGNORE NULLS){site.Over}"
        : site.Over.Length == 0 ? $"{function}({arguments[0]})" : $"{function}_value({arguments[0]}){site.Over}";

    private static bool IgnoresNulls(FunctionCall call) => call.Modifiers.IgnoresNulls || call.Arguments is [_, Constant { Value: true }];
}
