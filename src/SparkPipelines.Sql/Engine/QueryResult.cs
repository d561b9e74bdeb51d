using Apache.Arrow;
using Spark.Connect;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Engine;

/// <summary>
/// The running of one plan. Its batches are read once, by one reader; each batch is the reader's to dispose.
/// Disposing before the end stops the work.
/// </summary>
internal abstract class QueryResult : IAsyncDisposable
{
    /// <summary>The rows' schema with Spark's own names, types and nullability; null for a command without rows.</summary>
    public abstract StructType? Schema { get; }

    /// <summary>
    /// The rows. Column names and types follow <see cref="ArrowTypes"/>; empty batches are left out.
    /// A failure of the running query comes from here.
    /// </summary>
    public abstract IAsyncEnumerable<RecordBatch> ReadBatchesAsync(CancellationToken cancellationToken = default);

    /// <summary>What the operation said beside rows; complete once the batches have been read to the end.</summary>
    public abstract QueryOutcome Outcome { get; }

    public abstract ValueTask DisposeAsync();
}

internal sealed record QueryOutcome
{
    public required string OperationId { get; init; }

    /// <summary>The relation that stands for a command's result (<c>SqlCommandResult</c>, a checkpoint's cached relation); else null.</summary>
    public Relation? ResultRelation { get; init; }

    /// <summary>Metrics of <c>Observe</c>: name, then value by column.</summary>
    public IReadOnlyList<ExecutePlanResponse.Types.ObservedMetrics> ObservedMetrics { get; init; } = [];

    /// <summary>Metrics of the plan's operators, as the engine names them.</summary>
    public ExecutePlanResponse.Types.Metrics? Metrics { get; init; }

    /// <summary>Responses of commands that have a message of their own (resources, streaming, ML, pipelines).</summary>
    public IReadOnlyList<ExecutePlanResponse> CommandResponses { get; init; } = [];
}
