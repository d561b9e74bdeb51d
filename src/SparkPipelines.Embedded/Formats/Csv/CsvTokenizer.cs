using System.Buffers;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Formats.Csv;

/// <summary>
/// Splits records into fields exactly as univocity's parser does under Spark's settings (4.2.1), what it makes of broken quotes included.
/// A field without a quote is a slice of the input; one with quotes is written anew.
/// </summary>
internal sealed class CsvTokenizer
{
    private const int NoByte = -1;

    private readonly byte _separator;
    private readonly int _quote;
    private readonly int _escape;
    private readonly int _escapeEscape;
    private readonly bool _trimsLeading;
    private readonly bool _trimsTrailing;
    private readonly byte[] _emptyText;
    private readonly SearchValues<byte> _quotedStops;
    private readonly TextBuffer _value = new();
    private readonly TextBuffer _blanks = new();

    // The parser's state inside quotes, in univocity's terms.
    private int _ch;
    private int _prev;
    private int _position;
    private bool _unescaped;
    private bool _trims;
    private bool _hasQuoteInFront;

    internal CsvTokenizer(CsvOptions options)
    {
        _separator = options.Separator;
        _quote = options.Quote == 0 ? NoByte : options.Quote;
        _escape = options.Escape == 0 ? NoByte : options.Escape;
        _escapeEscape = options.EscapeEscape == 0 ? NoByte : options.EscapeEscape;
        _trimsLeading = options.TrimsLeading;
        _trimsTrailing = options.TrimsTrailing;
        _emptyText = System.Text.Encoding.UTF8.GetBytes(options.EmptyText);
        byte[] stops = [.. new[] { _quote, _escape, _escapeEscape }.Where(stop => stop != NoByte).Select(stop => (byte)stop)];
        _quotedStops = SearchValues.Create(stops);
    }

    /// <summary>
    /// Splits one record.
    /// </summary>
    /// <param name="text">All the text; newlines are <c>\n</c> by now, and only inside quotes when a record is a line.</param>
    /// <param name="start">Where the record begins; afterwards where the next one does.</param>
    /// <param name="newLine">The byte that ends a record, or -1 when the text is one record.</param>
    /// <param name="fields">Where to put the fields.</param>
    /// <param name="at">The position of the first field.</param>
    /// <param name="width">Fields to keep; more are counted only.</param>
    /// <returns>Fields found; 0 for an empty record.</returns>
    internal int Split(ReadOnlySpan<byte> text, ref int start, int newLine, FieldTable fields, int at, int width)
    {
        int count = 0;
        int position = start;
        while (true)
        {
            if (_trimsLeading)
            {
                while (position < text.Length && text[position] <= ' ' && text[position] != _separator && text[position] != newLine)
                    position++;
            }
            if (position >= text.Length || text[position] == newLine)
            {
                // Nothing behind the last separator is a field too; nothing at all is no record.
                if (count > 0 || position > start)
                    Keep(fields, at, width, count++, 0, -1);
                start = Math.Min(position + 1, text.Length);
                return count;
            }
            if (text[position] == _separator)
            {
                Keep(fields, at, width, count++, 0, -1);
                position++;
                continue;
            }
            int end = text[position] == _quote
                ? Quoted(text, position, newLine, fields, at, width, count)
                : Unquoted(text, position, newLine, fields, at, width, count);
            count++;
            if (end >= text.Length || text[end] == newLine)
            {
                start = Math.Min(end + 1, text.Length);
                return count;
            }
            position = end + 1;
        }
    }

    private static void Keep(FieldTable fields, int at, int width, int index, int start, int length)
    {
        if (index >= width)
            return;
        fields.Starts[at + index] = start;
        fields.Lengths[at + index] = length;
    }

    // Inside quotes every line end is a line feed.
    private static void KeepWithLineEnds(FieldTable fields, int at, int width, int index, ReadOnlySpan<byte> value, int newLine)
    {
        int start = fields.Scratch.Written.Length;
        fields.Scratch.Append(value);
        fields.Scratch.Writable[start..].Replace((byte)newLine, (byte)'\n');
        Keep(fields, at, width, index, ~start, value.Length);
    }

    private int Unquoted(ReadOnlySpan<byte> text, int position, int newLine, FieldTable fields, int at, int width, int index)
    {
        ReadOnlySpan<byte> rest = text[position..];
        int length = newLine < 0 ? rest.IndexOf(_separator) : rest.IndexOfAny(_separator, (byte)newLine);
        if (length < 0)
            length = rest.Length;
        int kept = length;
        if (_trimsTrailing)
        {
            while (kept > 0 && rest[kept - 1] <= ' ')
                kept--;
        }
        Keep(fields, at, width, index, position, kept == 0 ? -1 : kept);
        return position + length;
    }

