using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>
/// A sort or a filter may name columns that the projection or grouping below has left out: they are passed up to it and left out again above it.
/// </summary>
internal static class HiddenColumns
{
    /// <summary>The scope of an input's own columns, with what lies hidden below.</summary>
    public static NameScope Scope(ResolvedRelation input, SessionSettings settings)
    {
        NameScope? hidden = null;
        var levels = new List<IReadOnlyList<PlanColumn>>();
        for (var relation = input.Relation; Below(relation) is { } below; relation = below.Relation)
            levels.Add(below.Columns);
        for (var i = levels.Count - 1; i >= 0; i--)
            hidden = new NameScope(levels[i], [], settings) { Hidden = hidden };
        return new NameScope(input.Output, [input.Scope], settings) { Hidden = hidden };
    }

    /// <summary>Puts a relation over the input, with the hidden columns that the expressions use, and the input's own columns over that.</summary>
    public static ResolvedRelation With(ResolvedRelation input, IEnumerable<TypedExpression> expressions, Func<TypedRelation, TypedRelation> build)
    {
        var own = input.Output.Select(column => column.Id).ToHashSet();
        var missing = expressions.SelectMany(References).Where(column => !own.Contains(column.Id)).DistinctBy(column => column.Id).ToList();
        if (missing.Count == 0)
            return Over(build(input.Relation), input);
        var exposed = missing.Aggregate(input.Relation, Expose);
        return Over(new Projection(build(exposed), [.. input.Output.Select(ComputedColumn.Keep)]), input);
    }

    public static IEnumerable<PlanColumn> References(TypedExpression expression)
    {
        var open = new Stack<TypedExpression>([expression]);
        while (open.TryPop(out var part))
        {
            if (part is ColumnReference reference)
                yield return reference.Column;
            foreach (var child in part.Children)
                open.Push(child);
        }
    }

    private static ResolvedRelation Over(TypedRelation relation, ResolvedRelation input) => new(relation, new PlanScope(null, relation.Output, [input.Scope]));

    private static (TypedRelation Relation, IReadOnlyList<PlanColumn> Columns)? Below(TypedRelation relation) => relation switch
    {
        Projection projection => (projection.Input, projection.Input.Output),
        Selection selection => Below(selection.Input),
        Sorted sorted => Below(sorted.Input),
        Slice slice => Below(slice.Input),
        Grouped { Sets: null } grouped => (new OneRow(), [.. grouped.Keys.Select(key => key.Column)]),
        _ => null,
    };

    private static TypedRelation Expose(TypedRelation relation, PlanColumn column)
    {
        if (relation.Output.Any(own => own.Id == column.Id))
            return relation;
        return relation switch
        {
            Projection projection => new Projection(Expose(projection.Input, column), [.. projection.Columns, ComputedColumn.Keep(column)]),
            Selection selection => new Selection(Expose(selection.Input, column), selection.Condition),
            Sorted sorted => new Sorted(Expose(sorted.Input, column), sorted.Keys),
            Slice slice => new Slice(Expose(slice.Input, column), slice.Skip, slice.Take),
            Grouped grouped => new Grouped(grouped.Input, grouped.Keys, grouped.Sets, [.. grouped.Columns, ComputedColumn.Keep(column)]),
            _ => throw new InvalidOperationException($"The column '{column.Name}' is not below {relation.GetType().Name}."),
        };
    }
}
