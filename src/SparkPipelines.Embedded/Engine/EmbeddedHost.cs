using System.Collections.Immutable;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;

namespace SparkPipelines.Embedded.Engine;

/// <summary>What sessions share: the database, opened by the first that needs it and closed with the last session, and the global views.</summary>
internal sealed class EmbeddedHost
{
    private readonly Lazy<DuckDbDatabase> _database = new(() => new DuckDbDatabase());
    private readonly Lock _lock = new();
    private readonly List<EmbeddedSession> _sessions = [];

    public DuckDbDatabase Database => _database.Value;

    public ImmutableDictionary<string, TemporaryView> GlobalViews { get; private set; } = TemporaryViews.Empty.Global;

    public void ChangeGlobalViews(Func<ImmutableDictionary<string, TemporaryView>, ImmutableDictionary<string, TemporaryView>> change)
    {
        lock (_lock)
            GlobalViews = change(GlobalViews);
    }

    public void Enter(EmbeddedSession session)
    {
        lock (_lock)
            _sessions.Add(session);
    }

    /// <summary>Forgets the rows that any session keeps of plans that read at a local path or below it.</summary>
    public void Refresh(string path)
    {
        EmbeddedSession[] sessions;
        lock (_lock)
            sessions = [.. _sessions];
        foreach (var session in sessions)
            session.Kept.Refresh(path);
    }

    public void Leave(EmbeddedSession session)
    {
        session.Kept.Clear();
        lock (_lock)
        {
            _ = _sessions.Remove(session);
            if (_sessions.Count == 0 && _database.IsValueCreated)
                _database.Value.Dispose();
        }
    }
}