    private int Quoted(ReadOnlySpan<byte> text, int position, int newLine, FieldTable fields, int at, int width, int index)
    {
        // The usual case: no escape inside, and the quote ends the field.
        ReadOnlySpan<byte> inside = text[(position + 1)..];
        int stop = inside.IndexOfAny(_quotedStops);
        if (stop > 0 && inside[stop] == _quote && (stop + 1 == inside.Length || inside[stop + 1] == _separator || inside[stop + 1] == newLine))
        {
            if (newLine > '\n' && inside[..stop].Contains((byte)newLine))
                KeepWithLineEnds(fields, at, width, index, inside[..stop], newLine);
            else
                Keep(fields, at, width, index, position + 1, stop);
            return position + 1 + stop + 1;
        }
        _value.Clear();
        _unescaped = false;
        _trims = false;
        _hasQuoteInFront = false;
        _prev = 0;
        _ch = _quote;
        _position = position + 1;
        bool ended = !ParseQuoted(text, newLine);
        bool isValue = true;
        if (ended)
            isValue = ValueAtEnd(newLine) || _value.Written.Length > 0;
        ReadOnlySpan<byte> value = _value.Written;
        if (_trims)
        {
            while (value.Length > 0 && value[^1] <= ' ')
                value = value[..^1];
        }
        if (!isValue)
        {
            Keep(fields, at, width, index, 0, -1);
        }
        else if (index < width)
        {
            int scratch = fields.Scratch.Written.Length;
            if (_hasQuoteInFront)
                fields.Scratch.Append((byte)_quote);
            fields.Scratch.Append(value.IsEmpty && !_hasQuoteInFront ? _emptyText : value);
            if (newLine > '\n')
                fields.Scratch.Writable[scratch..].Replace((byte)newLine, (byte)'\n');
            Keep(fields, at, width, index, ~scratch, fields.Scratch.Written.Length - scratch);
        }
        return ended ? text.Length : _position - 1;
    }

    // The methods below return false at the end of the text. When they return true, _ch is the separator or newline before _position.
    private bool Next(ReadOnlySpan<byte> text)
    {
        if (_position >= text.Length)
            return false;
        _ch = text[_position++];
        return true;
    }

    private bool IsEnd(int newLine) => _ch == _separator || (newLine >= 0 && _ch == newLine);

    private bool ParseQuoted(ReadOnlySpan<byte> text, int newLine)
    {
        if (!Next(text))
            return false;
        while (true)
        {
            if (_prev == _quote && (_ch <= ' ' || IsEnd(newLine)))
                break;
            if (_ch != _quote && _ch != _escape)
            {
                if (_prev == _quote)
                {
                    _unescaped = true;
                    _value.Append((byte)_quote);
                    _value.Append((byte)_ch);
                    _prev = _ch;
                    return ParseToSeparator(text, newLine);
                }
                if (_prev == _escape)
                    _value.Append((byte)_escape);
                int start = _position - 1;
                int length = text[start..].IndexOfAny(_quotedStops);
                if (length < 0)
                {
                    _value.Append(text[start..]);
                    return false;
                }
                _value.Append(text.Slice(start, length));
                _position = start + length + 1;
                _ch = text[_position - 1];
                _prev = _ch;
                if (!Next(text))
                    return false;
            }
            else
            {
                if (!ProcessQuoteEscape(text, newLine))
                    return false;
                _prev = _ch;
                if (!Next(text))
                    return false;
                if (_unescaped && IsEnd(newLine))
                    return true;
            }
        }
        return IsEnd(newLine) || ParseAfterQuote(text, newLine);
    }

    // Blanks after the closing quote don't count; anything else makes the quote a part of the value.
    private bool ParseAfterQuote(ReadOnlySpan<byte> text, int newLine)
    {
        _blanks.Clear();
        do
        {
            _blanks.Append((byte)_ch);
            if (!Next(text))
                return false;
            if (newLine >= 0 && _ch == newLine)
                return true;
        }
        while (_ch <= ' ' && _ch != _separator);
        if (_ch == _separator)
            return true;
        _value.Append((byte)_quote);
        _value.Append(_blanks.Written);
        _value.Append((byte)_ch);
        _prev = _ch;
        return ParseToSeparator(text, newLine);
    }

    private bool ParseToSeparator(ReadOnlySpan<byte> text, int newLine)
    {
        _hasQuoteInFront = true;
        if (!Next(text))
            return false;
        _trims = _trimsTrailing;
        while (!IsEnd(newLine))
        {
            _value.Append((byte)_ch);
            if (!Next(text))
                return false;
        }
        return true;
    }

    private bool ProcessQuoteEscape(ReadOnlySpan<byte> text, int newLine)
    {
        if (_ch == _escape && _prev == _escapeEscape)
        {
            _value.Append((byte)_escape);
            _ch = 0;
        }
        else if (_prev == _escape)
        {
            if (_ch == _quote)
            {
                _value.Append((byte)_quote);
                _ch = 0;
            }
            else
            {
                _value.Append((byte)_prev);
            }
        }
        else if (_ch == _quote && _prev == _quote)
        {
            _value.Append((byte)_quote);
        }
        else if (_prev == _quote)
        {
            _value.Append((byte)_quote);
            _prev = _ch;
            return ParseProcessingEscape(text, newLine);
        }
        return true;
    }

    private bool ParseProcessingEscape(ReadOnlySpan<byte> text, int newLine)
    {
        while (!IsEnd(newLine))
        {
            if (_ch != _quote && _ch != _escape)
            {
                if (_prev == _quote)
                {
                    _value.Append((byte)_quote);
                    _prev = _ch;
                    return ParseProcessingEscape(text, newLine);
                }
                _value.Append((byte)_ch);
            }
            else if (!ProcessQuoteEscape(text, newLine))
            {
                return false;
            }
            _prev = _ch;
            if (!Next(text))
                return false;
        }
        return true;
    }

    // Whether the text ended in a value, even an empty one.
    private bool ValueAtEnd(int newLine)
    {
        if (_ch == _quote)
        {
            if (_prev == _quote)
                return true;
            if (!_unescaped)
                _value.Append((byte)_quote);
        }
        return _prev != 0 && !IsEnd(newLine);
    }
}
