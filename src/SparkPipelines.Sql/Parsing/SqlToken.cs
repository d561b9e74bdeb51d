namespace SparkPipelines.Sql.Parsing;

internal enum SqlTokenKind : byte
{
    End,

    /// <summary>A word without quotes. Spark reserves none of its keywords by default, so a word is a keyword only where the grammar asks for one.</summary>
    Word,
    BackquotedName,
    String,
    DoubleQuotedString,

    Integer,
    BigInt,
    SmallInt,
    TinyInt,
    Exponent,
    Decimal,
    Float,
    Double,
    BigDecimal,

    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    Comma,
    Dot,
    Semicolon,
    Bang,
    Equal,
    NullSafeEqual,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Plus,
    Minus,
    Asterisk,
    Slash,
    Percent,
    Tilde,
    Ampersand,
    Pipe,
    Concat,
    OperatorPipe,
    Hat,
    Colon,
    DoubleColon,
    Arrow,
    FatArrow,
    HintStart,
    HintEnd,
    Question,

    /// <summary>A character that begins nothing in Spark SQL, among them the quote of a string that is never closed.</summary>
    Unknown,
}

/// <summary>A token by its place in the text: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, SqlKeyword Keyword, int Start, int End)
{
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.BackquotedName;

    public bool IsString => Kind is SqlTokenKind.String or SqlTokenKind.DoubleQuotedString;

    public bool IsNumber => Kind is >= SqlTokenKind.Integer and <= SqlTokenKind.BigDecimal;
}
