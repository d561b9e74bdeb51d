using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>
/// Computes what lies deep in an expression as a column of a projection below, and so on down: DuckDB's planner takes time by the cube of an expression's depth. What may
/// not be computed at all – the branches of a choice – stays where it is.
/// </summary>
internal sealed class Stages(ColumnIds ids)
{
    public const int MaximumDepth = 60;
    private const ExpressionTraits Bound =
        ExpressionTraits.Aggregate | ExpressionTraits.Window | ExpressionTraits.Generator | ExpressionTraits.LambdaVariable | ExpressionTraits.Nondeterministic;

    /// <summary>The projection over those that compute what is deep in it.</summary>
    public Projection Of(Projection projection)
    {
        var columns = projection.Columns;
        var input = projection.Input;
        var stages = new Stack<IReadOnlyList<ComputedColumn>>();
        while (Cut(columns, out var deep) is { } shallow)
        {
            stages.Push(shallow);
            columns = [.. input.Output.Distinct().Select(ComputedColumn.Keep), .. deep];
        }

        var staged = new Projection(input, columns);
        while (stages.TryPop(out var above))
            staged = new Projection(staged, above);
        return staged;
    }

    /// <summary>The same rows, chosen by a condition that is computed in stages; null when it is shallow or can't be.</summary>
    public Projection? Of(Selection selection)
    {
        if (selection.Condition.Depth <= MaximumDepth)
            return null;
        var input = selection.Input;
        var condition = ids.New("condition", selection.Condition.Type, selection.Condition.IsNullable);
        var whole = new Projection(input, [.. input.Output.Distinct().Select(ComputedColumn.Keep), new ComputedColumn(condition, selection.Condition)]);
        var staged = Of(whole);
        return ReferenceEquals(staged.Input, input) ? null
            : new Projection(new Selection(staged, new ColumnReference(condition)), [.. input.Output.Select(ComputedColumn.Keep)]);
    }

    /// <summary>The columns with what is deep in them replaced by references; null when nothing can be.</summary>
    private List<ComputedColumn>? Cut(IReadOnlyList<ComputedColumn> columns, out List<ComputedColumn> deep)
    {
        var cut = deep = [];
        var shallow = columns.Select(column => column.Expression.Depth > MaximumDepth ? column with { Expression = Cut(column.Expression, 0, cut) } : column).ToList();
        return deep.Count > 0 ? shallow : null;
    }

    private TypedExpression Cut(TypedExpression expression, int level, List<ComputedColumn> deep)
    {
        if (expression.Depth + level <= MaximumDepth || expression.Has(Bound))
            return expression;
        if (level == MaximumDepth)
        {
            var column = ids.New("deep", expression.Type, expression.IsNullable);
            deep.Add(new ComputedColumn(column, expression));
            return new ColumnReference(column);
        }

        return expression is FunctionCall { Definition.IsChoice: true } or Lambda || expression.Children.Count == 0
            ? expression
            : expression.WithChildren([.. expression.Children.Select(child => Cut(child, level + 1, deep))]);
    }
}
