using System.Collections.Concurrent;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Embedded.Engine;

/// <summary>A plan that runs; it can be interrupted until it is disposed.</summary>
internal sealed class Operation(string id, IReadOnlyCollection<string> tags, Action<Operation> ended) : IDisposable
{
    private readonly CancellationTokenSource _interrupted = new();

    public string Id { get; } = id;

    public IReadOnlyCollection<string> Tags { get; } = tags;

    public CancellationToken Interrupted => _interrupted.Token;

    public void Interrupt() => _interrupted.Cancel();

    /// <inheritdoc/>
    public void Dispose() => ended(this);
}

/// <summary>The session's running operations.</summary>
internal sealed class Operations
{
    private readonly ConcurrentDictionary<string, Operation> _running = new(StringComparer.Ordinal);

    public Operation Begin(IReadOnlyCollection<string> tags)
    {
        var operation = new Operation(Guid.NewGuid().ToString(), tags, ended => _running.TryRemove(ended.Id, out _));
        _running[operation.Id] = operation;
        return operation;
    }

    public IReadOnlyList<string> Interrupt(InterruptScope scope)
    {
        var chosen = _running.Values.Where(operation =>
            (scope.OperationId is null || scope.OperationId == operation.Id) && (scope.Tag is null || operation.Tags.Contains(scope.Tag))).ToList();
        foreach (var operation in chosen)
            operation.Interrupt();
        return [.. chosen.Select(operation => operation.Id)];
    }
}
