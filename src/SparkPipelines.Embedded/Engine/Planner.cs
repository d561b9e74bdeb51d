using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>A plan with its columns decided.</summary>
/// <param name="Relation">Its relations, persisted parts marked as such.</param>
/// <param name="Context">What is the same for all of them.</param>
/// <param name="Version">The session's <see cref="KeptPlans.Version"/> when its files were looked at.</param>
internal sealed record ResolvedPlan(TypedRelation Relation, PlanContext Context, int Version)
{
    public StructType Schema => new(Relation.Output.Select(column => column.ToField()));

    /// <summary>What it computes, as <see cref="PlanMeaning"/> has it.</summary>
    public string Meaning() => new PlanMeaning(Context.Settings).Of(Relation);

    /// <summary>The plan, or another relation of it such as its observed metrics, as SQL. Persisted parts without rows get them first. The caller disposes the context after the query.</summary>
    public async Task<(string Sql, LoweringContext Lowering)> LowerAsync(EmbeddedSession session, TypedRelation relation, bool narrowDecimals, CancellationToken cancellationToken)
    {
        var lowering = NewLowering(narrowDecimals);
        try
        {
            await session.Kept.TakeAsync(session.Database, this, relation, lowering, cancellationToken).ConfigureAwait(false);
            return (RelationLowering.Lower(Collapse.Projections(relation), lowering), lowering);
        }
        catch
        {
            lowering.Dispose();
            throw;
        }
    }

    /// <summary>The plan as SQL to be explained: runs nothing, so that persisted parts without rows are shown as they are computed.</summary>
    public (string Sql, LoweringContext Lowering) LowerToExplain(EmbeddedSession session)
    {
        var lowering = NewLowering(narrowDecimals: false);
        try
        {
            session.Kept.Find(Relation, lowering);
            return (RelationLowering.Lower(Collapse.Projections(Relation), lowering), lowering);
        }
        catch
        {
            lowering.Dispose();
            throw;
        }
    }

    public LoweringContext NewLowering(bool narrowDecimals) => new(Context.Settings, Context.Ids, narrowDecimals);
}

/// <summary>From messages to plans. Reads nothing but what schemas need.</summary>
internal static class Planner
{
    public static Task<ResolvedPlan> ResolveAsync(EmbeddedSession session, Relation relation, CancellationToken cancellationToken) =>
        ResolveAsync(session, relation, session.Views, cancellationToken);

    /// <summary>Resolves a relation that sees given views, as that of a view does.</summary>
    public static async Task<ResolvedPlan> ResolveAsync(EmbeddedSession session, Relation relation, TemporaryViews views, CancellationToken cancellationToken) =>
        await ResolveOverKeptAsync(session, relation, views, cancellationToken).ConfigureAwait(false)
        ?? await ResolveAsync(session, relation, new SourceOpening(session, views), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// The plan with the files of persisted plans taken as they were when these were persisted; null when it reads such files outside the persisted parts, where what
    /// is there now counts.
    /// </summary>
    private static async Task<ResolvedPlan?> ResolveOverKeptAsync(EmbeddedSession session, Relation relation, TemporaryViews views, CancellationToken cancellationToken)
    {
        if (session.Kept.IsEmpty || session.Kept.Sources is not { Count: > 0 } known)
            return null;
        try
        {
            var opening = new SourceOpening(session, views, known);
            var plan = await ResolveAsync(session, relation, opening, cancellationToken).ConfigureAwait(false);
            IEnumerable<TypedRelation> outside = [plan.Relation, .. plan.Context.Observations.Select(observation => observation.Metrics)];
            return outside.SelectMany(KeptParts.Outside).Any(part => part is Scan scan && opening.Reused.Contains(scan.Source)) ? null : plan;
        }
        catch (Sql.SparkException)
        {
            // The files may have other columns now; if they don't, the same error comes again.
            return null;
        }
    }

    private static async Task<ResolvedPlan> ResolveAsync(EmbeddedSession session, Relation relation, SourceOpening opening, CancellationToken cancellationToken)
    {
        var version = session.Kept.Version;
        var sources = await opening.OpenAsync(relation, cancellationToken).ConfigureAwait(false);
        var settings = session.Settings;
        _ = SparkTimeZone.TryFind(settings.TimeZone, out var zone);
        var context = new PlanContext(settings, new ColumnIds(), new ExpressionParserOptions(zone, TimeProvider.System), opening.Views, sources);
        var plan = new ResolvedPlan(new RelationResolver(context).Resolve(relation).Relation, context, version);
        for (var i = 0; i < context.Observations.Count; i++)
            context.Observations[i] = context.Observations[i] with { Metrics = session.Kept.Mark(context.Observations[i].Metrics, plan) };
        return plan with { Relation = session.Kept.Mark(plan.Relation, plan) };
    }
}
