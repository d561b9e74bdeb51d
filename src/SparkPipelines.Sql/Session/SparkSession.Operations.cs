using System.Collections.Concurrent;
using System.Collections.Immutable;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    private readonly AsyncLocal<ImmutableSortedSet<string>?> _tags = new();
    private readonly ConcurrentDictionary<string, Observation> _observations = new();
    private ImmutableList<Action<QueryProgress>> _progressHandlers = [];

    /// <summary>Marks the operations that this flow of asynchronous calls starts from now on, so that <see cref="InterruptTag"/> finds them.</summary>
    /// <exception cref="ArgumentException">The tag is empty or has a comma.</exception>
    public void AddTag(string tag) => _tags.Value = Tags.Add(CheckTag(tag));

    /// <summary>Takes a tag off this flow of asynchronous calls; one that is not there is passed over.</summary>
    /// <exception cref="ArgumentException">The tag is empty or has a comma.</exception>
    public void RemoveTag(string tag) => _tags.Value = Tags.Remove(CheckTag(tag));

    /// <summary>The tags of this flow of asynchronous calls.</summary>
    public IReadOnlySet<string> GetTags() => Tags;

    /// <summary>Takes all tags off this flow of asynchronous calls.</summary>
    public void ClearTags() => _tags.Value = null;

    /// <summary>Stops all running operations of the session and returns their ids.</summary>
    public IReadOnlyList<string> InterruptAll() => Blocking.Wait(() => InterruptAllAsync());

    /// <inheritdoc cref="InterruptAll"/>
    public Task<IReadOnlyList<string>> InterruptAllAsync(CancellationToken cancellationToken = default) =>
        Engine.InterruptAsync(InterruptScope.All, cancellationToken);

    /// <summary>Stops the running operations of the session that have a tag and returns their ids.</summary>
    /// <exception cref="ArgumentException">The tag is empty or has a comma.</exception>
    public IReadOnlyList<string> InterruptTag(string tag) => Blocking.Wait(() => InterruptTagAsync(tag));

    /// <inheritdoc cref="InterruptTag"/>
    public Task<IReadOnlyList<string>> InterruptTagAsync(string tag, CancellationToken cancellationToken = default) =>
        Engine.InterruptAsync(new InterruptScope(Tag: CheckTag(tag)), cancellationToken);

    /// <summary>Stops a running operation and returns its id, or nothing when it does not run.</summary>
    public IReadOnlyList<string> InterruptOperation(string operationId) => Blocking.Wait(() => InterruptOperationAsync(operationId));

    /// <inheritdoc cref="InterruptOperation"/>
    public Task<IReadOnlyList<string>> InterruptOperationAsync(string operationId, CancellationToken cancellationToken = default) =>
        Engine.InterruptAsync(new InterruptScope(OperationId: operationId), cancellationToken);

    /// <summary>Calls a handler as the session's operations proceed, from whichever thread reads their results; a handler should return at once.</summary>
    public void RegisterProgressHandler(Action<QueryProgress> handler) =>
        ImmutableInterlocked.Update(ref _progressHandlers, handlers => handlers.Add(handler));

    /// <summary>Calls a handler no more.</summary>
    public void RemoveProgressHandler(Action<QueryProgress> handler) =>
        ImmutableInterlocked.Update(ref _progressHandlers, handlers => handlers.Remove(handler));

    /// <summary>Calls no handler any more.</summary>
    public void ClearProgressHandlers() => ImmutableInterlocked.Update(ref _progressHandlers, static _ => []);

    internal void Register(Observation observation)
    {
        if (!_observations.TryAdd(observation.Name, observation))
            throw new InvalidOperationException($"The observation '{observation.Name}' is used already; each one observes one DataFrame.");
    }

    private ImmutableSortedSet<string> Tags => _tags.Value ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private ExecutionOptions NewExecutionOptions()
    {
        var handlers = _progressHandlers;
        return new ExecutionOptions
        {
            Tags = Tags,
            Progress = handlers.Count == 0 ? null : progress =>
            {
                var copy = QueryProgress.Of(progress);
                foreach (var handler in handlers)
                    handler(copy);
            },
        };
    }

    private void DeliverMetrics(QueryOutcome outcome)
    {
        foreach (var metrics in outcome.ObservedMetrics)
        {
            if (_observations.TryRemove(metrics.Name, out var observation))
                observation.Complete(metrics);
        }
    }

    private static string CheckTag(string tag) => tag.Length > 0 && !tag.Contains(',', StringComparison.Ordinal)
        ? tag
        : throw new ArgumentException($"A tag is text without commas; '{tag}' is not.", nameof(tag));
}
