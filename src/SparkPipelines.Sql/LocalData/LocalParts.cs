using Apache.Arrow;
using Spark.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Cuts rows into parts of the size that a server takes, and sends each as soon as it is full.</summary>
internal sealed class LocalParts(ISparkEngine engine, StructType schema, LocalLimits limits, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly RowGroups? _groups = RowGroups.For(schema);
    private readonly LocalUpload _upload = new(engine, cancellationToken);
    private LocalPart? _part;
    private long _rows;

    /// <param name="batch">In exactly the Arrow types of the schema; done with when this returns.</param>
    public async Task AddAsync(RecordBatch batch)
    {
        var rowBytes = Math.Max(1, ArrowSizes.Of(batch) / Math.Max(1, batch.Length));
        foreach (var slice in Slices(batch, Math.Max(1, Math.Min(limits.PartRows, limits.PartBytes / rowBytes))))
        {
            var capacity = 0L;
            if (_part is not null && (_part.Bytes + ArrowSizes.Of(slice) > limits.PartBytes || _rows + slice.Length > limits.PartRows))
            {
                capacity = Math.Min(_part.Bytes, limits.PartBytes);
                await SendAsync().ConfigureAwait(false);
            }

            _part ??= new LocalPart(_groups?.Schema ?? schema.ToArrowSchema(), (int)capacity);
            _part.Add(_groups?.Group(slice) ?? slice);
            _rows += slice.Length;
        }
    }

    /// <summary>Makes a relation of the rows, once all of them have arrived.</summary>
    public async Task FinishAsync(Relation relation)
    {
        if (_part is not null)
            await SendAsync().ConfigureAwait(false);
        if (_groups is null)
            relation.ChunkedCachedLocalRelation = await _upload.FinishAsync(schema.Json).ConfigureAwait(false);
        else
            relation.Project = _groups.Ungroup(new Relation { Common = RelationMessages.NewCommon(), ChunkedCachedLocalRelation = await _upload.FinishAsync(schemaJson: null).ConfigureAwait(false) });
    }

    public async ValueTask DisposeAsync()
    {
        _part?.Dispose();
        await _upload.DisposeAsync().ConfigureAwait(false);
    }

    private Task SendAsync()
    {
        var full = _part!;
        (_part, _rows) = (null, 0);
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
