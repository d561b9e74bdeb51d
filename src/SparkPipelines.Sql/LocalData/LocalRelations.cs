using Apache.Arrow;
using Apache.Arrow.Ipc;
using Google.Protobuf;
using Spark.Connect;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Local rows as the message that carries them in a plan.</summary>
internal static class LocalRelations
{
    /// <summary>The rows as a <c>LocalRelation</c>: an Arrow IPC stream, and the schema as JSON.</summary>
    public static LocalRelation ToRelation(this LocalTable table) => new()
    {
        Schema = table.Schema.Json,
        Data = UnsafeByteOperations.UnsafeWrap(ToIpcStream(table.Schema, table.Batches)),
    };

    /// <summary>Batches as one Arrow IPC stream: schema, batches, end mark. Without batches, the schema alone.</summary>
    public static ReadOnlyMemory<byte> ToIpcStream(StructType schema, IReadOnlyList<RecordBatch> batches)
    {
        // Grown by doubling, a stream of this size would be copied a few times over.
        var expected = batches.Sum(batch => batch.Arrays.Sum(array => SizeOf(array.Data))) + (64 * 1024);
        using var stream = new MemoryStream((int)Math.Min(expected, System.Array.MaxLength));
        using (var writer = new ArrowStreamWriter(stream, schema.ToArrowSchema(), leaveOpen: true))
        {
            writer.WriteStart();
            foreach (var batch in batches)
                writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static long SizeOf(ArrayData data) =>
        data.Buffers.Sum(buffer => (long)buffer.Length + 64) + (data.Children?.Sum(SizeOf) ?? 0);
}
