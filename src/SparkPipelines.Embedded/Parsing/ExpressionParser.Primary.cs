using Spark.Connect;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

/// <content>Operands: names, literals, calls, parentheses, lambdas, and what may follow them: subscripts, fields, casts, collations.</content>
internal sealed partial class ExpressionParser
{
    private Expression ReadPostfix() => ContinuePostfix(ReadPrimary());

    private Expression ContinuePostfix(Expression operand)
    {
        while (true)
        {
            switch (_tokens.Current.Kind)
            {
                case SqlTokenKind.LeftBracket:
                    _tokens.Take();
                    var index = ReadValue(1);
                    _tokens.Expect(SqlTokenKind.RightBracket, namesMissing: _tokens.Is(SqlTokenKind.End));
                    operand = Messages.Extract(operand, index);
                    break;
                case SqlTokenKind.Dot:
                    _tokens.Take();
                    operand = Messages.Extract(operand, Messages.Of(_tokens.TakeName()));
                    break;
                case SqlTokenKind.DoubleColon:
                    _tokens.Take();
                    operand = Messages.Cast(operand, ReadCastType(), isTry: false);
                    break;
                case SqlTokenKind.Colon when _tokens.Peek(1).IsName || _tokens.Peek(1).Kind == SqlTokenKind.LeftBracket:
                    throw Unsupported("path into a variant", _tokens.Current.Start);
                case SqlTokenKind.Word when _tokens.Is(SqlKeyword.Collate) && _tokens.Peek(1).IsName:
                    _tokens.Take();
                    operand = Messages.Call(FunctionNames.Collate, operand, Messages.Of(Messages.Quote(ReadNameParts())));
                    break;
                default:
                    return operand;
            }
        }
    }

    private Expression ReadPrimary()
    {
        var token = _tokens.Current;
        switch (token.Kind)
        {
            case SqlTokenKind.LeftParen:
                return ReadParenthesized();
            case SqlTokenKind.Asterisk:
                _tokens.Take();
                return ReadStar([]);
            case SqlTokenKind.String or SqlTokenKind.DoubleQuotedString:
                return Messages.Of(ReadStrings());
            case SqlTokenKind.Minus or (>= SqlTokenKind.Integer and <= SqlTokenKind.BigDecimal):
                return Deferring(ReadNumber);
            case SqlTokenKind.Question:
                return Deferring(ReadParameter);
            case SqlTokenKind.Colon when _tokens.Peek(1).IsName:
                return Deferring(ReadParameter);
            case SqlTokenKind.BackquotedName:
                return ReadNameOrCall();
            case SqlTokenKind.Word:
                return ReadKeywordForm(token) ?? ReadNameOrCall();
            default:
                throw _tokens.SyntaxError();
        }
    }

    /// <summary>What the keyword begins, or null when it is only a name here.</summary>
    private Expression? ReadKeywordForm(SqlToken token)
    {
        var next = _tokens.Peek(1);
        var isCall = next.Kind == SqlTokenKind.LeftParen;
        switch (token.Keyword)
        {
            case SqlKeyword.Null or SqlKeyword.True or SqlKeyword.False when next.Kind is not (SqlTokenKind.Arrow or SqlTokenKind.FatArrow):
                _tokens.Take();
                return token.Keyword == SqlKeyword.Null ? Messages.Null() : Messages.Of(token.Keyword == SqlKeyword.True);
            case SqlKeyword.CurrentPath:
                _tokens.Take();
                if (_tokens.TryTake(SqlTokenKind.LeftParen))
                    _tokens.Expect(SqlTokenKind.RightParen);
                return Messages.Call(FunctionNames.CurrentPath);
            case SqlKeyword.Case:
                return ReadCase();
            case SqlKeyword.Interval when StartsInterval():
                return Deferring(ReadInterval);
            case var _ when isCall:
                return ReadSpecialCall(token);
            default:
                return null;
        }
    }

    private Expression ReadNameOrCall()
    {
        var start = _tokens.Current;
        if (_tokens.Peek(1).IsString)
            return Deferring(ReadTypedLiteral);
        if (_tokens.Peek(1).Kind == SqlTokenKind.Arrow)
            return ReadLambda([_tokens.TakeName()]);

        var parts = new List<string> { _tokens.TakeName() };
        while (_tokens.Is(SqlTokenKind.Dot))
        {
            if (_tokens.Peek(1).Kind == SqlTokenKind.Asterisk)
            {
                _tokens.Take();
                _tokens.Take();
                return ReadStar(parts);
            }

            if (IsVariable(parts[0]))
                break;
            _tokens.Take();
            parts.Add(_tokens.TakeName());
        }

        // The parameterless functions keep their words to themselves: what stands in parentheses behind one is a list of aliases.
        var takesArguments = parts.Count > 1 || start.Kind == SqlTokenKind.BackquotedName || !IsCurrentLike(parts[0]) || _tokens.Peek(1).Kind == SqlTokenKind.RightParen;
        if (_tokens.Is(SqlTokenKind.LeftParen) && takesArguments)
            return ReadCall(parts);
        return Variable(parts[0]) is { } variable ? Messages.Variable(variable) : Messages.Attribute(parts);
    }

