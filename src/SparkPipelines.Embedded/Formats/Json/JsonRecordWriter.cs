using System.Globalization;
using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>The options of writing JSON, with Spark's defaults.</summary>
internal sealed class JsonWriteOptions
{
    internal JsonWriteOptions(FormatContext context)
    {
        FormatOptions options = context.Options;
        if (TextEncoding.Of("json", options).Encoding is not null)
            throw FormatErrors.UnsupportedValue("json", "encoding", options.First("encoding", "charset")!, "'UTF-8'");
        options.Refuse("json", "locale");
        if (options.Bool("pretty", false))
            throw FormatErrors.UnsupportedOption("json", "pretty", "true");
        IgnoresNullFields = options.Bool("ignoreNullFields", true);
        LineSeparator = Encoding.UTF8.GetBytes(options["lineSep"] ?? "\n");
        Compression = Compression.Of("json", options);
        Rules = TextWriteRules.Of("json", context);
    }

    /// <summary>Whether fields of records that are null are left out.</summary>
    internal bool IgnoresNullFields { get; }

    internal byte[] LineSeparator { get; }

    internal Compression Compression { get; }

    internal TextWriteRules Rules { get; }
}

/// <summary>Records as JSON objects, a line each, as Spark's <c>JacksonGenerator</c> (4.2.1) writes them.</summary>
internal sealed class JsonRecordWriter(StructType schema, JsonWriteOptions options) : RecordWriter
{
    private readonly byte[][] _names = [.. schema.Fields.Select(field => Name(field.Name))];
    private readonly TextBuffer _text = new();

    internal override void Write(TextBuffer buffer, ReadOnlySpan<IArrowArray> columns, int row)
    {
        buffer.Append((byte)'{');
        bool first = true;
        for (int i = 0; i < columns.Length; i++)
            AppendField(buffer, _names[i], columns[i], row, ref first);
        buffer.Append((byte)'}');
        buffer.Append(options.LineSeparator);
    }

    private static byte[] Name(string name)
    {
        var buffer = new TextBuffer();
        AppendString(buffer, Encoding.UTF8.GetBytes(name));
        buffer.Append((byte)':');
        return buffer.Written.ToArray();
    }

    private void AppendField(TextBuffer buffer, byte[] name, IArrowArray column, int row, ref bool first)
    {
        if (options.IgnoresNullFields && column.IsNull(row))
            return;
        if (!first)
            buffer.Append((byte)',');
        first = false;
        buffer.Append(name);
        AppendValue(buffer, column, row);
    }

    private void AppendValue(TextBuffer buffer, IArrowArray column, int row)
    {
        if (column is NullArray || column.IsNull(row))
        {
            buffer.Append("null"u8);
            return;
        }
        switch (column)
        {
            case MapArray map:
                AppendMap(buffer, map, row);
                break;
            case ListArray list:
                buffer.Append((byte)'[');
                for (int i = list.ValueOffsets[row]; i < list.ValueOffsets[row + 1]; i++)
                {
                    if (i > list.ValueOffsets[row])
                        buffer.Append((byte)',');
                    AppendValue(buffer, list.Values, i);
                }
                buffer.Append((byte)']');
                break;
            case StructArray record:
                buffer.Append((byte)'{');
                bool first = true;
                IReadOnlyList<Field> fields = ((Apache.Arrow.Types.StructType)record.Data.DataType).Fields;
                for (int i = 0; i < fields.Count; i++)
                    AppendField(buffer, Name(fields[i].Name), record.Fields[i], row, ref first);
                buffer.Append((byte)'}');
                break;
            case StringArray text:
                AppendString(buffer, text.GetBytes(row));
                break;
            case BinaryArray bytes:
                buffer.Append((byte)'"');
                buffer.Append(Convert.ToBase64String(bytes.GetBytes(row)));
                buffer.Append((byte)'"');
                break;
            case Date32Array or TimestampArray:
                _text.Clear();
                ValueText.Append(_text, column, row, options.Rules);
                AppendString(buffer, _text.Written);
                break;
            case DoubleArray number when !double.IsFinite(number.Values[row]):
            case FloatArray single when !float.IsFinite(single.Values[row]):
                buffer.Append((byte)'"');
                ValueText.Append(buffer, column, row, options.Rules);
                buffer.Append((byte)'"');
                break;
            default:
                ValueText.Append(buffer, column, row, options.Rules);
                break;
        }
    }

    // Entries that are null are written; only fields of records are left out.
    private void AppendMap(TextBuffer buffer, MapArray map, int row)
    {
        buffer.Append((byte)'{');
        for (int i = map.ValueOffsets[row]; i < map.ValueOffsets[row + 1]; i++)
        {
            if (i > map.ValueOffsets[row])
                buffer.Append((byte)',');
            AppendString(buffer, ((StringArray)map.Keys).GetBytes(i));
            buffer.Append((byte)':');
            AppendValue(buffer, map.Values, i);
        }
        buffer.Append((byte)'}');
    }

    private static void AppendString(TextBuffer buffer, ReadOnlySpan<byte> text)
    {
        buffer.Append((byte)'"');
        foreach (byte b in text)
        {
            switch (b)
            {
                case (byte)'"':
                    buffer.Append("\\\""u8);
                    break;
                case (byte)'\\':
                    buffer.Append("\\\\"u8);
                    break;
                case (byte)'\n':
                    buffer.Append("\\n"u8);
                    break;
                case (byte)'\r':
                    buffer.Append("\\r"u8);
                    break;
                case (byte)'\t':
                    buffer.Append("\\t"u8);
                    break;
                case (byte)'\b':
                    buffer.Append("\\b"u8);
                    break;
                case (byte)'\f':
                    buffer.Append("\\f"u8);
                    break;
                case < (byte)' ':
                    buffer.Append("\\u"u8);
                    buffer.Append(((int)b).ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    buffer.Append(b);
                    break;
            }
        }
        buffer.Append((byte)'"');
    }
}
