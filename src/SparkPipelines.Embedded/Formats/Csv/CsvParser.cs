using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>Pieces of CSV files to columns: first all fields of all records are found, then each column is converted in one go.</summary>
internal sealed class CsvParser : RecordParser
{
    private readonly CsvOptions _options;
    private readonly CsvTokenizer _tokenizer;
    private readonly FieldTable _fields;
    private readonly int _width;
    private readonly bool _checksWidth;
    private readonly bool _needsFields;

    // Per column asked for: its converter, or null for the column of bad records.
    private readonly TextColumn?[] _converters;
    private readonly int[] _tokens;
    private readonly List<(int Start, int Length)> _records = [];
    private int _newLine = '\n';

    /// <param name="schema">The data columns, with the one for bad records if there is one.</param>
    /// <param name="columns">The positions of those wanted.</param>
    /// <param name="options">The options.</param>
    internal CsvParser(StructType schema, IReadOnlyList<int> columns, CsvOptions options)
    {
        _options = options;
        _tokenizer = new CsvTokenizer(options);
        _fields = new FieldTable { NullText = Encoding.UTF8.GetBytes(options.NullText) };
        int corrupt = CorruptColumn(schema, options);
        _width = schema.Count - (corrupt < 0 ? 0 : 1);
        _converters = new TextColumn?[columns.Count];
        _tokens = new int[columns.Count];
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i] == corrupt)
                continue;
            _converters[i] = TextColumn.For(schema.Fields[columns[i]].DataType, options.Rules);
            _tokens[i] = columns[i] - (corrupt >= 0 && columns[i] > corrupt ? 1 : 0);
        }

        // Spark looks at a record's width only when it needs all of its fields.
        bool wantsCorrupt = columns.Contains(corrupt);
        _checksWidth = wantsCorrupt || columns.Count == _width;
        _needsFields = columns.Count > 0;
    }

    internal override int Parse(LineBlock block, PooledBatch pool, Span<IArrowArray> columns)
    {
        _records.Clear();
        _fields.Scratch.Clear();
        _fields.Block = block.Memory;
        _fields.Width = _width;
        _fields.Rows = 0;
        if (_options.MultiLine)
            SplitFile(block);
        else
            SplitLines(block);
        if (!_needsFields)
            return _fields.Rows;
        Convert(columns, pool);
        if (_options.Mode == ParseMode.FailFast && System.Array.IndexOf(_fields.Bad, true, 0, _fields.Rows) is >= 0 and var bad)
            throw FormatErrors.FailedReadFile(block.File, FormatErrors.BadRecord(RecordText.Of(columns, bad)));
        if (_options.Mode == ParseMode.DropMalformed && DropBad())
            Convert(columns, pool);
        return _fields.Rows;
    }

    /// <summary>The position of the column for bad records, or -1.</summary>
    internal static int CorruptColumn(StructType schema, CsvOptions options) =>
        schema.Fields.ToList().FindIndex(field => field.Name == options.CorruptRecordColumn);

    private void Convert(Span<IArrowArray> columns, PooledBatch pool)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (_converters[i] is { } converter)
                columns[i] = converter.Convert(_fields, _tokens[i], pool);
        }
        for (int i = 0; i < columns.Length; i++)
        {
            if (_converters[i] is null)
                columns[i] = BadRecords(pool);
        }
    }

    private void SplitLines(LineBlock block)
    {
        ReadOnlySpan<byte> bytes = block.Bytes;
        var lines = new LineReader(bytes, _options.LineSeparator);
        bool header = block.IsFirst && _options.HasHeader;
        while (true)
        {
            int start = lines.Position;
            if (!lines.Next(out ReadOnlySpan<byte> line))
                return;
            if (line.Length == 0 || (line[0] <= ' ' && IsBlank(line)) || (_options.Comment != 0 && line[0] == _options.Comment))
                continue;
            if (header)
            {
                header = false;
                continue;
            }
            int row = AddRow(start, line.Length);
            if (!_needsFields)
                continue;

            // The tokenizer sees the text up to the line's end, so that positions are those of the block.
            int position = start;
            int count = _tokenizer.Split(bytes[..(start + line.Length)], ref position, -1, _fields, row * _width, _width);
            Finish(block, row, count);
        }
    }

    private void SplitFile(LineBlock block)
    {
        _newLine = RecordEnds.Mark(block.Writable, out int length);
        ReadOnlySpan<byte> bytes = block.Bytes[..length];
        bool header = _options.HasHeader;
        for (int position = 0; position < bytes.Length;)
        {
            int start = position;
            if (_options.Comment != 0 && bytes[position] == _options.Comment)
            {
                int end = bytes[position..].IndexOf((byte)_newLine);
                position = end < 0 ? bytes.Length : position + end + 1;
                continue;
            }
            int row = AddRow(start, 0);
            int count = _tokenizer.Split(bytes, ref position, _newLine, _fields, row * _width, _width);
            if (count == 0 || header)
            {
                header &= count == 0;
                _fields.Rows--;
                _records.RemoveAt(row);
                continue;
            }
            int size = position - start;
            _records[row] = (start, size > 0 && bytes[start + size - 1] == _newLine ? size - 1 : size);
            Finish(block, row, count);
        }
    }

    private int AddRow(int start, int length)
    {
        int row = _fields.Rows++;
        _records.Add((start, length));
        if (_fields.Bad.Length <= row)
        {
            int capacity = Math.Max(1024, _fields.Bad.Length * 2);
            bool[] bad = _fields.Bad;
            int[] starts = _fields.Starts;
            int[] lengths = _fields.Lengths;
            System.Array.Resize(ref bad, capacity);
            System.Array.Resize(ref starts, capacity * _width);
            System.Array.Resize(ref lengths, capacity * _width);
            _fields.Bad = bad;
            _fields.Starts = starts;
            _fields.Lengths = lengths;
        }
        return row;
    }

    private void Finish(LineBlock block, int row, int count)
    {
        if (count > _options.MaxColumns)
        {
            (int start, int length) = _records[row];
            throw FormatErrors.FailedReadFile(block.File, FormatErrors.MalformedCsvRecord(Encoding.UTF8.GetString(block.Bytes.Slice(start, length))));
        }
        _fields.Bad[row] = _checksWidth && count != _width;
        for (int i = count; i < _width; i++)
            _fields.Lengths[row * _width + i] = -1;
    }

    private bool DropBad()
    {
        int kept = 0;
        for (int row = 0; row < _fields.Rows; row++)
        {
            if (_fields.Bad[row])
                continue;
            System.Array.Copy(_fields.Starts, row * _width, _fields.Starts, kept * _width, _width);
            System.Array.Copy(_fields.Lengths, row * _width, _fields.Lengths, kept * _width, _width);
            kept++;
        }
        bool dropped = kept < _fields.Rows;
        _fields.Rows = kept;
        System.Array.Clear(_fields.Bad, 0, kept);
        return dropped;
    }

    private IArrowArray BadRecords(PooledBatch pool)
    {
        var texts = new FieldTable { Block = _fields.Block, Width = 1, Rows = _fields.Rows, Starts = new int[_fields.Rows], Lengths = new int[_fields.Rows], Bad = new bool[_fields.Rows] };
        for (int row = 0; row < _fields.Rows; row++)
        {
            texts.Starts[row] = _records[row].Start;
            texts.Lengths[row] = _fields.Bad[row] ? _records[row].Length : -1;
        }
        if (_newLine != '\n')
            RestoreLineEnds(texts);
        return TextColumn.For(new StringType(), _options.Rules)!.Convert(texts, 0, pool);
    }

    private void RestoreLineEnds(FieldTable texts)
    {
        for (int row = 0; row < texts.Rows; row++)
        {
            if (texts.Lengths[row] < 0)
                continue;
            int start = texts.Scratch.Written.Length;
            texts.Scratch.Append(texts.Block.Span.Slice(texts.Starts[row], texts.Lengths[row]));
            texts.Scratch.Writable[start..].Replace((byte)_newLine, (byte)'\n');
            texts.Starts[row] = ~start;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExceptInRange((byte)0, (byte)' ');
}
