using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Google.Protobuf;
using Spark.Connect;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Makes record batches of the Arrow bytes in responses. The columns' buffers are slices of the response's own bytes; nothing is copied,
/// unless the server had to send a batch in several chunks.
/// </summary>
internal sealed class ArrowBatchReader
{
    private static readonly CompressionCodecFactory Codecs = new();

    private readonly List<ByteString> _chunks = [];
    private long _rows;

    /// <summary>The batches that a response completes; none for a chunk that is not the last, and none of the empty ones.</summary>
    /// <exception cref="SparkConnectException">Chunks or batches are missing or out of order.</exception>
    public IEnumerable<RecordBatch> Read(ExecutePlanResponse.Types.ArrowBatch message, Action<Schema> schemaSeen)
    {
        if (message.HasStartOffset && message.ChunkIndex == 0 && message.StartOffset != _rows)
            throw Broken($"a batch begins at row {message.StartOffset} where row {_rows} was to follow");
        if (Complete(message) is not { } bytes)
            yield break;

        var rows = 0L;
        using var reader = new ArrowStreamReader(bytes, Codecs);
        schemaSeen(reader.Schema);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            rows += batch.Length;
            if (batch.Length > 0)
                yield return batch;
            else
                batch.Dispose();
        }

        if (rows != message.RowCount)
            throw Broken($"a batch holds {rows} rows where {message.RowCount} were announced");
        _rows += rows;
    }

    /// <summary>To be called after the last response.</summary>
    public void End()
    {
        if (_chunks.Count > 0)
            throw Broken($"the result ended after {_chunks.Count} chunks of a batch");
    }

    private ReadOnlyMemory<byte>? Complete(ExecutePlanResponse.Types.ArrowBatch message)
    {
        if (message.ChunkIndex != _chunks.Count)
            throw Broken($"chunk {message.ChunkIndex} of a batch came where chunk {_chunks.Count} was to follow");
        if (message.NumChunksInBatch <= 1)
            return message.Data.Memory;
        _chunks.Add(message.Data);
        if (_chunks.Count < message.NumChunksInBatch)
            return null;

        var bytes = new byte[_chunks.Sum(chunk => (long)chunk.Length)];
        var position = 0;
        foreach (var chunk in _chunks)
        {
            chunk.CopyTo(bytes, position);
            position += chunk.Length;
        }

        _chunks.Clear();
        return bytes;
    }

    private static SparkConnectException Broken(string what) =>
        new($"The server's Arrow stream is broken: {what}.", SparkErrorDetails.None);
}
