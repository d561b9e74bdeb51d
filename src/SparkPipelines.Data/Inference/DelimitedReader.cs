using System.IO.Compression;
using System.Text;

namespace SparkPipelines.Data;

/// <summary>
/// Reads records of delimited text the way Spark's reader is told to: <c>"</c> quotes only as a field's first character and is doubled inside; a bare
/// empty field is null and <c>""</c> the empty text; lines end with LF, CRLF or CR; lines of blanks alone are passed over.
/// </summary>
internal sealed class DelimitedReader : IDisposable
{
    private readonly TextReader _reader;
    private readonly DelimitedOptions _options;
    private readonly StringBuilder _quoted = new();
    private long _nextLine = 1;

    public DelimitedReader(StoredFile file, DelimitedOptions options)
        : this(OpenText(file, options), options)
    {
    }

    public DelimitedReader(TextReader reader, DelimitedOptions options)
    {
        _reader = reader;
        _options = options;
    }

    /// <summary>The fields of the record read last; a null is a bare empty field.</summary>
    public List<string?> Fields { get; } = [];

    /// <summary>The line on which the record read last begins, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Moves to the next record; false at the file's end.</summary>
    public bool Read()
    {
        while (NextLine() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            Line = _nextLine - 1;
            Parse(line);
            return true;
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private static StreamReader OpenText(StoredFile file, DelimitedOptions options)
    {
        var stream = file.OpenRead();
        if (file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            stream = new GZipStream(stream, CompressionMode.Decompress);
        return new StreamReader(stream, options.TextEncoding, detectEncodingFromByteOrderMarks: true);
    }

    private string? NextLine()
    {
        var line = _reader.ReadLine();
        if (line is not null)
            _nextLine++;
        return line;
    }

    private void Parse(string line)
    {
        Fields.Clear();
        var at = 0;
        while (true)
        {
            if (at < line.Length && line[at] == '"')
            {
                Fields.Add(ReadQuoted(ref line, ref at));
            }
            else
            {
                var end = NextDelimiter(line, at);
                Fields.Add(end == at ? null : line[at..end]);
                at = end;
            }

            if (at >= line.Length)
                return;
            at++;
            if (at == line.Length)
            {
                Fields.Add(null);
                return;
            }
        }
    }

    private int NextDelimiter(string line, int from)
    {
        var end = line.IndexOf(_options.Delimiter, from);
        return end < 0 ? line.Length : end;
    }

    private string ReadQuoted(ref string line, ref int at)
    {
        _ = _quoted.Clear();
        at++;
        while (true)
        {
            var close = line.IndexOf('"', at);
            if (close < 0)
            {
                _ = _quoted.Append(line, at, line.Length - at);
                if (!_options.SupportMultiLine || NextLine() is not { } next)
                {
                    at = line.Length;
                    return _quoted.ToString();
                }

                _ = _quoted.Append('\n');
                line = next;
                at = 0;
                continue;
            }

            _ = _quoted.Append(line, at, close - at);
            at = close + 1;
            if (at < line.Length && line[at] == '"')
            {
                _ = _quoted.Append('"');
                at++;
                continue;
            }

            var end = NextDelimiter(line, at);
            _ = _quoted.Append(line, at, end - at);
            at = end;
            return _quoted.ToString();
        }
    }
}
