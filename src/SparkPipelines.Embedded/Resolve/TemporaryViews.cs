using System.Collections.Immutable;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>A view: a plan, and the views that it saw.</summary>
internal sealed record TemporaryView(Spark.Connect.Relation Plan, TemporaryViews Views);

/// <summary>The session's views and the application's global ones, at one moment. Names are told apart without case.</summary>
internal sealed record TemporaryViews(ImmutableDictionary<string, TemporaryView> Local, ImmutableDictionary<string, TemporaryView> Global)
{
    /// <summary>The database under which global views are named.</summary>
    public const string GlobalDatabase = "global_temp";

    private static readonly ImmutableDictionary<string, TemporaryView> NoViews = ImmutableDictionary.Create<string, TemporaryView>(StringComparer.OrdinalIgnoreCase);

    public static readonly TemporaryViews Empty = new(NoViews, NoViews);

    public TemporaryView? Find(IReadOnlyList<string> name) => name switch
    {
        [var view] => Local.GetValueOrDefault(view),
        [var database, var view] when string.Equals(database, GlobalDatabase, StringComparison.OrdinalIgnoreCase) => Global.GetValueOrDefault(view),
        _ => null,
    };
}
