using System.Collections.Immutable;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What sessions share: the database, opened by the first that needs it and closed with the last session, and the global views.</summary>
internal sealed class EmbeddedHost
{
    private readonly Lazy<DuckDbDatabase> _database = new(() => new DuckDbDatabase());
    private readonly Lock _lock = new();
    private int _sessions;

    public DuckDbDatabase Database => _database.Value;

    public ImmutableDictionary<string, TemporaryView> GlobalViews { get; private set; } = TemporaryViews.Empty.Global;

    public void ChangeGlobalViews(Func<ImmutableDictionary<string, TemporaryView>, ImmutableDictionary<string, TemporaryView>> change)
    {
        lock (_lock)
            GlobalViews = change(GlobalViews);
    }

    public void Enter()
    {
        lock (_lock)
            _sessions++;
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_sessions == 0 && _database.IsValueCreated)
                _database.Value.Dispose();
        }
    }
}
