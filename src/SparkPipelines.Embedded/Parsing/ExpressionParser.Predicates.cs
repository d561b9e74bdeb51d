using Spark.Connect;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

/// <content>BETWEEN, IN, the LIKE family and IS, of which one may follow an operand.</content>
internal sealed partial class ExpressionParser
{
    private Expression ReadPredicate(Expression operand)
    {
        if (_tokens.Is(SqlKeyword.Is))
            return ReadIs(operand);
        var isNegated = _tokens.Is(SqlKeyword.Not) || _tokens.Is(SqlTokenKind.Bang);
        var offset = isNegated ? 1 : 0;
        var kind = _tokens.Peek(offset).Keyword;
        var follower = _tokens.Peek(offset + 1);
        var isPredicate = kind switch
        {
            SqlKeyword.In => follower.Kind == SqlTokenKind.LeftParen,
            SqlKeyword.Between or SqlKeyword.Like or SqlKeyword.Ilike or SqlKeyword.Rlike => StartsOperand(follower),
            _ => false,
        };
        if (!isPredicate)
            return operand;

        if (isNegated)
            TakeNot();
        var start = _tokens.Take().Start;
        return kind switch
        {
            SqlKeyword.Between => Negate(ReadBetween(operand), isNegated),
            SqlKeyword.In => Negate(ReadIn(operand, start), isNegated),
            SqlKeyword.Rlike => Negate(Messages.Call(FunctionNames.RLike, operand, ReadValue(1)), isNegated),
            _ => ReadLike(operand, kind == SqlKeyword.Like ? FunctionNames.Like : FunctionNames.ILike, isNegated, start),
        };
    }

    private static Expression Negate(Expression expression, bool isNegated) => isNegated ? Messages.Not(expression) : expression;

    /// <summary>NOT within a predicate; Spark 4 no longer takes <c>!</c> for it.</summary>
    private void TakeNot()
    {
        var token = _tokens.Take();
        if (token.Kind == SqlTokenKind.Bang)
        {
            throw _tokens.Error(
                token.Start,
                "SYNTAX_DISCONTINUED.BANG_EQUALS_NOT",
                "42601",
                "Support of the clause or keyword: ! has been discontinued in this context. The '!' keyword is only supported as an alias for the prefix operator 'NOT'.\n"
                + "Use the 'NOT' keyword instead for infix clauses such as `NOT LIKE`, `NOT IN`, `NOT BETWEEN`, etc.\n"
                + "To re-enable the '!' keyword, set \"spark.sql.legacy.bangEqualsNot\" to \"true\".",
                ("clause", "!"));
        }
    }

    private Expression ReadBetween(Expression operand)
    {
        var lower = ReadValue(1);
        _tokens.Expect(SqlKeyword.And, namesMissing: StartsOperand(_tokens.Current));
        return Messages.Call(FunctionNames.Between, operand, lower, ReadValue(1));
    }

    private Expression ReadIn(Expression operand, int start)
    {
        if (StartsQuery(1))
            throw Unsupported("subquery in IN", start);
        _tokens.Expect(SqlTokenKind.LeftParen);
        if (_tokens.TryTake(SqlTokenKind.RightParen))
        {
            throw _tokens.Error(
                start,
                "INVALID_SQL_SYNTAX.EMPTY_IN_PREDICATE",
                "42000",
                "Invalid SQL syntax: IN predicate requires at least one value. Empty IN clauses like 'IN ()' are not allowed. "
                + "Consider using 'WHERE FALSE' if you need an always-false condition, or provide at least one value in the IN list.",
                ("alternative", "WHERE FALSE"));
        }

        return Messages.Call(FunctionNames.In, [operand, .. ReadList()]);
    }

    /// <summary>Expressions up to the closing parenthesis.</summary>
    private List<Expression> ReadList()
    {
        var items = new List<Expression>();
        do
        {
            items.Add(ReadBoolean());
        }
        while (_tokens.TryTake(SqlTokenKind.Comma));
        _tokens.Expect(SqlTokenKind.RightParen);
        return items;
    }

    private Expression ReadLike(Expression operand, string function, bool isNegated, int start)
    {
        if (_tokens.Current.Keyword is SqlKeyword.Any or SqlKeyword.Some or SqlKeyword.All && _tokens.Peek(1).Kind == SqlTokenKind.LeftParen)
        {
            var isConjunction = _tokens.Take().Keyword == SqlKeyword.All;
            return ReadQuantifiedLike(operand, function, isConjunction, isNegated, start);
        }

        var pattern = ReadValue(1);
        if (!_tokens.Is(SqlKeyword.Escape) || !_tokens.Peek(1).IsString)
            return Negate(Messages.Call(function, operand, pattern), isNegated);
        _tokens.Take();
        var escape = _tokens.TakeString();
        if (escape.Length != 1)
        {
            throw _tokens.Error(
                start,
                "INVALID_ESC",
                "42604",
                $"Found an invalid escape string: '{escape}'. The escape string must contain only one character.",
                ("invalidEscape", $"'{escape}'"));
        }

        // The backslash is the default, and leaving it out keeps the name that Spark gives the column.
        return Negate(escape == "\\" ? Messages.Call(function, operand, pattern) : Messages.Call(function, operand, pattern, Messages.Of(escape)), isNegated);
    }

    private Expression ReadQuantifiedLike(Expression operand, string function, bool isConjunction, bool isNegated, int start)
    {
        _tokens.Expect(SqlTokenKind.LeftParen);
        if (_tokens.TryTake(SqlTokenKind.RightParen))
            throw LegacyError(start, "Expected something between '(' and ')'.");
        Expression? result = null;
        foreach (var pattern in ReadList())
        {
            // The operand stands in every part; messages are never shared, so each part has its own copy.
            var part = Negate(Messages.Call(function, result is null ? operand : operand.Clone(), pattern), isNegated);
            result = result is null ? part : Messages.Call(isConjunction ? FunctionNames.And : FunctionNames.Or, result, part);
        }

        return result!;
    }

    private Expression ReadIs(Expression operand)
    {
        var isNegated = _tokens.Peek(1).Keyword == SqlKeyword.Not || _tokens.Peek(1).Kind == SqlTokenKind.Bang;
        var kind = _tokens.Peek(isNegated ? 2 : 1).Keyword;
        if (kind is not (SqlKeyword.Null or SqlKeyword.True or SqlKeyword.False or SqlKeyword.Unknown or SqlKeyword.Distinct))
            return operand;
        _tokens.Take();
        if (isNegated)
            TakeNot();
        _tokens.Take();
        switch (kind)
        {
            case SqlKeyword.Distinct:
                _tokens.Expect(SqlKeyword.From, namesMissing: StartsOperand(_tokens.Current));
                return Negate(Messages.Call(FunctionNames.NullSafeEqual, operand, ReadValue(1)), !isNegated);
            case SqlKeyword.True or SqlKeyword.False:
                return Negate(Messages.Call(FunctionNames.NullSafeEqual, operand, Messages.Of(kind == SqlKeyword.True)), isNegated);
            default:
                return Messages.Call(isNegated ? FunctionNames.IsNotNull : FunctionNames.IsNull, operand);
        }
    }
}
