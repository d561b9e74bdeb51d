namespace SparkPipelines.Sql.Parsing;

/// <summary>The tokens of one text and the place that parsing has reached; shared by the parsers of types and of expressions.</summary>
internal sealed class SqlTokenStream
{
    private readonly SqlToken[] _tokens;
    private int _index;

    /// <exception cref="ParseException">A bracketed comment is not closed.</exception>
    public SqlTokenStream(string source, bool underlinesParts)
    {
        Source = source;
        UnderlinesParts = underlinesParts;
        _tokens = SqlLexer.Tokenize(source, out var hasUnclosedComment);
        if (hasUnclosedComment)
            throw SqlParseError.UnclosedComment(source);
    }

    public string Source { get; }

    /// <summary>Whether Spark, parsing this kind of text, underlines the failing part (expressions) or only points at its start (schemas).</summary>
    public bool UnderlinesParts { get; }

    public SqlToken Current => _tokens[_index];

    /// <summary>The end of the token before the current one.</summary>
    public int PreviousEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    public SqlToken Peek(int offset) => _tokens[Math.Min(_index + offset, _tokens.Length - 1)];

    public string Text(SqlToken token) => Source[token.Start..token.End];

    public bool Is(SqlTokenKind kind) => Current.Kind == kind;

    public bool Is(SqlKeyword keyword) => Current.Keyword == keyword;

    public bool Is(SqlKeyword first, SqlKeyword second) => Current.Keyword == first && Peek(1).Keyword == second;

    public SqlToken Take()
    {
        var token = Current;
        if (token.Kind != SqlTokenKind.End)
            _index++;
        return token;
    }

    public bool TryTake(SqlTokenKind kind)
    {
        if (!Is(kind))
            return false;
        Take();
        return true;
    }

    public bool TryTake(SqlKeyword keyword)
    {
        if (!Is(keyword))
            return false;
        Take();
        return true;
    }

    /// <summary>Fails on a text of nothing but blanks.</summary>
    public void RefuseEmpty()
    {
        if (Is(SqlTokenKind.End) && string.IsNullOrWhiteSpace(Source))
            throw SqlParseError.At(Source, Source.Length, "PARSE_EMPTY_STATEMENT", "42617", "Syntax error, unexpected empty statement.");
    }

    /// <summary>Takes the token or fails; <paramref name="namesMissing"/> has the error say which token is missing, as Spark does where nothing else can follow.</summary>
    public void Expect(SqlTokenKind kind, bool namesMissing = false)
    {
        if (TryTake(kind))
            return;
        if (Current.Kind != SqlTokenKind.End && Peek(1).Kind == kind)
            throw ExtraInput();
        throw namesMissing ? Missing($"'{Spelling(kind)}'") : SyntaxError();
    }

    public void Expect(SqlKeyword keyword, bool namesMissing = false)
    {
        if (TryTake(keyword))
            return;
        if (Current.Kind != SqlTokenKind.End && Peek(1).Keyword == keyword)
            throw ExtraInput();
        throw namesMissing ? Missing($"'{keyword.Text()}'") : SyntaxError();
    }

    /// <summary>Takes a <c>&gt;</c>, which may be the first character of a shift operator, as at the end of <c>array&lt;array&lt;int&gt;&gt;</c>.</summary>
    public void ExpectClosingAngle(bool namesMissing)
    {
        if (Current.Kind is SqlTokenKind.ShiftRight or SqlTokenKind.ShiftRightUnsigned)
        {
            var rest = Current.Kind == SqlTokenKind.ShiftRight ? SqlTokenKind.Greater : SqlTokenKind.ShiftRight;
            _tokens[_index] = Current with { Kind = rest, Start = Current.Start + 1 };
            return;
        }

        Expect(SqlTokenKind.Greater, namesMissing);
    }

    /// <summary>Takes a name: any word, or what stands in backquotes.</summary>
    public string TakeName()
    {
        if (!Current.IsName)
            throw SyntaxError();
        var token = Take();
        if (token.Kind == SqlTokenKind.BackquotedName)
            return SqlStrings.UnquoteName(Source.AsSpan(token.Start, token.End - token.Start));
        var name = Text(token);
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
                throw InvalidName(name, token.Start);
        }

        return name;
    }

    /// <summary>Takes a name where no expression can stand, and so refuses <c>test-table</c> with the advice to quote it.</summary>
    public string TakeDeclaredName()
    {
        var name = TakeName();
        if (!Is(SqlTokenKind.Minus) || !Peek(1).IsName)
            return name;
        var dash = Current.Start;
        while (Is(SqlTokenKind.Minus) && Peek(1).IsName)
        {
            Take();
            name += "-" + TakeName();
        }

        throw InvalidName(name, dash);
    }

    /// <summary>Takes one string literal.</summary>
    public string TakeString()
    {
        if (!Current.IsString)
            throw SyntaxError();
        var token = Take();
        return SqlStrings.Unquote(Source.AsSpan(token.Start, token.End - token.Start));
    }

    public ParseException SyntaxError() => SyntaxError(Current, "");

    public ParseException SyntaxError(SqlToken token, string hint)
    {
        var near = token.Kind == SqlTokenKind.End ? "end of input" : $"'{Text(token)}'";
        return SqlParseError.At(
            Source, token.Start, "PARSE_SYNTAX_ERROR", "42601", $"Syntax error at or near {near}{hint}.", ("error", near), ("hint", hint));
    }

    /// <summary>An error that concerns the text from <paramref name="start"/> to the end of the last token taken.</summary>
    public ParseException Error(int start, string errorClass, string sqlState, string message, params (string Name, string Value)[] parameters) => UnderlinesParts
        ? SqlParseError.In(Source, start, PreviousEnd, errorClass, sqlState, message, parameters)
        : SqlParseError.At(Source, start, errorClass, sqlState, message, parameters);

    private ParseException ExtraInput() => SyntaxError(Current, $": extra input '{Text(Current)}'");

    private ParseException Missing(string what) => SyntaxError(Current, $": missing {what}");

    private ParseException InvalidName(string name, int position) => SqlParseError.At(
        Source,
        position,
        "INVALID_IDENTIFIER",
        "42602",
        $"The unquoted identifier {name} is invalid and must be back quoted as: `{name}`.\n"
        + "Unquoted identifiers can only contain ASCII letters ('a' - 'z', 'A' - 'Z'), digits ('0' - '9'), and underbar ('_').\n"
        + "Unquoted identifiers must also not start with a digit.\n"
        + "Different data sources and meta stores may impose additional restrictions on valid identifiers.",
        ("ident", name));

    private static string Spelling(SqlTokenKind kind) => kind switch
    {
        SqlTokenKind.LeftParen => "(",
        SqlTokenKind.RightParen => ")",
        SqlTokenKind.RightBracket => "]",
        SqlTokenKind.Greater => ">",
        SqlTokenKind.Comma => ",",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The token has no spelling for messages."),
    };
}
