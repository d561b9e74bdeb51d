using System.Runtime.CompilerServices;
using Apache.Arrow;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>A query's rows, streamed while DuckDB makes them; then the metrics that the plan observes.</summary>
internal sealed class EmbeddedQueryResult(EmbeddedSession session, ResolvedPlan plan, Operation operation, ExecutionOptions options) : QueryResult
{
    private readonly List<ExecutePlanResponse.Types.ObservedMetrics> _metrics = [];

    public override StructType? Schema { get; } = plan.Schema;

    public override QueryOutcome Outcome => new() { OperationId = operation.Id, ObservedMetrics = _metrics };

    public override async IAsyncEnumerable<RecordBatch> ReadBatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Report(0);
        await foreach (var batch in ReadRowsAsync(cancellationToken).ConfigureAwait(false))
            yield return batch;
        Report(1);

        foreach (var observation in plan.Context.Observations)
            _metrics.Add(await ObservedRows.ReadAsync(this, observation, cancellationToken).ConfigureAwait(false));
        operation.Dispose();
    }

    // Narrow decimals fail, if they do, under an aggregate, and so before the first row.
    private async IAsyncEnumerable<RecordBatch> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var narrow = true; ; narrow = false)
        {
            var (sql, lowering) = await LowerAsync(plan.Relation, narrow, cancellationToken).ConfigureAwait(false);
            using (lowering)
            {
                var rows = RunAsync(sql, lowering, Schema!, cancellationToken).GetAsyncEnumerator(cancellationToken);
                await using (rows.ConfigureAwait(false))
                {
                    bool hasRow;
                    try
                    {
                        hasRow = await rows.MoveNextAsync().ConfigureAwait(false);
                    }
                    catch (Sql.SparkException e) when (narrow && RuntimeErrors.IsDecimalOverflow(e))
                    {
                        continue;
                    }

                    for (; hasRow; hasRow = await rows.MoveNextAsync().ConfigureAwait(false))
                        yield return rows.Current;
                    yield break;
                }
            }
        }
    }

    /// <summary>The rows of another relation of the same plan.</summary>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(Tree.TypedRelation relation, StructType schema, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (sql, lowering) = await LowerAsync(relation, narrow: false, cancellationToken).ConfigureAwait(false);
        using (lowering)
        {
            await foreach (var batch in RunAsync(sql, lowering, schema, cancellationToken).ConfigureAwait(false))
                yield return batch;
        }
    }

    public override ValueTask DisposeAsync()
    {
        operation.Dispose();
        return ValueTask.CompletedTask;
    }

    // Computes the rows of persisted parts first, which can be interrupted as the query itself.
    private async Task<(string Sql, Lowering.LoweringContext Lowering)> LowerAsync(Tree.TypedRelation relation, bool narrow, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, operation.Interrupted);
        try
        {
            return await plan.LowerAsync(session, relation, narrow, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (operation.Interrupted.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw SparkConditions.Error("OPERATION_CANCELED");
        }
    }

    private async IAsyncEnumerable<RecordBatch> RunAsync(string sql, Lowering.LoweringContext lowering, StructType schema, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, operation.Interrupted);
        session.Database.Register(lowering.Natives);
        var arrow = schema.ToArrowSchema(session.Settings.TimeZone);
        var rows = session.Database.ExecuteAsync(sql, schema.Count == 0 ? null : arrow, options.Progress is null ? null : Report, stop.Token).GetAsyncEnumerator(stop.Token);
        await using (rows.ConfigureAwait(false))
        {
            while (true)
            {
                RecordBatch batch;
                try
                {
                    if (!await rows.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                    batch = rows.Current;
                }
                catch (DuckDbException e)
                {
                    throw RuntimeErrors.Translate(e);
                }
                catch (OperationCanceledException) when (operation.Interrupted.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                {
                    throw SparkConditions.Error("OPERATION_CANCELED");
                }

                if (schema.Count > 0)
                {
                    yield return batch;
                    continue;
                }

                using (batch)
                    yield return new RecordBatch(arrow, [], batch.Length);
            }
        }
    }

    private void Report(double share) =>
        options.Progress?.Invoke(new ExecutionProgress(operation.Id, [new StageProgress(0, 100, (long)(share * 100), 0, share >= 1)], share >= 1 ? 0 : 1));
}
