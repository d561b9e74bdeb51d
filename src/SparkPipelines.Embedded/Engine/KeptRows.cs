using System.Collections.Immutable;
using SparkPipelines.Embedded.Resolve;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>
/// A persisted plan. Its rows are computed by the first action that needs them, whole and once, however many actions run at that time, and then read by all. What of a
/// <see cref="StorageLevel"/> says where does not matter: DuckDB holds the rows in memory and spills to its private folder what does not fit.
/// </summary>
/// <param name="level">How it was asked to be kept.</param>
/// <param name="parts">The meanings of the plan and of all that lies below it.</param>
/// <param name="roots">The files and folders that it reads, as full local paths.</param>
/// <param name="views">The views that it reads by name, those within views too.</param>
internal sealed class KeptRows(StorageLevel level, IReadOnlySet<string> parts, IReadOnlyList<string> roots, IReadOnlyList<IReadOnlyList<string>> views)
{
    // The frame that was persisted, and some that mean the same; the others look at the files again.
    private const int MaximumFrames = 16;

    private readonly Lock _lock = new();
    private ImmutableDictionary<FrameRead, ScanDefinition> _sources = ImmutableDictionary<FrameRead, ScanDefinition>.Empty;
    private TaskCompletionSource? _filling;
    private KeptTable? _table;
    private bool _isDropped;
    private int _refreshedAt;

    /// <summary>The level of <c>cache</c>.</summary>
    public static StorageLevel DefaultLevel => new() { UseDisk = true, UseMemory = true, Deserialized = true, Replication = 1 };

    public StorageLevel Level => level;

    /// <summary>
    /// The files that frames of this plan read, as they were when the frame was first resolved: these frames need not look at them again, were they even gone, as with
    /// Spark. None after a <see cref="Refresh"/>, until a frame has opened them anew.
    /// </summary>
    public IReadOnlyDictionary<FrameRead, ScanDefinition> Sources
    {
        get
        {
            lock (_lock)
                return _sources;
        }
    }

    /// <summary>Remembers files, unless they were opened before the last refresh.</summary>
    public void Remember(IEnumerable<KeyValuePair<FrameRead, ScanDefinition>> sources, int version)
    {
        lock (_lock)
        {
            if (version >= _refreshedAt && !_isDropped)
                _sources = _sources.AddRange(sources.Where(source => !_sources.ContainsKey(source.Key)).Take(MaximumFrames - _sources.Count));
        }
    }

    /// <summary>Whether the plan is, or is above, the one of this meaning.</summary>
    public bool Contains(string meaning) => parts.Contains(meaning);

    /// <summary>Whether it reads a file or folder at a path or below it.</summary>
    public bool ReadsBelow(string path) => roots.Any(root => root == path || root.StartsWith(path.EndsWith('/') ? path : path + '/', StringComparison.Ordinal));

    public bool ReadsView(IReadOnlyList<string> name) => views.Any(view => view.SequenceEqual(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Holds the table for a query if it is filled.</summary>
    public (string Name, IDisposable Hold)? Find()
    {
        lock (_lock)
            return _table?.Hold() is { } hold ? (_table.Name, hold) : null;
    }

    /// <summary>Holds the table for a query and fills it first if need be; null when the plan is persisted no longer.</summary>
    /// <param name="create">Makes the table with the rows.</param>
    /// <param name="version">When the plan that makes them was resolved (<see cref="KeptPlans.Version"/>): rows from before a refresh are for that plan alone.</param>
    /// <param name="cancellationToken">Ends the waiting and the filling; the next action fills it then.</param>
    public async Task<(string Name, IDisposable Hold)?> TakeAsync(Func<CancellationToken, Task<KeptTable>> create, int version, CancellationToken cancellationToken)
    {
        var filling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            Task other;
            lock (_lock)
            {
                if (_table?.Hold() is { } ready)
                    return (_table.Name, ready);
                if (_isDropped)
                    return null;
                _filling ??= filling;
                other = _filling.Task;
            }

            if (other == filling.Task)
                break;
            // When that one fails or is cancelled, it is the next one's turn.
            await other.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var table = await create(cancellationToken).ConfigureAwait(false);
            var hold = table.Hold()!;
            lock (_lock)
            {
                if (!_isDropped && version >= _refreshedAt)
                {
                    _table = table;
                    return (table.Name, hold);
                }
            }

            // Dropped or outdated meanwhile: only the query that began before has it.
            table.Release();
            return (table.Name, hold);
        }
        finally
        {
            lock (_lock)
                _filling = null;
            filling.SetResult();
        }
    }

    /// <summary>Forgets the rows; the next action computes them again.</summary>
    public void Refresh(int version) => Forget(isDropped: false, version);

    /// <summary>Forgets the rows for good.</summary>
    public void Drop() => Forget(isDropped: true, 0);

    private void Forget(bool isDropped, int version)
    {
        KeptTable? table;
        lock (_lock)
        {
            _isDropped |= isDropped;
            _refreshedAt = Math.Max(_refreshedAt, version);
            (table, _table, _sources) = (_table, null, _sources.Clear());
        }

        table?.Release();
    }
}
