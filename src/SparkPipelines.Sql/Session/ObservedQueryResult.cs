using System.Runtime.CompilerServices;
using Apache.Arrow;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

/// <summary>Hands an operation's outcome on once its rows have been read to the end, which is when its metrics are complete.</summary>
internal sealed class ObservedQueryResult(QueryResult inner, Action<QueryOutcome> completed) : QueryResult
{
    public override StructType? Schema => inner.Schema;

    public override QueryOutcome Outcome => inner.Outcome;

    public override async IAsyncEnumerable<RecordBatch> ReadBatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var batch in inner.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
            yield return batch;
        completed(inner.Outcome);
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
