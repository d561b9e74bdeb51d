using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>
/// Joins that can be written one after the other, without a SELECT around each: DuckDB puts such a chain, and no other, into the order that is best. Choosing
/// columns and rows between the joins does not end it.
/// </summary>
/// <param name="Last">The last join.</param>
/// <param name="Conditions">What the last join's pairs must meet.</param>
internal sealed record JoinChain(Joined Last, IReadOnlyList<TypedExpression> Conditions)
{
    public static JoinChain Of(Joined joined) => new(joined, joined.Condition is { } condition ? [condition] : []);

    /// <summary>Null for a relation that needs a SELECT of its own.</summary>
    public static JoinChain? TryOf(TypedRelation relation) => relation switch
    {
        Joined { Kind: not (JoinKind.LeftSemi or JoinKind.LeftAnti) } joined => Of(joined),
        Projection projection when projection.Columns.All(column => column.IsKept) => TryOf(projection.Input),
        // A pair that a condition of an inner join refuses is one that a filter over it refuses.
        Selection selection when CanBeOfAJoin(selection.Condition) && TryOf(selection.Input) is { Last.Kind: JoinKind.Inner or JoinKind.Cross } chain =>
            chain with { Conditions = [.. chain.Conditions, selection.Condition] },
        _ => null,
    };

    private static bool CanBeOfAJoin(TypedExpression condition) => condition.Depth <= Stages.MaximumDepth && !condition.Has(ExpressionTraits.Nondeterministic);
}
