using Spark.Connect;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>
/// Turns the text of an expression into Spark Connect's <see cref="Expression"/> by the <c>namedExpression</c> rule of Spark 4.2's grammar, so that it means
/// here what it means to a Connect server. Operators are parsed by precedence climbing. No keyword is reserved: one that can't be an operator where it stands
/// is a name, so that <c>a and</c> is the column <c>a</c> under the alias "and", as in Spark.
/// </summary>
/// <remarks>
/// Which call stands for which syntax is in <see cref="FunctionNames"/>. Where Spark rewrites syntax while parsing (<c>count(*)</c>, <c>IS TRUE</c>,
/// <c>POSITION(a IN b)</c>) the same is done here.
/// Differences from Spark: <c>LIKE ANY</c> and its kin become the disjunctions or conjunctions that they abbreviate, under whose name a column without an alias
/// appears; a column named <c>not</c> needs backquotes before an operand or a keyword; an error inside a type's angle brackets points at its place, where
/// Spark points at the bracket.
/// </remarks>
internal sealed partial class ExpressionParser
{
    private readonly SqlTokenStream _tokens;
    private readonly DataTypeParser _types;
    private readonly ExpressionParserOptions _options;

    /// <summary>Names of the lambda parameters in scope, the innermost last.</summary>
    private readonly List<string> _variables = [];

    /// <summary>What is wrong with the first well-formed part that has no meaning, such as a date that doesn't exist.</summary>
    private SparkException? _meaningless;

    private int _positionalParameters;

    private ExpressionParser(string text, ExpressionParserOptions options)
    {
        _tokens = new SqlTokenStream(text, underlinesParts: true);
        _types = new DataTypeParser(_tokens);
        _options = options;
    }

    /// <summary>The expression that the whole text is, perhaps with an alias.</summary>
    /// <exception cref="ParseException">The text is not an expression; class, SQLSTATE and message are Spark's.</exception>
    /// <exception cref="SparkUnsupportedOperationException">The text is Spark SQL, but of a kind that expressions here can't hold, such as a subquery.</exception>
    public static Expression Parse(string text, ExpressionParserOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ExpressionParser(text, options);
        parser._tokens.RefuseEmpty();
        var expression = parser.ReadNamed();
        parser._tokens.Expect(SqlTokenKind.End);
        return parser._meaningless is null ? expression : throw parser._meaningless;
    }

    /// <summary>An expression and what it is called: <c>a + 1 AS b</c>, <c>stack(…) AS (x, y)</c>.</summary>
    private Expression ReadNamed()
    {
        var expression = ReadBoolean();
        if (_tokens.Is(SqlKeyword.As) && (_tokens.Peek(1).IsName || _tokens.Peek(1).Kind == SqlTokenKind.LeftParen))
        {
            _tokens.Take();
            return ReadAlias(expression);
        }

        return _tokens.Current.IsName || _tokens.Is(SqlTokenKind.LeftParen) ? ReadAlias(expression) : expression;
    }

    private Expression ReadAlias(Expression expression)
    {
        if (!_tokens.TryTake(SqlTokenKind.LeftParen))
            return Messages.Alias(expression, _tokens.TakeDeclaredName());
        var names = new List<string>();
        do
        {
            names.Add(_tokens.TakeDeclaredName());
        }
        while (_tokens.TryTake(SqlTokenKind.Comma));
        _tokens.Expect(SqlTokenKind.RightParen);
        return Messages.Alias(expression, names);
    }

    private Expression ReadBoolean()
    {
        GuardStack();
        var left = ReadAnd();
        while (_tokens.Is(SqlKeyword.Or) && StartsOperand(_tokens.Peek(1)))
        {
            _tokens.Take();
            left = Messages.Call(FunctionNames.Or, left, ReadAnd());
        }

        return left;
    }

    private Expression ReadAnd() => ContinueAnd(ReadNot());

    private Expression ContinueAnd(Expression left)
    {
        while (_tokens.Is(SqlKeyword.And) && StartsOperand(_tokens.Peek(1)))
        {
            _tokens.Take();
            left = Messages.Call(FunctionNames.And, left, ReadNot());
        }

        return left;
    }

    /// <summary>Goes on with an expression whose first operand has been read.</summary>
    private Expression ContinueBoolean(Expression operand)
    {
        var left = ContinueAnd(ReadPredicate(ContinueValue(operand, 1)));
        while (_tokens.Is(SqlKeyword.Or) && StartsOperand(_tokens.Peek(1)))
        {
            _tokens.Take();
            left = Messages.Call(FunctionNames.Or, left, ReadAnd());
        }

        return left;
    }

