using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Expressions over groups: keys in them become references to the keys' columns, and everything else must be inside an aggregate.</summary>
internal sealed class GroupedExpressions(IReadOnlyList<ComputedColumn> keys, bool hasSets)
{
    private readonly Dictionary<string, PlanColumn> _keys = keys.DistinctBy(key => Canonical.Text(key.Expression)).ToDictionary(key => Canonical.Text(key.Expression), key => key.Column);

    public TypedExpression Rewrite(TypedExpression expression)
    {
        if (expression is FunctionCall { Definition.Kind: FunctionKind.Aggregate } aggregate)
        {
            if (aggregate.Children.Any(child => child.Has(ExpressionTraits.Aggregate)))
                throw SparkConditions.Error("NESTED_AGGREGATE_FUNCTION");
            return aggregate;
        }

        if (expression is not Constant && _keys.TryGetValue(Canonical.Text(expression), out var key))
            return new ColumnReference(key);
        if (expression is ColumnReference)
        {
            throw keys.Count == 0 && !hasSets
                ? SparkConditions.Error("MISSING_GROUP_BY")
                : SparkConditions.Error("MISSING_AGGREGATION",
                    ("expression", Quoting.Expression(ColumnNames.Of(expression))),
                    ("expressionAnyValue", Quoting.Expression($"any_value({ColumnNames.Of(expression)})")));
        }

        return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(Rewrite)]);
    }
}