    private static bool IsCurrentLike(string word) => word.ToUpperInvariant() is "CURRENT_DATE" or "CURRENT_TIMESTAMP" or "CURRENT_TIME" or "CURRENT_USER" or "SESSION_USER" or "USER";

    private List<string> ReadNameParts()
    {
        var parts = new List<string> { _tokens.TakeName() };
        while (_tokens.TryTake(SqlTokenKind.Dot))
            parts.Add(_tokens.TakeName());
        return parts;
    }

    private Expression ReadStar(List<string> target)
    {
        var star = Messages.Star(target);
        if (!_tokens.Is(SqlKeyword.Except) || _tokens.Peek(1).Kind != SqlTokenKind.LeftParen || !_tokens.Peek(2).IsName)
            return star;
        _tokens.Take();
        _tokens.Take();
        var arguments = new List<Expression> { star };
        do
        {
            arguments.Add(Messages.Attribute(ReadNameParts()));
        }
        while (_tokens.TryTake(SqlTokenKind.Comma));
        _tokens.Expect(SqlTokenKind.RightParen, namesMissing: _tokens.Is(SqlTokenKind.End));
        return Messages.Clause(FunctionNames.StarExcept, [.. arguments]);
    }

    /// <summary>Parentheses around one expression, a row of several, a lambda's parameters, or a subquery.</summary>
    private Expression ReadParenthesized()
    {
        if (StartsQuery(1))
            throw Unsupported("subquery", _tokens.Current.Start);
        if (ParameterCount() is var count and > 0)
            return ReadLambda(ReadParameters(count));

        _tokens.Take();
        var items = new List<Expression> { ReadNamed() };
        if (items[0].ExprTypeCase == Expression.ExprTypeOneofCase.Alias)
        {
            _tokens.Expect(SqlTokenKind.Comma);
            items.Add(ReadNamed());
        }

        while (_tokens.TryTake(SqlTokenKind.Comma))
            items.Add(ReadNamed());
        _tokens.Expect(SqlTokenKind.RightParen);
        return items.Count == 1 ? items[0] : Row(items);
    }

    /// <summary>The struct that a row of values makes; fields have the names that the values have by themselves, else <c>col1</c>, <c>col2</c> and so on.</summary>
    private static Expression Row(List<Expression> items)
    {
        // Only a server that knows the columns can name what a star stands for, which is what "struct" does.
        if (items.Exists(item => item.ExprTypeCase == Expression.ExprTypeOneofCase.UnresolvedStar))
            return Messages.Call(FunctionNames.Struct, [.. items]);
        var arguments = new List<Expression>();
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            arguments.Add(Messages.Of(item.ExprTypeCase switch
            {
                Expression.ExprTypeOneofCase.Alias => item.Alias.Name[0],
                Expression.ExprTypeOneofCase.UnresolvedAttribute => LastPart(item.UnresolvedAttribute.UnparsedIdentifier),
                Expression.ExprTypeOneofCase.UnresolvedNamedLambdaVariable => item.UnresolvedNamedLambdaVariable.NameParts[0],
                Expression.ExprTypeOneofCase.UnresolvedExtractValue when item.UnresolvedExtractValue.Extraction.Literal is { HasString: true } field => field.String,
                _ => $"col{index + 1}",
            }));
            arguments.Add(item);
        }

        return Messages.Call(FunctionNames.NamedStruct, [.. arguments]);
    }

    private static string LastPart(string unparsedName)
    {
        var tokens = new SqlTokenStream(unparsedName, underlinesParts: true);
        var name = tokens.TakeName();
        while (tokens.TryTake(SqlTokenKind.Dot))
            name = tokens.TakeName();
        return name;
    }

    /// <summary>How many names stand in parentheses before an arrow from here on; 0 when this is no lambda. One parameter takes no parentheses in Spark.</summary>
    private int ParameterCount()
    {
        for (var count = 1; _tokens.Peek((2 * count) - 1).IsName; count++)
        {
            var after = _tokens.Peek(2 * count).Kind;
            if (after == SqlTokenKind.RightParen)
                return count > 1 && _tokens.Peek((2 * count) + 1).Kind == SqlTokenKind.Arrow ? count : 0;
            if (after != SqlTokenKind.Comma)
                return 0;
        }

        return 0;
    }

    private List<string> ReadParameters(int count)
    {
        var parameters = new List<string>(count);
        for (var index = 0; index < count; index++)
        {
            _tokens.Take();
            parameters.Add(_tokens.TakeName());
        }

        _tokens.Expect(SqlTokenKind.RightParen);
        return parameters;
    }

    private Expression ReadLambda(List<string> parameters)
    {
        _tokens.Expect(SqlTokenKind.Arrow);
        _variables.AddRange(parameters);
        var lambda = new Expression.Types.LambdaFunction { Function = ReadBoolean() };
        _variables.RemoveRange(_variables.Count - parameters.Count, parameters.Count);
        foreach (var parameter in parameters)
            lambda.Arguments.Add(Messages.Variable(parameter).UnresolvedNamedLambdaVariable);
        return new Expression { LambdaFunction = lambda };
    }

    private bool IsVariable(string name) => Variable(name) is not null;

    /// <summary>The parameter in scope that the name means, spelt as it was declared.</summary>
    private string? Variable(string name) => _variables.FindLast(variable => string.Equals(variable, name, StringComparison.OrdinalIgnoreCase));
}
