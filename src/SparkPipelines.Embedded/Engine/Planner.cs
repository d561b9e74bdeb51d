using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>A plan with its columns decided.</summary>
internal sealed record ResolvedPlan(TypedRelation Relation, PlanContext Context)
{
    public StructType Schema => new(Relation.Output.Select(column => column.ToField()));

    /// <summary>The plan as SQL. The caller disposes the context after the query.</summary>
    public (string Sql, LoweringContext Lowering) Lower(bool narrowDecimals = false) => Lower(Relation, narrowDecimals);

    /// <summary>Another relation of the plan, such as its observed metrics, as SQL.</summary>
    public (string Sql, LoweringContext Lowering) Lower(TypedRelation relation, bool narrowDecimals = false)
    {
        var lowering = new LoweringContext(Context.Settings, Context.Ids, narrowDecimals);
        try
        {
            return (RelationLowering.Lower(Collapse.Projections(relation), lowering), lowering);
        }
        catch
        {
            lowering.Dispose();
            throw;
        }
    }
}

/// <summary>From messages to plans. Reads nothing but what schemas need.</summary>
internal static class Planner
{
    public static async Task<ResolvedPlan> ResolveAsync(EmbeddedSession session, Relation relation, CancellationToken cancellationToken)
    {
        var views = session.Views;
        var sources = await new SourceOpening(session, views).OpenAsync(relation, cancellationToken).ConfigureAwait(false);
        var settings = session.Settings;
        _ = SparkTimeZone.TryFind(settings.TimeZone, out var zone);
        var context = new PlanContext(settings, new ColumnIds(), new ExpressionParserOptions(zone, TimeProvider.System), views, sources);
        return new ResolvedPlan(new RelationResolver(context).Resolve(relation).Relation, context);
    }
}
