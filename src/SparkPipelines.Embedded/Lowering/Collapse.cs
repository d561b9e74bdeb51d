using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>
/// Puts a projection into the one above it, so that hundreds of added columns stay one SELECT. Done only where nothing is computed twice that costs, nothing random moves,
/// and the expressions stay shallow enough for DuckDB.
/// </summary>
internal static class Collapse
{
    private const int MaximumDepth = 60;

    public static TypedRelation Projections(TypedRelation relation) => StackGuard.Run(() => relation switch
    {
        Projection projection => Merge(projection),
        _ => relation.WithInputs(Projections),
    });

    // From the top down in a loop: a chain of thousands is one loop, not thousands of calls.
    private static Projection Merge(Projection top)
    {
        while (top.Input is Projection below && Inline(top, below) is { } merged)
            top = merged;
        return new Projection(Projections(top.Input), top.Columns);
    }

    private static Projection? Inline(Projection top, Projection below)
    {
        var computed = new Dictionary<int, TypedExpression>();
        foreach (var column in below.Columns)
            computed[column.Column.Id] = column.Expression;
        var uses = new Dictionary<int, int>();
        foreach (var column in top.Columns)
        {
            // A kept column is the value itself, in one place.
            if (column.Expression is ColumnReference kept)
            {
                Count(kept.Column.Id);
                continue;
            }

            if (column.Expression.Has(ExpressionTraits.Nondeterministic | ExpressionTraits.LambdaVariable))
                return null;
            foreach (var reference in HiddenColumns.References(column.Expression))
            {
                Count(reference.Id);
                var value = computed[reference.Id];
                if (column.Expression.Depth + value.Depth > MaximumDepth || (value.Has(ExpressionTraits.Window) && column.Expression.Has(ExpressionTraits.Window)))
                    return null;
            }
        }

        foreach (var (id, value) in computed)
        {
            if (value.Has(ExpressionTraits.Nondeterministic) || (uses.GetValueOrDefault(id) > 1 && !IsCheap(value)))
                return null;
        }

        return new Projection(below.Input, [.. top.Columns.Select(column => column with { Expression = Substitute(column.Expression, computed) })]);

        void Count(int id) => uses[id] = uses.GetValueOrDefault(id) + 1;
    }

    private static bool IsCheap(TypedExpression expression) => expression is ColumnReference or Constant || expression is FieldAccess access && IsCheap(access.Child);

    private static TypedExpression Substitute(TypedExpression expression, Dictionary<int, TypedExpression> computed)
    {
        if (expression is ColumnReference reference)
            return computed[reference.Column.Id];
        return expression.Children.Count == 0 ? expression : expression.WithChildren([.. expression.Children.Select(child => Substitute(child, computed))]);
    }
}
