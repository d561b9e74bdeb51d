using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>A relation of the plan under the id that the client gave it, so that <c>df["a"]</c> finds the column of that very frame.</summary>
internal sealed record PlanScope(long? PlanId, IReadOnlyList<PlanColumn> Columns, IReadOnlyList<PlanScope> Inputs)
{
    /// <summary>The relations with an id, here and below; not below one that has it.</summary>
    public static List<PlanScope> Find(IReadOnlyList<PlanScope> scopes, long planId)
    {
        var found = new List<PlanScope>();
        var open = new Stack<PlanScope>(scopes);
        while (open.TryPop(out var scope))
        {
            if (scope.PlanId == planId)
            {
                found.Add(scope);
                continue;
            }

            foreach (var input in scope.Inputs)
                open.Push(input);
        }

        return found;
    }
}

/// <summary>A resolved relation with what names in the relations above it may refer to.</summary>
internal sealed record ResolvedRelation(TypedRelation Relation, PlanScope Scope)
{
    public IReadOnlyList<PlanColumn> Output => Relation.Output;
}
