using Spark.Connect;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

/// <content>Function calls with the clauses that may follow them.</content>
internal sealed partial class ExpressionParser
{
    /// <summary>A call from its opening parenthesis on.</summary>
    private Expression ReadCall(List<string> name, Expression? firstArgument = null)
    {
        var function = new Expression.Types.UnresolvedFunction
        {
            FunctionName = name.Count == 1 ? name[0] : Messages.Quote(name),
            IsUserDefinedFunction = name.Count > 1,
        };
        if (firstArgument is null)
        {
            _tokens.Expect(SqlTokenKind.LeftParen);
            function.IsDistinct = ReadQuantifier();
            if (!_tokens.Is(SqlTokenKind.RightParen))
                function.Arguments.Add(ReadArgument(IsStruct(name)));
        }
        else
        {
            function.Arguments.Add(firstArgument);
        }

        while (function.Arguments.Count > 0 && _tokens.TryTake(SqlTokenKind.Comma))
            function.Arguments.Add(ReadArgument(IsStruct(name)));
        if (function.Arguments.Count == 1 && ReadInnerIgnoreNulls(name) is { } ignoresNulls)
        {
            function.Arguments.Add(Messages.Of(ignoresNulls));
            return new Expression { UnresolvedFunction = function };
        }

        _tokens.Expect(SqlTokenKind.RightParen, namesMissing: IsStruct(name) && _tokens.Is(SqlTokenKind.End));
        CountRows(function);
        return ReadClauses(new Expression { UnresolvedFunction = function });
    }

    private static bool IsStruct(List<string> name) => name.Count == 1 && string.Equals(name[0], FunctionNames.Struct, StringComparison.OrdinalIgnoreCase);

    /// <summary>DISTINCT or ALL before the arguments, unless the word is itself the first argument.</summary>
    private bool ReadQuantifier()
    {
        if (_tokens.Current.Keyword is not (SqlKeyword.Distinct or SqlKeyword.All) || !StartsOperand(_tokens.Peek(1)) || _tokens.Peek(1).Keyword == SqlKeyword.Is)
            return false;
        return _tokens.Take().Keyword == SqlKeyword.Distinct;
    }

    /// <summary>An argument, perhaps with its parameter's name; only <c>struct</c> takes aliases.</summary>
    private Expression ReadArgument(bool mayHaveAlias)
    {
        if (!_tokens.Current.IsName || _tokens.Peek(1).Kind != SqlTokenKind.FatArrow)
            return mayHaveAlias ? ReadNamed() : ReadBoolean();
        var key = _tokens.TakeName();
        _tokens.Take();
        return new Expression { NamedArgumentExpression = new NamedArgumentExpression { Key = key, Value = ReadBoolean() } };
    }

    /// <summary><c>first(a IGNORE NULLS)</c>, of first, last and any_value: true, and the closing parenthesis is taken. Null when it isn't there.</summary>
    private bool? ReadInnerIgnoreNulls(List<string> name)
    {
        if (name.Count > 1 || !_tokens.Is(SqlKeyword.Ignore, SqlKeyword.Nulls) || name[0].ToUpperInvariant() is not ("FIRST" or "LAST" or "ANY_VALUE"))
            return null;
        _tokens.Take();
        _tokens.Take();
        _tokens.Expect(SqlTokenKind.RightParen);
        return true;
    }

    /// <summary><c>count(*)</c> counts rows, which Spark writes as <c>count(1)</c>.</summary>
    private static void CountRows(Expression.Types.UnresolvedFunction function)
    {
        if (!function.IsDistinct
            && function.Arguments is [{ UnresolvedStar: { HasUnparsedTarget: false } }]
            && string.Equals(function.FunctionName, FunctionNames.Count, StringComparison.OrdinalIgnoreCase))
        {
            function.Arguments[0] = Messages.Of(1);
        }
    }

    private Expression ReadClauses(Expression call)
    {
        if (_tokens.Is(SqlKeyword.Within, SqlKeyword.Group))
        {
            _tokens.Take();
            _tokens.Take();
            _tokens.Expect(SqlTokenKind.LeftParen);
            _tokens.Expect(SqlKeyword.Order);
            _tokens.Expect(SqlKeyword.By);
            var arguments = new List<Expression> { call };
            arguments.AddRange(ReadSortOrders().Select(order => new Expression { SortOrder = order }));
            _tokens.Expect(SqlTokenKind.RightParen);
            call = Messages.Clause(FunctionNames.WithinGroup, [.. arguments]);
        }

        if (_tokens.Is(SqlKeyword.Filter) && _tokens.Peek(1).Kind == SqlTokenKind.LeftParen && _tokens.Peek(2).Keyword == SqlKeyword.Where)
        {
            _tokens.Take();
            _tokens.Take();
            _tokens.Take();
            call = Messages.Clause(FunctionNames.FilterWhere, call, ReadBoolean());
            _tokens.Expect(SqlTokenKind.RightParen);
        }

        if (_tokens.Current.Keyword is SqlKeyword.Ignore or SqlKeyword.Respect && _tokens.Peek(1).Keyword == SqlKeyword.Nulls)
        {
            call = Messages.Clause(_tokens.Take().Keyword == SqlKeyword.Ignore ? FunctionNames.IgnoreNulls : FunctionNames.RespectNulls, call);
            _tokens.Take();
        }

        return _tokens.Is(SqlKeyword.Over) && (_tokens.Peek(1).IsName || _tokens.Peek(1).Kind == SqlTokenKind.LeftParen) ? ReadOver(call) : call;
    }
}
