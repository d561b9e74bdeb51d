using Apache.Arrow;
using Google.Protobuf;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    internal DataFrame CreateDataFrame(LocalTable table) => Blocking.Wait(() => CreateDataFrameAsync(table, CancellationToken.None));

    internal Task<DataFrame> CreateDataFrameAsync(LocalTable table, CancellationToken cancellationToken) =>
        CreateDataFrameAsync(table.Schema, table.Batches.ToAsyncEnumerable(), cancellationToken);

    /// <param name="schema">Names, types and nullability.</param>
    /// <param name="batches">In exactly the Arrow types of the schema.</param>
    private async Task<DataFrame> CreateDataFrameAsync(StructType schema, IAsyncEnumerable<RecordBatch> batches, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsStopped, this);
        var relation = new Proto.Relation { Common = RelationMessages.NewCommon() };
        if (!Engine.Description.IsEmbedded && IsBefore(4, 1))
        {
            await FillInOnePieceAsync(relation, schema, batches, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var writer = new LocalRelationWriter(Engine, schema, cancellationToken);
            await using (writer.ConfigureAwait(false))
            {
                await foreach (var batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
                    await writer.AddAsync(batch).ConfigureAwait(false);
                await writer.FinishAsync(relation).ConfigureAwait(false);
            }
        }

        return new DataFrame(this, relation);
    }

    /// <summary>
    /// Servers before 4.1 know no parts, and of a stream with several batches Spark 3.5 takes the first and drops the others without a word. A stream
    /// without a batch has no schema for them; without rows the schema alone says all.
    /// </summary>
    private async Task FillInOnePieceAsync(Proto.Relation relation, StructType schema, IAsyncEnumerable<RecordBatch> batches, CancellationToken cancellationToken)
    {
        var all = new List<RecordBatch>();
        var bytes = 0L;
        await foreach (var batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bytes += ArrowSizes.Of(batch);
            if (bytes > LocalLimits.OnePieceBytes)
                throw LocalLimits.TooLargeForOnePiece();
            if (batch.Length > 0)
                all.Add(batch);
        }

        if (all.Count == 0)
        {
            relation.LocalRelation = new() { Schema = schema.Json };
            return;
        }

        var rows = InOne(all);
        all.Clear();
        if (bytes <= LocalLimits.AlwaysInlineBytes || bytes <= (await LocalLimits.ReadAsync(Engine, cancellationToken).ConfigureAwait(false)).InlineBytes)
            relation.LocalRelation = new() { Schema = schema.Json, Data = OnePiece(schema.ToArrowSchema(), rows, bytes) };
        else if (RowGroups.For(schema) is { } groups)
            relation.Project = groups.Ungroup(new Proto.Relation
            {
                Common = RelationMessages.NewCommon(),
                CachedLocalRelation = await SendAsync(new() { Data = OnePiece(groups.Schema, groups.Group(rows), bytes) }).ConfigureAwait(false),
            });
        else
            relation.CachedLocalRelation = await SendAsync(new() { Schema = schema.Json, Data = OnePiece(schema.ToArrowSchema(), rows, bytes) }).ConfigureAwait(false);

        async Task<Proto.CachedLocalRelation> SendAsync(Proto.LocalRelation local) =>
            new() { Hash = await LocalUpload.AddAsync(Engine, local.ToByteArray(), cancellationToken).ConfigureAwait(false) };
    }

    private static ByteString OnePiece(Schema schema, RecordBatch batch, long bytes)
    {
        using var part = new LocalPart(schema, (int)Math.Min(bytes + (bytes / 64), System.Array.MaxLength));
        part.Add(batch);
        return part.ToByteString();
    }

    private static RecordBatch InOne(List<RecordBatch> batches) => batches is [var single] ? single : new(
        batches[0].Schema,
        Enumerable.Range(0, batches[0].ColumnCount).Select(column => ArrowArrayConcatenator.Concatenate([.. batches.Select(batch => batch.Column(column))])),
        checked(batches.Sum(batch => batch.Length)));
}
