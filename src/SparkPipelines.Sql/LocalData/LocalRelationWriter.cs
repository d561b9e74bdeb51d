using Apache.Arrow;
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
    private readonly LocalUpload _upload = new(engine, schema.Json, cancellationToken);
    private LocalPart? _part = new(schema);
    private LocalLimits? _limits = engine.Description.IsEmbedded ? LocalLimits.None : null;
    private long _bytes;
    private bool _sent;

    /// <param name="batch">In exactly the Arrow types of the schema.</param>
    /// <exception cref="SparkUnsupportedOperationException">The server does not take so many rows; the message says what to do instead.</exception>
    public async Task AddAsync(RecordBatch batch)
    {
        var size = ArrowSizes.Of(batch);
        _bytes += size;
        if (_bytes > LocalLimits.AlwaysInlineBytes)
            _limits ??= await LocalLimits.ReadAsync(engine, cancellationToken).ConfigureAwait(false);
        if (_limits is null)
        {
            _part!.Add(batch);
            return;
        }

        _limits.CheckTotal(_bytes);
        foreach (var slice in Slices(batch, Math.Max(1, Math.Min(_limits.PartRows, _limits.PartBytes / Math.Max(1, size / Math.Max(1, batch.Length))))))
        {
            if (_part!.Rows > 0 && (_part.Bytes + ArrowSizes.Of(slice) > _limits.PartBytes || (long)_part.Rows + slice.Length > _limits.PartRows))
                await SendAsync(new LocalPart(schema, (int)Math.Min(_part.Bytes, _limits.PartBytes))).ConfigureAwait(false);
            _part.Add(slice);
        }
    }

    /// <summary>The relation, once all its rows have arrived.</summary>
    public async Task FinishAsync(Relation relation)
    {
        if (!_sent && _part!.Rows == 0)
        {
            relation.LocalRelation = new LocalRelation { Schema = schema.Json };
        }
        else if (!_sent && _part!.Bytes <= (_limits?.InlineBytes ?? long.MaxValue))
        {
            relation.LocalRelation = new LocalRelation { Schema = schema.Json, Data = _part.ToByteString() };
        }
        else
        {
            await SendAsync(null).ConfigureAwait(false);
            relation.ChunkedCachedLocalRelation = await _upload.FinishAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _part?.Dispose();
        await _upload.DisposeAsync().ConfigureAwait(false);
    }

    private Task SendAsync(LocalPart? next)
    {
        (var full, _part, _sent) = (_part!, next, true);
        return _upload.AddAsync(full);
    }

    private static IEnumerable<RecordBatch> Slices(RecordBatch batch, long mostRows)
    {
        if (batch.Length <= mostRows)
            return [batch];
        var rows = (int)mostRows;
        return Enumerable.Range(0, (batch.Length + rows - 1) / rows).Select(i => batch.Slice(i * rows, Math.Min(rows, batch.Length - (i * rows))));
    }
}
