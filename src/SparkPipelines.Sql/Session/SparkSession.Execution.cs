using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    internal async Task<QueryResult> ExecuteAsync(Proto.Plan plan, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsStopped, this);
        var result = await Engine.ExecuteAsync(plan, NewExecutionOptions(), cancellationToken).ConfigureAwait(false);
        return new ObservedQueryResult(result, DeliverMetrics);
    }

    /// <summary>Runs a command to its end; rows that it might send are dropped.</summary>
    internal async Task<QueryOutcome> RunAsync(Proto.Command command, CancellationToken cancellationToken)
    {
        var result = await ExecuteAsync(command.ToPlan(), cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            await foreach (var batch in result.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
                batch.Dispose();
            return result.Outcome;
        }
    }

    internal Task<Proto.AnalyzePlanResponse> AnalyzeAsync(Proto.AnalyzePlanRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsStopped, this);
        return Engine.AnalyzeAsync(request, cancellationToken);
    }
}
