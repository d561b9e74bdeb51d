namespace SparkPipelines.Sql.Parsing;

/// <summary>Splits text into tokens by the rules of Spark 4.2's SqlBaseLexer: the longest match wins, comments and blanks fall away.</summary>
internal ref struct SqlLexer
{
    private readonly ReadOnlySpan<char> _text;
    private readonly List<SqlToken> _tokens;
    private int _position;

    private SqlLexer(ReadOnlySpan<char> text)
    {
        _text = text;
        _tokens = new List<SqlToken>((text.Length / 4) + 2);
    }

    /// <summary>All tokens of the text; the last one is <see cref="SqlTokenKind.End"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasUnclosedComment">Whether a bracketed comment runs off the end.</param>
    public static SqlToken[] Tokenize(string text, out bool hasUnclosedComment)
    {
        var lexer = new SqlLexer(text);
        hasUnclosedComment = false;
        while (lexer.SkipBlanksAndComments(ref hasUnclosedComment))
            lexer.ReadToken();
        lexer._tokens.Add(new SqlToken(SqlTokenKind.End, SqlKeyword.None, text.Length, text.Length));
        return [.. lexer._tokens];
    }

    private readonly char At(int index) => index < _text.Length ? _text[index] : '\0';

    private readonly char Ahead(int offset) => At(_position + offset);

    private bool SkipBlanksAndComments(ref bool hasUnclosedComment)
    {
        while (_position < _text.Length)
        {
            var current = _text[_position];
            if (IsBlank(current))
                _position++;
            else if (current == '-' && Ahead(1) == '-')
                SkipLineComment();
            else if (current == '/' && Ahead(1) == '*' && Ahead(2) != '+')
                hasUnclosedComment |= !SkipBracketedComment();
            else
                return true;
        }

        return false;
    }

    private void SkipLineComment()
    {
        // A backslash before the line's end carries the comment on to the next line.
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r'))
            _position += _text[_position] == '\\' && Ahead(1) == '\n' ? 2 : 1;
    }

    private bool SkipBracketedComment()
    {
        var depth = 0;
        while (_position < _text.Length)
        {
            if (_text[_position] == '/' && Ahead(1) == '*' && (depth == 0 || Ahead(2) != '+'))
            {
                depth++;
                _position += 2;
            }
            else if (_text[_position] == '*' && Ahead(1) == '/')
            {
                _position += 2;
                if (--depth == 0)
                    return true;
            }
            else
            {
                _position++;
            }
        }

        return false;
    }

    private void ReadToken()
    {
        var start = _position;
        var current = _text[start];
        if (char.IsAsciiDigit(current) || (current == '.' && char.IsAsciiDigit(Ahead(1))))
        {
            if (!TryReadNumber())
                ReadWordOrSymbol(current);
        }
        else if (current is '\'' or '"')
        {
            ReadQuoted(start);
        }
        else if (current is 'r' or 'R' && Ahead(1) is '\'' or '"' && _text[(start + 2)..].IndexOf(Ahead(1)) is >= 0 and var length)
        {
            Add(SqlTokenKind.String, start + length + 3);
        }
        else if (current == '`')
        {
            ReadBackquoted(start);
        }
        else
        {
            ReadWordOrSymbol(current);
        }
    }

    private void ReadWordOrSymbol(char current)
    {
        if (IsWordPart(current))
        {
            var end = _position + 1;
            while (IsWordPart(At(end)))
                end++;
            if (At(end) == ':' && At(end + 1) == '/' && At(end + 2) == '/' && IsUriPart(At(end + 3)))
            {
                end += 3;
                while (IsUriPart(At(end)))
                    end++;
            }

            Add(SqlTokenKind.Word, end, SqlKeywords.Find(_text[_position..end]));
        }
        else
        {
            var (kind, length) = Symbol(current);
            Add(kind, _position + length);
        }
    }

    /// <summary>A string; two quotes in a row are one within it, unless no other quote closes it.</summary>
    private void ReadQuoted(int start)
    {
        var quote = _text[start];
        var kind = quote == '\'' ? SqlTokenKind.String : SqlTokenKind.DoubleQuotedString;
        var doubled = -1;
        for (var index = start + 1; index < _text.Length; index++)
        {
            if (_text[index] == '\\')
            {
                index++;
            }
            else if (_text[index] == quote && At(index + 1) == quote)
            {
                doubled = index++;
            }
            else if (_text[index] == quote)
            {
                Add(kind, index + 1);
                return;
            }
        }

        Add(doubled < 0 ? SqlTokenKind.Unknown : kind, (doubled < 0 ? start : doubled) + 1);
    }

    private void ReadBackquoted(int start)
    {
        for (var index = start + 1; index < _text.Length; index++)
        {
            if (_text[index] != '`')
                continue;
            if (At(index + 1) != '`')
            {
                Add(SqlTokenKind.BackquotedName, index + 1);
                return;
            }

            index++;
        }

        // Unclosed: the last doubled quote, read as one, may still close the name, as the longest match that there is.
        var last = _text.LastIndexOf('`');
        Add(last > start ? SqlTokenKind.BackquotedName : SqlTokenKind.Unknown, last > start ? last : start + 1);
    }

    /// <summary>A number, unless a word that begins with the same digits is longer (<c>1a</c>) or the point belongs to something else (<c>1.a</c>).</summary>
    private bool TryReadNumber()
    {
        var end = SkipDigits(_position);
        if (At(end) == '.' || _text[_position] == '.')
        {
            var pointEnd = SkipDigits(end + 1);
            var kind = Suffix(ref pointEnd, SqlTokenKind.Decimal);
            if (!IsAsciiWordPart(At(pointEnd)))
            {
                Add(kind, pointEnd);
                return true;
            }

            if (_text[_position] == '.')
                return false;
        }

        var plain = Suffix(ref end, SqlTokenKind.Integer);
        if (IsWordPart(At(end)))
            return false;
        Add(plain, end);
        return true;
    }

    private readonly SqlTokenKind Suffix(ref int end, SqlTokenKind withoutSuffix)
    {
        var kind = withoutSuffix;
        if (At(end) is 'e' or 'E')
        {
            var digits = At(end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (char.IsAsciiDigit(At(digits)))
            {
                end = SkipDigits(digits);
                kind = SqlTokenKind.Exponent;
            }
        }

        var whole = kind == SqlTokenKind.Integer;
        var (suffix, length) = char.ToUpperInvariant(At(end)) switch
        {
            'L' when whole => (SqlTokenKind.BigInt, 1),
            'S' when whole => (SqlTokenKind.SmallInt, 1),
            'Y' when whole => (SqlTokenKind.TinyInt, 1),
            'F' => (SqlTokenKind.Float, 1),
            'D' => (SqlTokenKind.Double, 1),
            'B' when At(end + 1) is 'd' or 'D' => (SqlTokenKind.BigDecimal, 2),
            _ => (kind, 0),
        };
        end += length;
        return suffix;
    }

    private readonly int SkipDigits(int index)
    {
        while (char.IsAsciiDigit(At(index)))
            index++;
        return index;
    }

    private readonly (SqlTokenKind Kind, int Length) Symbol(char current) => current switch
    {
        '(' => (SqlTokenKind.LeftParen, 1),
        ')' => (SqlTokenKind.RightParen, 1),
        '[' => (SqlTokenKind.LeftBracket, 1),
        ']' => (SqlTokenKind.RightBracket, 1),
        ',' => (SqlTokenKind.Comma, 1),
        '.' => (SqlTokenKind.Dot, 1),
        ';' => (SqlTokenKind.Semicolon, 1),
        '=' => Ahead(1) switch { '=' => (SqlTokenKind.Equal, 2), '>' => (SqlTokenKind.FatArrow, 2), _ => (SqlTokenKind.Equal, 1) },
        '!' => Ahead(1) switch
        {
            '=' => (SqlTokenKind.NotEqual, 2),
            '>' => (SqlTokenKind.LessOrEqual, 2),
            '<' => (SqlTokenKind.GreaterOrEqual, 2),
            _ => (SqlTokenKind.Bang, 1),
        },
        '<' => Ahead(1) switch
        {
            '=' when Ahead(2) == '>' => (SqlTokenKind.NullSafeEqual, 3),
            '=' => (SqlTokenKind.LessOrEqual, 2),
            '>' => (SqlTokenKind.NotEqual, 2),
            '<' => (SqlTokenKind.ShiftLeft, 2),
            _ => (SqlTokenKind.Less, 1),
        },
        '>' => Ahead(1) switch
        {
            '=' => (SqlTokenKind.GreaterOrEqual, 2),
            '>' when Ahead(2) == '>' => (SqlTokenKind.ShiftRightUnsigned, 3),
            '>' => (SqlTokenKind.ShiftRight, 2),
            _ => (SqlTokenKind.Greater, 1),
        },
        '+' => (SqlTokenKind.Plus, 1),
        '-' => Ahead(1) == '>' ? (SqlTokenKind.Arrow, 2) : (SqlTokenKind.Minus, 1),
        '*' => Ahead(1) == '/' ? (SqlTokenKind.HintEnd, 2) : (SqlTokenKind.Asterisk, 1),
        '/' => Ahead(1) == '*' ? (SqlTokenKind.HintStart, 3) : (SqlTokenKind.Slash, 1),
        '%' => (SqlTokenKind.Percent, 1),
        '~' => (SqlTokenKind.Tilde, 1),
        '&' => (SqlTokenKind.Ampersand, 1),
        '|' => Ahead(1) switch { '|' => (SqlTokenKind.Concat, 2), '>' => (SqlTokenKind.OperatorPipe, 2), _ => (SqlTokenKind.Pipe, 1) },
        '^' => (SqlTokenKind.Hat, 1),
        ':' => Ahead(1) == ':' ? (SqlTokenKind.DoubleColon, 2) : (SqlTokenKind.Colon, 1),
        '?' => (SqlTokenKind.Question, 1),
        _ => (SqlTokenKind.Unknown, 1),
    };

    private void Add(SqlTokenKind kind, int end, SqlKeyword keyword = SqlKeyword.None)
    {
        _tokens.Add(new SqlToken(kind, keyword, _position, end));
        _position = end;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\f' or '\r' or '\v' or '\u00A0' or '\u1680'
        or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u202F' or '\u205F' or '\u3000';

    private static bool IsAsciiWordPart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private static bool IsWordPart(char character) => IsAsciiWordPart(character) || (character > '\u007F' && char.IsLetter(character));

    private static bool IsUriPart(char character) => IsWordPart(character) || character is '/' or '-' or '.' or '?' or '=' or '&' or '#' or '%';
}
