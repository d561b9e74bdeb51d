using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Text;

/// <summary>Text: a line, or with <c>wholetext</c> a file, is one string. Options: <c>wholetext</c>, <c>lineSep</c>, <c>encoding</c>, <c>compression</c>.</summary>
internal sealed class TextFormat : IFileFormat
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public string DisplayName => "Text";

    /// <inheritdoc/>
    public void CheckReadOptions(FormatContext context)
    {
        _ = context.Options.Bool("wholetext", false);
        _ = TextEncoding.Of(Name, context.Options);
    }

    /// <inheritdoc/>
    public void CheckReadSchema(StructType schema, FormatContext context) => Check(schema);

    /// <inheritdoc/>
    public Task<StructType?> InferSchemaAsync(IReadOnlyList<DataFile> files, FormatContext context, CancellationToken cancellationToken) =>
        Task.FromResult<StructType?>(new StructType(new StructField("value", new StringType())));

    /// <inheritdoc/>
    public FileScan Scan(FileRelation relation)
    {
        FormatOptions options = relation.Context.Options;
        TextEncoding encoding = TextEncoding.Of(Name, options);
        byte[]? separator = options["lineSep"] is { } given ? Encoding.UTF8.GetBytes(given) : null;
        bool isWhole = options.Bool("wholetext", false);
        return new RecordSource(
            relation,
            files => isWhole ? new WholeFileReader(files, encoding) : new LineBlockReader(files, encoding, separator),
            columns => new Parser(isWhole, separator, columns.Count > 0),
            new TextRules { Zone = TimeZones.Find(relation.Context.Settings.TimeZone) }).Open();
    }

    /// <inheritdoc/>
    public void CheckWrite(StructType schema, FormatContext context)
    {
        Check(schema);
        _ = Compression.Of(Name, context.Options);
    }

    /// <inheritdoc/>
    public Task WriteFilesAsync(FileWrite write, FormatContext context, CancellationToken cancellationToken)
    {
        byte[] separator = Encoding.UTF8.GetBytes(context.Options["lineSep"] ?? "\n");
        return RecordFiles.WriteAsync(write, context.Database, _ => new Writer(separator), Compression.Of(Name, context.Options), ".txt", cancellationToken);
    }

    private static void Check(StructType schema)
    {
        if (schema.Count > 1)
            throw FormatErrors.TextHasOneColumn(schema.Count);
        foreach (StructField field in schema.Fields)
        {
            if (field.DataType is not (StringType or CharType or VarcharType))
                throw FormatErrors.UnsupportedDataType("Text", field);
        }
    }

    private sealed class Parser(bool isWhole, byte[]? separator, bool needsText) : RecordParser
    {
        internal override int Parse(LineBlock block, PooledBatch pool, Span<IArrowArray> columns)
        {
            List<int> starts = [];
            List<int> lengths = [];
            if (isWhole)
            {
                // A file without a byte has no record.
                if (block.Bytes.IsEmpty)
                    return 0;
                starts.Add(0);
                lengths.Add(block.Bytes.Length);
            }
            else
            {
                var lines = new LineReader(block.Bytes, separator);
                while (true)
                {
                    int start = lines.Position;
                    if (!lines.Next(out ReadOnlySpan<byte> line))
                        break;
                    starts.Add(start);
                    lengths.Add(line.Length);
                }
            }
            if (needsText)
                columns[0] = Lines(block, starts, lengths, pool);
            return starts.Count;
        }

        private static IArrowArray Lines(LineBlock block, List<int> starts, List<int> lengths, PooledBatch pool)
        {
            int rows = starts.Count;
            byte[] offsets = pool.Rent((rows + 1) * sizeof(int));
            byte[] data = pool.Rent(block.Bytes.Length);
            Span<int> ends = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(offsets.AsSpan());
            int position = 0;
            ends[0] = 0;
            for (int row = 0; row < rows; row++)
            {
                block.Bytes.Slice(starts[row], lengths[row]).CopyTo(data.AsSpan(position));
                position += lengths[row];
                ends[row + 1] = position;
            }
            return PooledBatch.Array(Apache.Arrow.Types.StringType.Default, rows, 0, [], data.AsMemory(0, position), offsets.AsMemory(0, (rows + 1) * sizeof(int)));
        }
    }

    private sealed class Writer(byte[] separator) : RecordWriter
    {
        internal override void Write(TextBuffer buffer, ReadOnlySpan<IArrowArray> columns, int row)
        {
            if (columns.Length > 0 && !columns[0].IsNull(row))
                buffer.Append(((StringArray)columns[0]).GetBytes(row));
            buffer.Append(separator);
        }
    }
}
