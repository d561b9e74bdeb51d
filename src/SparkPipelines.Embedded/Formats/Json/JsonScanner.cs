namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>
/// Walks over JSON text and checks it as Jackson does under Spark's settings: single quotes and numbers such as <c>NaN</c> where allowed.
/// Values are skipped whole; their slices are converted later, column by column.
/// </summary>
internal ref struct JsonScanner(ReadOnlySpan<byte> text, bool singleQuotes, bool nonNumeric)
{
    private const int MaxDepth = 1000;

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly bool _singleQuotes = singleQuotes;
    private readonly bool _nonNumeric = nonNumeric;
    private int _depth;

    /// <summary>Where the scanner is.</summary>
    internal int Position { get; private set; }

    /// <summary>The byte at the scanner's place after blanks, or 0 at the end.</summary>
    internal byte Peek()
    {
        while (Position < _text.Length && _text[Position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            Position++;
        return Position < _text.Length ? _text[Position] : (byte)0;
    }

    /// <summary>Steps over a byte after blanks, if it is there.</summary>
    internal bool Take(byte expected)
    {
        if (Peek() != expected)
            return false;
        Position++;
        return true;
    }

    /// <summary>Steps over a value.</summary>
    /// <returns>False when it is no JSON.</returns>
    internal bool Skip(out int start, out int length)
    {
        byte first = Peek();
        start = Position;
        bool fits = first switch
        {
            (byte)'{' => SkipObject(),
            (byte)'[' => SkipArray(),
            (byte)'"' => SkipString(),
            (byte)'\'' => _singleQuotes && SkipString(),
            (byte)'t' => SkipWord("true"u8),
            (byte)'f' => SkipWord("false"u8),
            (byte)'n' => SkipWord("null"u8),
            (byte)'N' => _nonNumeric && SkipWord("NaN"u8),
            (byte)'I' => _nonNumeric && SkipWord("Infinity"u8),
            _ => SkipNumber(),
        };
        length = Position - start;
        return fits;
    }

    /// <summary>Steps over a field's name, quotes included.</summary>
    internal bool SkipName(out int start, out int length)
    {
        byte first = Peek();
        start = Position;
        bool fits = (first == '"' || (first == '\'' && _singleQuotes)) && SkipString();
        length = Position - start;
        return fits && Take((byte)':');
    }

    private bool SkipObject()
    {
        Position++;
        if (++_depth > MaxDepth)
            return false;
        if (Take((byte)'}'))
        {
            _depth--;
            return true;
        }
        do
        {
            if (!SkipName(out _, out _) || !Skip(out _, out _))
                return false;
        }
        while (Take((byte)','));
        _depth--;
        return Take((byte)'}');
    }

    private bool SkipArray()
    {
        Position++;
        if (++_depth > MaxDepth)
            return false;
        if (Take((byte)']'))
        {
            _depth--;
            return true;
        }
        do
        {
            if (!Skip(out _, out _))
                return false;
        }
        while (Take((byte)','));
        _depth--;
        return Take((byte)']');
    }

    private bool SkipString()
    {
        byte quote = _text[Position++];
        while (Position < _text.Length)
        {
            byte b = _text[Position++];
            if (b == quote)
                return true;
            if (b < ' ')
                return false;
            if (b == '\\' && !SkipEscape(quote))
                return false;
        }
        return false;
    }

    private bool SkipEscape(byte quote)
    {
        if (Position >= _text.Length)
            return false;
        byte b = _text[Position++];
        if (b != 'u')
            return b is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' || (b == '\'' && quote == '\'');
        for (int i = 0; i < 4; i++, Position++)
        {
            if (Position >= _text.Length || !char.IsAsciiHexDigit((char)_text[Position]))
                return false;
        }
        return true;
    }

    private bool SkipWord(ReadOnlySpan<byte> word)
    {
        if (!_text[Position..].StartsWith(word))
            return false;
        Position += word.Length;
        return IsAtEnd();
    }

    private bool SkipNumber()
    {
        int start = Position;
        if (Position < _text.Length && _text[Position] is (byte)'-' or (byte)'+')
        {
            bool plus = _text[Position++] == '+';
            if (Position < _text.Length && _text[Position] == 'I')
                return _nonNumeric && (SkipWord("Infinity"u8) || SkipWord("INF"u8));
            if (plus)
                return false;
        }
        int digits = SkipDigits();
        if (digits == 0 || (digits > 1 && _text[Position - digits] == '0'))
            return false;
        if (Position < _text.Length && _text[Position] == '.')
        {
            Position++;
            if (SkipDigits() == 0)
                return false;
        }
        if (Position < _text.Length && _text[Position] is (byte)'e' or (byte)'E')
        {
            Position++;
            if (Position < _text.Length && _text[Position] is (byte)'-' or (byte)'+')
                Position++;
            if (SkipDigits() == 0)
                return false;
        }
        return Position > start && IsAtEnd();
    }

    private int SkipDigits()
    {
        int start = Position;
        while (Position < _text.Length && char.IsAsciiDigit((char)_text[Position]))
            Position++;
        return Position - start;
    }

    // Words and numbers must not run into other letters.
    private readonly bool IsAtEnd() =>
        Position >= _text.Length || _text[Position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',' or (byte)'}' or (byte)']';
}
