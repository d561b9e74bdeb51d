using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    /// <summary>So many operations, each two messages in each other, reach the 1,024 levels that a server reads by default.</summary>
    private const int MarshallerDepth = 500;

    internal Task<QueryResult> ExecuteAsync(Proto.Plan plan, CancellationToken cancellationToken) => ExecuteAsync(plan, null, cancellationToken);

    /// <param name="plan">What to run.</param>
    /// <param name="executed">Called once the rows have been read to the end.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    internal async Task<QueryResult> ExecuteAsync(Proto.Plan plan, Action<QueryOutcome>? executed, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsStopped, this);
        ServerRequirements.Check(plan, Engine.Description);
        try
        {
            var result = await Engine.ExecuteAsync(plan, NewExecutionOptions(), cancellationToken).ConfigureAwait(false);
            return new ObservedQueryResult(result, (Action<QueryOutcome>)DeliverMetrics + executed);
        }
        catch (SparkConnectException e) when (RelationInputs.IsDeep(plan, MarshallerDepth))
        {
            throw new SparkConnectException(
                $"The plan is over {MarshallerDepth} operations high, which Spark's servers don't read unless spark.connect.grpc.marshallerRecursionLimit is "
                + "above its default; put several columns into one WithColumns, several conditions into one Filter, or cut the plan with LocalCheckpoint.",
                e.Details,
                e);
        }
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
        ServerRequirements.Check(request, Engine.Description);
        return Engine.AnalyzeAsync(request, cancellationToken);
    }
}
