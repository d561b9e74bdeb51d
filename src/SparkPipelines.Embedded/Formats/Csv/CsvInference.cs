using System.Text;
using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>Names and types of CSV columns as Spark's <c>CSVInferSchema</c> (4.2.1) finds them.</summary>
internal static class CsvInference
{
    /// <summary>The schema, or null when the files hold no record.</summary>
    internal static StructType? Infer(IReadOnlyList<DataFile> files, CsvOptions options, bool isCaseSensitive, CancellationToken cancellationToken)
    {
        string?[]? first = FirstRecord(files, options);
        if (first is null)
            return null;
        string[] names = Names(first, options, isCaseSensitive);
        DataType[] types = [.. names.Select(_ => (DataType)new StringType())];
        if (options.InferSchema)
            types = Types(files, options, first, cancellationToken);
        return new StructType(names.Select((name, i) => new StructField(name, types[i] is NullType ? new StringType() : types[i])));
    }

    private static string[] Names(string?[] first, CsvOptions options, bool isCaseSensitive)
    {
        if (!options.HasHeader)
            return [.. first.Select((_, i) => $"_c{i}")];
        StringComparer comparer = isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        HashSet<string> repeated = [.. first.Where(name => name is not null).GroupBy(name => name!, comparer).Where(group => group.Count() > 1).Select(group => group.Key)];
        repeated = new HashSet<string>(repeated, comparer);
        return [.. first.Select((name, i) => string.IsNullOrEmpty(name) || name == options.NullText ? $"_c{i}" : repeated.Contains(name) ? $"{name}{i}" : name)];
    }

    private static string?[]? FirstRecord(IReadOnlyList<DataFile> files, CsvOptions options)
    {
        var splitter = new RecordSplitter(options);
        using IBlockReader reader = CsvFormat.OpenReader(files, options);
        while (reader.Next() is { } block)
        {
            using (block)
            {
                splitter.Begin(block);
                if (splitter.Next())
                    return splitter.Texts();
            }
        }
        return null;
    }

    private static DataType[] Types(IReadOnlyList<DataFile> files, CsvOptions options, string?[] header, CancellationToken cancellationToken)
    {
        var types = new DataType[header.Length];
        Array.Fill(types, new NullType());
        var infer = new CsvTypeInference(options);
        var splitter = new RecordSplitter(options);
        byte[] nullText = Encoding.UTF8.GetBytes(options.NullText);
        using IBlockReader reader = CsvFormat.OpenReader(files, options);
        while (reader.Next() is { } block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (block)
            {
                // Without several lines a record, Spark leaves out every line that looks like the header, not only the first of a file.
                splitter.Begin(block);
                bool skipsFirst = options.HasHeader && options.MultiLine;
                while (splitter.Next())
                {
                    if (skipsFirst || (options.HasHeader && !options.MultiLine && splitter.Equals(header)))
                    {
                        skipsFirst = false;
                        continue;
                    }
                    for (int i = 0; i < types.Length && i < splitter.Count; i++)
                    {
                        ReadOnlySpan<byte> text = splitter.Field(i);
                        if (!text.IsEmpty && !text.SequenceEqual(nullText))
                            types[i] = infer.Infer(types[i], text);
                    }
                }
            }
        }
        return types;
    }

    /// <summary>Walks over the records of a piece of a file.</summary>
    private sealed class RecordSplitter(CsvOptions options)
    {
        private readonly CsvTokenizer _tokenizer = new(options);
        private readonly FieldTable _fields = new() { Starts = new int[options.MaxColumns], Lengths = new int[options.MaxColumns], Width = options.MaxColumns };
        private ReadOnlyMemory<byte> _text;
        private int _position;
        private int _newLine;

        internal int Count { get; private set; }

        internal void Begin(LineBlock block)
        {
            int length = block.Bytes.Length;
            _newLine = options.MultiLine ? RecordEnds.Mark(block.Writable, out length) : -1;
            _text = block.Memory[..length];
            _position = 0;
        }

        internal bool Next()
        {
            ReadOnlySpan<byte> text = _text.Span;
            while (_position < text.Length)
            {
                _fields.Scratch.Clear();
                if (options.MultiLine)
                {
                    if (options.Comment != 0 && text[_position] == options.Comment)
                    {
                        int end = text[_position..].IndexOf((byte)_newLine);
                        _position = end < 0 ? text.Length : _position + end + 1;
                        continue;
                    }
                    Count = _tokenizer.Split(text, ref _position, _newLine, _fields, 0, options.MaxColumns);
                }
                else
                {
                    var lines = new LineReader(text[_position..], options.LineSeparator);
                    int start = _position;
                    _ = lines.Next(out ReadOnlySpan<byte> line);
                    _position = start + lines.Position;
                    if (!line.ContainsAnyExceptInRange((byte)0, (byte)' ') || (options.Comment != 0 && line[0] == options.Comment))
                        continue;
                    Count = _tokenizer.Split(text[..(start + line.Length)], ref start, -1, _fields, 0, options.MaxColumns);
                }
                if (Count > 0)
                    return true;
            }
            return false;
        }

        /// <summary>A field; empty when it is not there.</summary>
        internal ReadOnlySpan<byte> Field(int i)
        {
            int length = _fields.Lengths[i];
            if (length < 0)
                return default;
            int start = _fields.Starts[i];
            return start >= 0 ? _text.Span.Slice(start, length) : _fields.Scratch.Written.Slice(~start, length);
        }

        internal string?[] Texts() => [.. Enumerable.Range(0, Count).Select(i => _fields.Lengths[i] < 0 ? null : Encoding.UTF8.GetString(Field(i)))];

        internal bool Equals(string?[] record)
        {
            if (record.Length != Count)
                return false;
            for (int i = 0; i < Count; i++)
            {
                if (!Field(i).SequenceEqual(Encoding.UTF8.GetBytes(record[i] ?? "")))
                    return false;
            }
            return true;
        }
    }
}
