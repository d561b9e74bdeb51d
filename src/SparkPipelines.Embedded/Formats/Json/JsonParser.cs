using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Csv;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>Pieces of JSON files to columns: one object a line, or in a file of several lines one object or an array of them.</summary>
internal sealed class JsonParser : RecordParser
{
    private readonly JsonOptions _options;
    private readonly JsonStructColumn _records;
    private readonly int[] _places;
    private readonly int _corruptPlace = -1;
    private readonly bool _needsFields;

    /// <param name="schema">The data columns, with the one for bad records if there is one.</param>
    /// <param name="columns">The positions of those wanted.</param>
    /// <param name="options">The options.</param>
    internal JsonParser(StructType schema, IReadOnlyList<int> columns, JsonOptions options)
    {
        _options = options;
        var fields = new List<StructField>();
        var places = new List<int>();
        for (int i = 0; i < columns.Count; i++)
        {
            StructField field = schema.Fields[columns[i]];
            if (field.Name == options.CorruptRecordColumn)
            {
                _corruptPlace = i;
                continue;
            }
            fields.Add(field);
            places.Add(i);
        }
        _records = new JsonStructColumn(new StructType(fields), options);
        _places = [.. places];
        _needsFields = columns.Count > 0;
    }

    internal override int Parse(LineBlock block, PooledBatch pool, Span<IArrowArray> columns)
    {
        var records = new JsonSlices(256);
        var lines = new JsonSlices(256);
        if (_options.MultiLine)
            Split(block.Bytes, 0, block.Bytes.Length, records, lines);
        else
            SplitLines(block.Bytes, records, lines);
        _records.ConvertRecords(block.Bytes, records, pool, columns, _places);
        bool[] bad = Bad(records);
        if (_options.Mode == ParseMode.FailFast && System.Array.IndexOf(bad, true) is >= 0 and var first)
            throw FormatErrors.FailedReadFile(block.File, FormatErrors.BadRecord(_needsFields ? RecordText.Of(columns, first) : "[]"));
        if (_options.Mode == ParseMode.DropMalformed && System.Array.IndexOf(bad, true) >= 0)
        {
            records.Keep(bad);
            lines.Keep(bad);
            _records.ConvertRecords(block.Bytes, records, pool, columns, _places);
            bad = new bool[records.Count];
        }
        if (_corruptPlace >= 0)
            columns[_corruptPlace] = BadRecords(block, lines, bad, pool);
        return records.Count;
    }

    // A record that is no object has no slice; one with a field that can't be converted stands in part.
    private static bool[] Bad(JsonSlices records)
    {
        var bad = new bool[records.Count];
        for (int row = 0; row < bad.Length; row++)
            bad[row] = records.Length(row) < 0 || records.Failed[row] || records.Partial[row];
        return bad;
    }

    private static TextColumn Texts => TextColumn.For(new StringType(), new TextRules())!;

    private static IArrowArray BadRecords(LineBlock block, JsonSlices lines, bool[] bad, PooledBatch pool)
    {
        var texts = new FieldTable { Block = block.Memory, Width = 1, Rows = bad.Length, Starts = new int[bad.Length], Lengths = new int[bad.Length], Bad = new bool[bad.Length] };
        for (int row = 0; row < bad.Length; row++)
        {
            texts.Starts[row] = lines.Start(row);
            texts.Lengths[row] = bad[row] ? lines.Length(row) : -1;
        }
        return Texts.Convert(texts, 0, pool);
    }

    private void SplitLines(ReadOnlySpan<byte> bytes, JsonSlices records, JsonSlices lines)
    {
        var reader = new LineReader(bytes, _options.LineSeparator);
        while (true)
        {
            int start = reader.Position;
            if (!reader.Next(out ReadOnlySpan<byte> line))
                return;
            Split(bytes, start, line.Length, records, lines);
        }
    }

    private void Split(ReadOnlySpan<byte> bytes, int start, int length, JsonSlices records, JsonSlices lines)
    {
        ReadOnlySpan<byte> text = bytes.Slice(start, length);
        var scanner = new JsonScanner(text, _options.AllowsSingleQuotes, _options.AllowsNonNumericNumbers);
        byte first = scanner.Peek();
        if (scanner.Position == text.Length)
            return;
        if (!scanner.Skip(out int valueStart, out int valueLength) || first is not ((byte)'{' or (byte)'['))
        {
            records.Add(0, -1);
            lines.Add(start, length);
        }
        else if (first == '{')
        {
            records.Add(start + valueStart, valueLength);
            lines.Add(start, length);
        }
        else
        {
            var elements = new JsonScanner(text, _options.AllowsSingleQuotes, _options.AllowsNonNumericNumbers);
            elements.Take((byte)'[');
            while (elements.Peek() != ']' && elements.Skip(out int elementStart, out int elementLength))
            {
                bool isObject = text[elementStart] == '{';
                records.Add(isObject ? start + elementStart : 0, isObject ? elementLength : -1);
                lines.Add(start, length);
                if (!elements.Take((byte)','))
                    break;
            }
        }
    }
}
