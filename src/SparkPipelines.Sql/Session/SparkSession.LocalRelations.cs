using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    /// <summary>Rows up to this size travel in the plan; more of them once, ahead of it, so that no action sends them again.</summary>
    internal const int InlineBytes = 1 << 20;

    /// <summary>About the size of a part that is sent ahead; Spark takes each into memory whole.</summary>
    internal const long ChunkBytes = 16L << 20;

    internal DataFrame CreateDataFrame(LocalTable table) => Blocking.Wait(() => CreateDataFrameAsync(table, CancellationToken.None));

    internal async Task<DataFrame> CreateDataFrameAsync(LocalTable table, CancellationToken cancellationToken)
    {
        var relation = new Proto.Relation { Common = RelationMessages.NewCommon() };
        // Of a stream with several batches, Spark 3.5 takes the first and drops the others without a word; the chunks of 4.1 are free of that.
        if (IsBefore(4, 1) && table.Batches.Count > 1)
            table = new LocalTable(table.Schema, [InOne(table.Batches)]);
        // A stream without a batch has no schema for servers before 4.0; without rows the schema alone says all.
        if (table.RowCount == 0)
            relation.LocalRelation = new Proto.LocalRelation { Schema = table.Schema.Json };
        else if (Engine.Description.IsEmbedded || SizeOf(table) <= InlineBytes)
            relation.LocalRelation = table.ToRelation();
        else if (IsBefore(4, 1))
            relation.CachedLocalRelation = await SendAsync(table, cancellationToken).ConfigureAwait(false);
        else
            relation.ChunkedCachedLocalRelation = await SendChunksAsync(table, cancellationToken).ConfigureAwait(false);
        return new DataFrame(this, relation);
    }

    private async Task<Proto.CachedLocalRelation> SendAsync(LocalTable table, CancellationToken cancellationToken)
    {
        var artifact = CacheArtifact(table.ToRelation().ToByteArray());
        await Engine.AddArtifactsAsync([artifact.Artifact], cancellationToken).ConfigureAwait(false);
        return new Proto.CachedLocalRelation { Hash = artifact.Hash };
    }

    private async Task<Proto.ChunkedCachedLocalRelation> SendChunksAsync(LocalTable table, CancellationToken cancellationToken)
    {
        var relation = new Proto.ChunkedCachedLocalRelation();
        var schema = CacheArtifact(Encoding.UTF8.GetBytes(table.Schema.Json));
        relation.SchemaHash = schema.Hash;
        await Engine.AddArtifactsAsync([schema.Artifact], cancellationToken).ConfigureAwait(false);
        // One part at a time, so that the whole is never in memory twice.
        foreach (var part in Parts(table))
        {
            var chunk = CacheArtifact(LocalRelations.ToIpcStream(table.Schema, part));
            relation.DataHashes.Add(chunk.Hash);
            await Engine.AddArtifactsAsync([chunk.Artifact], cancellationToken).ConfigureAwait(false);
        }

        return relation;
    }

    private static IEnumerable<List<Apache.Arrow.RecordBatch>> Parts(LocalTable table)
    {
        List<Apache.Arrow.RecordBatch> part = [];
        var size = 0L;
        foreach (var batch in table.Batches)
        {
            part.Add(batch);
            size += SizeOf(batch);
            if (size < ChunkBytes)
                continue;
            yield return part;
            part = [];
            size = 0;
        }

        if (part.Count > 0)
            yield return part;
    }

    private static Apache.Arrow.RecordBatch InOne(IReadOnlyList<Apache.Arrow.RecordBatch> batches) => new(
        batches[0].Schema,
        Enumerable.Range(0, batches[0].ColumnCount).Select(column => Apache.Arrow.ArrowArrayConcatenator.Concatenate([.. batches.Select(batch => batch.Column(column))])),
        checked(batches.Sum(batch => batch.Length)));

    private static (string Hash, EngineArtifact Artifact) CacheArtifact(ReadOnlyMemory<byte> data)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(data.Span));
        return (hash, new EngineArtifact($"cache/{hash}", () => new MemoryStream(data.ToArray(), writable: false), data.Length));
    }

    private static long SizeOf(LocalTable table) => table.Batches.Sum(SizeOf);

    private static long SizeOf(Apache.Arrow.RecordBatch batch) => batch.Arrays.Sum(array => SizeOf(array.Data));

    private static long SizeOf(Apache.Arrow.ArrayData data) =>
        data.Buffers.Sum(buffer => (long)buffer.Length) + (data.Children?.Sum(SizeOf) ?? 0) + (data.Dictionary is { } dictionary ? SizeOf(dictionary) : 0);
}
