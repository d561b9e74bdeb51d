using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Resolve;
using Spark.Connect;
using Case = Spark.Connect.Catalog.CatTypeOneofCase;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What the catalog does to persisted plans, by the names of views.</summary>
internal static class KeptViews
{
    public static async Task<bool> IsKeptAsync(EmbeddedSession session, string name, CancellationToken cancellationToken) =>
        session.Kept.LevelOf((await PlanAsync(session, name, cancellationToken).ConfigureAwait(false)).Meaning()) is not null;

    public static async Task ChangeAsync(EmbeddedSession session, Catalog catalog, CancellationToken cancellationToken)
    {
        switch (catalog.CatTypeCase)
        {
            case Case.CacheTable:
                session.Kept.Keep(await PlanAsync(session, catalog.CacheTable.TableName, cancellationToken).ConfigureAwait(false), catalog.CacheTable.StorageLevel ?? KeptRows.DefaultLevel);
                break;
            case Case.UncacheTable:
                session.Kept.Drop((await PlanAsync(session, catalog.UncacheTable.TableName, cancellationToken).ConfigureAwait(false)).Meaning());
                break;
            case Case.RefreshTable:
                session.Kept.RefreshOver((await PlanAsync(session, catalog.RefreshTable.TableName, cancellationToken).ConfigureAwait(false)).Meaning());
                break;
            case Case.RefreshByPath:
                session.Host.Refresh(FileListing.ToLocalPath(catalog.RefreshByPath.Path));
                break;
            case Case.ClearCache:
                session.Kept.Clear();
                break;
            default:
                throw Refusal.Of("catalog operation", catalog.CatTypeCase.ToString());
        }
    }

    /// <summary>Drops a view, and persists its plan no longer; false when there is none.</summary>
    public static async Task<bool> DropAsync(EmbeddedSession session, string[] name, CancellationToken cancellationToken)
    {
        if (session.Views.Find(name) is not { } view)
            return false;
        if (await MeaningOfAsync(session, view, cancellationToken).ConfigureAwait(false) is { } meaning)
            session.Kept.Drop(meaning);
        var dropped = false;
        if (name.Length == 1)
            session.ChangeViews(Without);
        else
            session.Host.ChangeGlobalViews(Without);
        return dropped;

        System.Collections.Immutable.ImmutableDictionary<string, TemporaryView> Without(System.Collections.Immutable.ImmutableDictionary<string, TemporaryView> views)
        {
            dropped = views.ContainsKey(name[^1]);
            return views.Remove(name[^1]);
        }
    }

    /// <summary>
    /// Persists no longer what was persisted of a view, by its name, when another plan takes the name. As in Spark, a plan that was persisted without the name stays.
    /// </summary>
    public static async Task ReplaceAsync(EmbeddedSession session, string[] name, ResolvedPlan plan, CancellationToken cancellationToken)
    {
        if (session.Kept.IsEmpty || session.Views.Find(name) is not { } view)
            return;
        if (await MeaningOfAsync(session, view, cancellationToken).ConfigureAwait(false) != plan.Meaning())
            session.Kept.DropOver(name);
    }

    private static Task<ResolvedPlan> PlanAsync(EmbeddedSession session, string name, CancellationToken cancellationToken)
    {
        var parts = AttributeNames.Parse(name);
        if (session.Views.Find(parts) is null)
        {
            throw SparkConditions.Error("TABLE_OR_VIEW_NOT_FOUND",
                ("relationName", Quoting.Id(parts)), ("searchPath", "[`system`.`builtin`, `system`.`session`, `spark_catalog`.`default`]"));
        }

        return Planner.ResolveAsync(session, new Relation { Read = new() { NamedTable = new() { UnparsedIdentifier = name } } }, cancellationToken);
    }

    // A view whose files are gone means nothing that could be persisted.
    private static async Task<string?> MeaningOfAsync(EmbeddedSession session, TemporaryView view, CancellationToken cancellationToken)
    {
        if (session.Kept.IsEmpty)
            return null;
        try
        {
            return (await Planner.ResolveAsync(session, view.Plan, view.Views, cancellationToken).ConfigureAwait(false)).Meaning();
        }
        catch (Sql.SparkException)
        {
            return null;
        }
    }
}
