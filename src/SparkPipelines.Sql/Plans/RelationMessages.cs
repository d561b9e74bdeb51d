using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Plans;

/// <summary>
/// Builds relation messages. Every relation gets an id of its own, by which columns made from a DataFrame say which input they mean.
/// An input is shared between all relations above it, never copied, so nothing may change a relation once it is built.
/// </summary>
internal static class RelationMessages
{
    private static long _lastPlanId;

    /// <summary>What every relation carries. Ids are unique in the process, so plans of several sessions can't be taken for each other.</summary>
    public static Proto.RelationCommon NewCommon() => new() { PlanId = Interlocked.Increment(ref _lastPlanId) };

    public static long PlanId(this Proto.Relation relation) => relation.Common.PlanId;

    public static Proto.Plan ToPlan(this Proto.Relation relation) => new() { Root = relation };

    public static Proto.Plan ToPlan(this Proto.Command command) => new() { Command = command };

    /// <summary>
    /// The relation together with the plans of the subqueries that its expressions name by id; itself when there are none. The wrapper's own id
    /// is new: the relation keeps the one that columns refer to.
    /// </summary>
    public static Proto.Relation WithReferences(Proto.Relation root, IReadOnlyCollection<Proto.Relation> references)
    {
        if (references.Count == 0)
            return root;
        var with = new Proto.WithRelations { Root = root };
        with.References.AddRange(references.DistinctBy(PlanId));
        return new Proto.Relation { Common = NewCommon(), WithRelations = with };
    }
}
