using System.IO.Compression;
using System.Runtime.CompilerServices;
using Apache.Arrow;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Writes records of one schema as text.</summary>
internal abstract class RecordWriter
{
    /// <summary>What a file begins with.</summary>
    internal virtual void Begin(TextBuffer buffer)
    {
    }

    /// <summary>Writes one record with its line end.</summary>
    internal abstract void Write(TextBuffer buffer, ReadOnlySpan<IArrowArray> columns, int row);
}

/// <summary>The rows of a query as text files: one, or one per partition folder.</summary>
internal static class RecordFiles
{
    private const int FlushBytes = 1 << 20;

    internal static async Task WriteAsync(
        FileWrite write, DuckDbDatabase database, Func<StructType, RecordWriter> create, Compression compression, string extension, CancellationToken cancellationToken)
    {
        int[] data = [.. write.DataColumns];
        var schema = new StructType(data.Select(i => write.Schema.Fields[i]));
        RecordWriter writer = create(schema);
        string sql = PartitionSql.Select(write);
        Schema arrow = new StructType(write.PartitionBy.Select(i => new StructField(write.Schema.Fields[i].Name, new StringType())).Concat(schema.Fields)).ToArrowSchema();
        int partitions = write.PartitionBy.Count;
        string[]? current = null;
        var output = new OutputFile(compression, extension);
        await using ConfiguredAsyncDisposable closing = output.ConfigureAwait(false);
        if (partitions == 0)
            await output.OpenAsync(write.Folder, writer).ConfigureAwait(false);
        await foreach (RecordBatch batch in database.ExecuteAsync(sql, arrow, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                IArrowArray[] columns = [.. batch.Arrays];
                for (int row = 0; row < batch.Length; row++)
                {
                    if (partitions > 0 && !IsSamePartition(columns, row, partitions, current))
                    {
                        current = PartitionOf(columns, row, partitions);
                        string folder = write.Folder;
                        for (int i = 0; i < partitions; i++)
                            folder = Path.Combine(folder, PartitionColumns.FolderName(write.Schema.Fields[write.PartitionBy[i]].Name, current[i]));
                        Directory.CreateDirectory(folder);
                        await output.OpenAsync(folder, writer).ConfigureAwait(false);
                    }
                    writer.Write(output.Buffer, columns.AsSpan(partitions), row);
                    if (output.Buffer.Written.Length >= FlushBytes)
                        await output.FlushAsync().ConfigureAwait(false);
                }
            }
        }
        await output.CloseAsync().ConfigureAwait(false);
    }

    private static string[] PartitionOf(IArrowArray[] columns, int row, int partitions)
    {
        var values = new string[partitions];
        for (int i = 0; i < partitions; i++)
            values[i] = ((StringArray)columns[i]).GetString(row) ?? "";
        return values;
    }

    private static bool IsSamePartition(IArrowArray[] columns, int row, int partitions, string[]? current)
    {
        if (current is null)
            return false;
        for (int i = 0; i < partitions; i++)
        {
            if (!string.Equals(((StringArray)columns[i]).GetString(row) ?? "", current[i], StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>The file being written; opening the next closes it.</summary>
    private sealed class OutputFile(Compression compression, string extension) : IAsyncDisposable
    {
        private Stream? _stream;

        internal TextBuffer Buffer { get; } = new();

        internal async Task OpenAsync(string folder, RecordWriter writer)
        {
            await CloseAsync().ConfigureAwait(false);
            Stream file = new FileStream(Path.Combine(folder, FileWrite.FileName(extension + compression.Extension)), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
            _stream = compression.Open(file);
            writer.Begin(Buffer);
        }

        internal async Task FlushAsync()
        {
            await _stream!.WriteAsync(Buffer.Memory).ConfigureAwait(false);
            Buffer.Clear();
        }

        internal async Task CloseAsync()
        {
            if (_stream is null)
                return;
            await FlushAsync().ConfigureAwait(false);
            await _stream.DisposeAsync().ConfigureAwait(false);
            _stream = null;
        }

        public async ValueTask DisposeAsync()
        {
            if (_stream is not null)
                await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>How text files are packed.</summary>
/// <param name="Extension">What the file's name ends with.</param>
/// <param name="Open">Wraps the file; disposing the wrapper disposes the file.</param>
internal sealed record Compression(string Extension, Func<Stream, Stream> Open)
{
    internal static Compression Of(string format, FormatOptions options)
    {
        string name = (options.First("compression", "codec") ?? "none").ToLowerInvariant();
        return name switch
        {
            "none" or "uncompressed" => new Compression("", stream => stream),
            "gzip" => new Compression(".gz", stream => new GZipStream(stream, CompressionLevel.Optimal)),
            "deflate" => new Compression(".deflate", stream => new ZLibStream(stream, CompressionLevel.Optimal)),
            _ => throw FormatErrors.UnsupportedValue(format, "compression", name, "'none', 'uncompressed', 'gzip', 'deflate'"),
        };
    }
}
