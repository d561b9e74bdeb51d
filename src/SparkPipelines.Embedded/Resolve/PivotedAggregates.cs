using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Aggregates over only those rows of a group that have one value of the pivot column.</summary>
internal static class PivotedAggregates
{
    public static TypedExpression Filter(TypedExpression expression, TypedExpression isValue, SessionSettings settings)
    {
        if (expression is not FunctionCall { Definition.Kind: FunctionKind.Aggregate } call)
            return expression.WithChildren([.. expression.Children.Select(child => Filter(child, isValue, settings))]);
        var condition = call.Modifiers.Filter is { } filter ? FunctionTable.Get("and").Call(settings, [isValue, filter]) : isValue;
        var filtered = call.With(call.Modifiers with { Filter = condition });
        // A count of no rows is null here, not 0.
        var rows = (FunctionCall)FunctionTable.Get("count").Call(settings, [Constant.Of(1)]);
        var any = FunctionTable.Get(">").Call(settings, [rows.With(new AggregateModifiers(Filter: isValue)), new Constant(0L, rows.Type)]);
        return FunctionTable.Get("if").Call(settings, [any, filtered, Constant.Null(filtered.Type)]);
    }
}
