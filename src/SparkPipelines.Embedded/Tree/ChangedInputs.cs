namespace SparkPipelines.Embedded.Tree;

/// <summary>Changing what lies below a relation.</summary>
internal static class ChangedInputs
{
    /// <summary>The same relation over other inputs with the same columns; itself when none is another.</summary>
    public static TypedRelation WithInputs(this TypedRelation relation, Func<TypedRelation, TypedRelation> change)
    {
        var inputs = relation.Inputs.Select(change).ToList();
        if (inputs.SequenceEqual(relation.Inputs, ReferenceEqualityComparer.Instance))
            return relation;
        return relation switch
        {
            Projection projection => new Projection(inputs[0], projection.Columns),
            Selection selection => new Selection(inputs[0], selection.Condition),
            Joined joined => new Joined(inputs[0], inputs[1], joined.Kind, joined.Condition, joined.Output),
            Grouped grouped => new Grouped(inputs[0], grouped.Keys, grouped.Sets, grouped.Columns),
            Sorted sorted => new Sorted(inputs[0], sorted.Keys),
            Slice slice => new Slice(inputs[0], slice.Skip, slice.Take),
            LastRows last => new LastRows(inputs[0], last.Count),
            Combined combined => new Combined(inputs[0], inputs[1], combined.Kind, combined.IsAll, combined.Output),
            Distinct distinct => new Distinct(inputs[0], distinct.Keys),
            Generated generated => new Generated(inputs[0], generated.Generator, generated.IsOuter, generated.GeneratedColumns),
            Sampled sampled => new Sampled(inputs[0], sampled.Lower, sampled.Upper, sampled.Seed),
            _ => throw Errors.Refusal.Of("relation", relation.GetType().Name),
        };
    }
}
