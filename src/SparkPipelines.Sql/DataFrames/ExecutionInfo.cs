using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

/// <summary>What an action of a DataFrame did; see <see cref="DataFrame.ExecutionInfo"/>.</summary>
public sealed class ExecutionInfo
{
    internal ExecutionInfo(QueryOutcome outcome) => Metrics =
        [.. (outcome.Metrics?.Metrics_ ?? []).Select(metrics => new PlanMetrics(
            metrics.Name,
            metrics.PlanId,
            metrics.Parent,
            metrics.ExecutionMetrics.ToDictionary(
                metric => metric.Key, metric => new MetricValue(metric.Value.Name, metric.Value.Value, metric.Value.MetricType), StringComparer.Ordinal)))];

    /// <summary>The physical plan's operators and what each measured; none where the engine measures nothing, as the embedded one does, or a command has no rows.</summary>
    public IReadOnlyList<PlanMetrics> Metrics { get; }
}

/// <summary>What one operator of a physical plan measured.</summary>
/// <param name="Name">The operator's name, <c>Filter</c> for instance.</param>
/// <param name="PlanId">Its number, of which <see cref="ParentId"/> of the operators below it speaks.</param>
/// <param name="ParentId">The number of the operator that takes its rows; 0 at the root, and on Spark 3.5 everywhere.</param>
/// <param name="Metrics">By Spark's short name: <c>numOutputRows</c> for instance.</param>
public sealed record PlanMetrics(string Name, long PlanId, long ParentId, IReadOnlyDictionary<string, MetricValue> Metrics);

/// <summary>A metric of an operator.</summary>
/// <param name="Name">What it is, in words: <c>number of output rows</c>.</param>
/// <param name="Value">How much, in the unit of <see cref="Type"/>.</param>
/// <param name="Type"><c>sum</c> counts things, <c>size</c> bytes, <c>timing</c> milliseconds, <c>nsTiming</c> nanoseconds; <c>average</c> is ten times an average.</param>
public readonly record struct MetricValue(string Name, long Value, string Type);
