using System.Collections.ObjectModel;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

/// <summary>
/// Metrics that are computed beside a DataFrame's first action: hand it to <see cref="DataFrame.Observe(Observation, Column, Column[])"/>,
/// run the action, then read <see cref="Get"/>.
/// </summary>
public sealed class Observation
{
    private readonly TaskCompletionSource<IReadOnlyDictionary<string, object?>> _metrics = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IReadOnlyList<string> _columns = [];

    /// <summary>An observation with a name of its own.</summary>
    public Observation()
        : this(Guid.NewGuid().ToString())
    {
    }

    /// <summary>An observation with this name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Observation(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The name that Spark's listeners see.</summary>
    public string Name { get; }

    /// <summary>The metrics by their column's name. Waits until an action on the observed DataFrame has ended.</summary>
    public IReadOnlyDictionary<string, object?> Get() => Blocking.Wait(() => GetAsync());

    /// <inheritdoc cref="Get"/>
    public Task<IReadOnlyDictionary<string, object?>> GetAsync(CancellationToken cancellationToken = default) => _metrics.Task.WaitAsync(cancellationToken);

    /// <summary>Says what the metrics are called, which servers before 4.0 don't.</summary>
    internal void Observes(IEnumerable<Column> metrics) => _columns =
    [
        .. metrics.Select(metric => metric.Expression.Alias is { Name: [var name, ..] } ? name : ExpressionText.Of(metric.Expression)),
    ];

    internal void Complete(Proto.ExecutePlanResponse.Types.ObservedMetrics metrics)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < metrics.Values.Count; i++)
            values[i < metrics.Keys.Count ? metrics.Keys[i] : _columns[i]] = LiteralMessages.ToValue(metrics.Values[i]);
        _metrics.TrySetResult(new ReadOnlyDictionary<string, object?>(values));
    }
}
