using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>Records as CSV, quoted and escaped as univocity's writer does under Spark's settings (4.2.1).</summary>
internal sealed class CsvRecordWriter(StructType schema, CsvWriteOptions options) : RecordWriter
{
    private readonly TextBuffer _value = new();

    internal override void Begin(TextBuffer buffer)
    {
        if (!options.HasHeader)
            return;
        for (int i = 0; i < schema.Count; i++)
        {
            if (i > 0)
                buffer.Append(options.Separator);
            AppendField(buffer, Encoding.UTF8.GetBytes(schema.Fields[i].Name));
        }
        buffer.Append(options.LineSeparator);
    }

    internal override void Write(TextBuffer buffer, ReadOnlySpan<IArrowArray> columns, int row)
    {
        int start = buffer.Written.Length;
        for (int i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                buffer.Append(options.Separator);
            if (columns[i].IsNull(row))
            {
                AppendMarker(buffer, options.NullText);
                continue;
            }
            _value.Clear();
            ValueText.Append(_value, columns[i], row, options.Rules);
            AppendField(buffer, _value.Written);
        }

        // A record without a character is left out, as Spark does.
        if (buffer.Written.Length > start)
            buffer.Append(options.LineSeparator);
    }

    private void AppendField(TextBuffer buffer, ReadOnlySpan<byte> value)
    {
        if (options.TrimsLeading)
        {
            while (value.Length > 0 && value[0] <= ' ')
                value = value[1..];
        }
        if (options.TrimsTrailing)
        {
            while (value.Length > 0 && value[^1] <= ' ')
                value = value[..^1];
        }
        if (value.IsEmpty)
            AppendMarker(buffer, options.EmptyText);
        else if (options.Quote != 0 && (options.QuotesAll || NeedsQuotes(value)))
            AppendQuoted(buffer, value);
        else
            buffer.Append(value);
    }

    private void AppendMarker(TextBuffer buffer, ReadOnlySpan<byte> marker)
    {
        if (options.QuotesAll && options.Quote != 0)
            AppendQuoted(buffer, marker);
        else
            buffer.Append(marker);
    }

    private bool NeedsQuotes(ReadOnlySpan<byte> value) =>
        value.IndexOfAny(options.Separator, (byte)'\n', (byte)'\r') >= 0
        || value[0] == options.Quote
        || (options.EscapesQuotes && value.Contains(options.Quote))
        || (options.Comment != 0 && value[0] == options.Comment);

    private void AppendQuoted(TextBuffer buffer, ReadOnlySpan<byte> value)
    {
        buffer.Append(options.Quote);
        foreach (byte b in value)
        {
            if (b == options.Quote && options.Escape != 0)
                buffer.Append(options.Escape);
            else if (b == options.Escape && options.EscapeEscape != 0)
                buffer.Append(options.EscapeEscape);
            buffer.Append(b);
        }
        buffer.Append(options.Quote);
    }
}