    private Expression ReadNot()
    {
        if (_tokens.Is(SqlTokenKind.Bang) || (_tokens.Is(SqlKeyword.Not) && StartsOperand(_tokens.Peek(1)) && _tokens.Peek(1).Kind != SqlTokenKind.Asterisk))
        {
            GuardStack();
            _tokens.Take();
            return Messages.Not(ReadNot());
        }

        if (_tokens.Is(SqlKeyword.Exists) && _tokens.Peek(1).Kind == SqlTokenKind.LeftParen && StartsQuery(2))
            throw Unsupported("subquery in EXISTS", _tokens.Current.Start);
        return ReadPredicate(ReadValue(1));
    }

    /// <summary>Whether the token can begin an operand. Any word can, being at least a name.</summary>
    private static bool StartsOperand(SqlToken token) => token.IsName || token.IsString || token.IsNumber || token.Kind is SqlTokenKind.LeftParen
        or SqlTokenKind.Minus or SqlTokenKind.Plus or SqlTokenKind.Tilde or SqlTokenKind.Bang or SqlTokenKind.Asterisk or SqlTokenKind.Question or SqlTokenKind.Colon;

    /// <summary>Whether a query begins there; <c>select</c> and the others are columns too.</summary>
    private bool StartsQuery(int offset)
    {
        var next = _tokens.Peek(offset + 1);
        return _tokens.Peek(offset).Keyword switch
        {
            SqlKeyword.Select => StartsOperand(next),
            SqlKeyword.With or SqlKeyword.From => next.IsName,
            _ => false,
        };
    }

    /// <summary>Operands and operators that bind at least as tightly as <paramref name="minimum"/>.</summary>
    private Expression ReadValue(int minimum) => ContinueValue(ReadUnary(), minimum);

    private Expression ContinueValue(Expression left, int minimum)
    {
        while (true)
        {
            var (name, precedence) = BinaryOperator(_tokens.Current);
            if (precedence < Math.Max(minimum, 1) || (_tokens.Is(SqlKeyword.Div) && !StartsOperand(_tokens.Peek(1))))
                return left;
            var isNotEqual = _tokens.Is(SqlTokenKind.NotEqual);
            _tokens.Take();
            var right = ReadValue(precedence + 1);
            left = Messages.Call(name, left, right);
            if (isNotEqual)
                left = Messages.Not(left);
        }
    }

    /// <summary>The call for a binary operator and how tightly it binds: comparison 1, | 2, ^ 3, &amp; 4, shifts 5, + - || 6, * / % DIV 7. All are left-associative.</summary>
    private static (string Name, int Precedence) BinaryOperator(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Equal or SqlTokenKind.NotEqual => (FunctionNames.Equal, 1),
        SqlTokenKind.NullSafeEqual => (FunctionNames.NullSafeEqual, 1),
        SqlTokenKind.Less => (FunctionNames.Less, 1),
        SqlTokenKind.LessOrEqual => (FunctionNames.LessOrEqual, 1),
        SqlTokenKind.Greater => (FunctionNames.Greater, 1),
        SqlTokenKind.GreaterOrEqual => (FunctionNames.GreaterOrEqual, 1),
        SqlTokenKind.Pipe => (FunctionNames.BitwiseOr, 2),
        SqlTokenKind.Hat => (FunctionNames.BitwiseXor, 3),
        SqlTokenKind.Ampersand => (FunctionNames.BitwiseAnd, 4),
        SqlTokenKind.ShiftLeft => (FunctionNames.ShiftLeft, 5),
        SqlTokenKind.ShiftRight => (FunctionNames.ShiftRight, 5),
        SqlTokenKind.ShiftRightUnsigned => (FunctionNames.ShiftRightUnsigned, 5),
        SqlTokenKind.Plus => (FunctionNames.Add, 6),
        SqlTokenKind.Minus => (FunctionNames.Subtract, 6),
        SqlTokenKind.Concat => (FunctionNames.Concat, 6),
        SqlTokenKind.Asterisk => (FunctionNames.Multiply, 7),
        SqlTokenKind.Slash => (FunctionNames.Divide, 7),
        SqlTokenKind.Percent => (FunctionNames.Remainder, 7),
        SqlTokenKind.Word when token.Keyword == SqlKeyword.Div => (FunctionNames.IntegralDivide, 7),
        _ => ("", 0),
    };

    private Expression ReadUnary()
    {
        GuardStack();
        var name = _tokens.Current.Kind switch
        {
            SqlTokenKind.Minus when !_tokens.Peek(1).IsNumber => FunctionNames.UnaryMinus,
            SqlTokenKind.Plus => FunctionNames.Positive,
            SqlTokenKind.Tilde => FunctionNames.BitwiseNot,
            _ => null,
        };
        if (name is null)
            return ReadPostfix();
        _tokens.Take();
        return Messages.Call(name, ReadUnary());
    }
}
