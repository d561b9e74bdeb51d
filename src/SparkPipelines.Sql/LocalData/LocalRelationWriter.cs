using Apache.Arrow;
using Apache.Arrow.Ipc;
using Spark.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>
/// Local rows on their way into a relation: a few stay with it, more of them are sent ahead in parts while the next rows come. A batch is done with
/// when it has been added, so that there are never more than a few parts in memory.
/// </summary>
internal sealed class LocalRelationWriter(ISparkEngine engine, StructType schema, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly LocalPart _inPlan = new(schema.ToArrowSchema());
    private LocalParts? _ahead;
    private LocalLimits? _limits = engine.Description.IsEmbedded ? LocalLimits.None : null;
    private long _bytes;
    private long _rows;

    /// <param name="batch">In exactly the Arrow types of the schema.</param>
    /// <exception cref="SparkUnsupportedOperationException">The server does not take so many rows; the message says what to do instead.</exception>
    public async Task AddAsync(RecordBatch batch)
    {
        _bytes += ArrowSizes.Of(batch);
        _rows += batch.Length;
        if (_bytes > LocalLimits.AlwaysInlineBytes)
            _limits ??= await LocalLimits.ReadAsync(engine, cancellationToken).ConfigureAwait(false);
        _limits?.CheckTotal(_bytes);
        if (_ahead is null && (_limits is null || _limits.AllowInPlan(_bytes, _rows)))
        {
            _inPlan.Add(batch);
            return;
        }

        if (_ahead is null)
            await MoveAheadAsync(_limits!).ConfigureAwait(false);
        await _ahead!.AddAsync(batch).ConfigureAwait(false);
    }

    /// <summary>Makes a relation of the rows, once all of them have arrived.</summary>
    public async Task FinishAsync(Relation relation)
    {
        if (_ahead is not null)
            await _ahead.FinishAsync(relation).ConfigureAwait(false);
        else if (_inPlan.Rows == 0)
            relation.LocalRelation = new LocalRelation { Schema = schema.Json };
        else
            relation.LocalRelation = new LocalRelation { Schema = schema.Json, Data = _inPlan.ToByteString() };
    }

    public async ValueTask DisposeAsync()
    {
        _inPlan.Dispose();
        if (_ahead is not null)
            await _ahead.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>What was to stay in the plan turns out to be the beginning of more.</summary>
    private async Task MoveAheadAsync(LocalLimits limits)
    {
        _ahead = new LocalParts(engine, schema, limits, cancellationToken);
        if (_inPlan.Rows == 0)
            return;
        using var reader = new ArrowStreamReader(_inPlan.Finish());
        while (await reader.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            await _ahead.AddAsync(batch).ConfigureAwait(false);
    }
}
