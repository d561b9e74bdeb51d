using Spark.Connect;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;
using DataType = SparkPipelines.Sql.Types.DataType;

namespace SparkPipelines.Embedded.Parsing;

/// <content>CASE, and the calls with a syntax of their own: CAST, EXTRACT, SUBSTRING … FROM, TRIM … FROM, POSITION … IN, OVERLAY, TIMESTAMPADD, IDENTIFIER.</content>
internal sealed partial class ExpressionParser
{
    /// <summary>A call in its own syntax; an ordinary call when only the name is special, null when even that is not.</summary>
    private Expression? ReadSpecialCall(SqlToken token)
    {
        var first = _tokens.Peek(2);
        if (!StartsOperand(first) || _tokens.Peek(3).Kind == SqlTokenKind.FatArrow)
            return null;
        switch (token.Keyword)
        {
            case SqlKeyword.Cast or SqlKeyword.TryCast:
                return ReadCast(token.Keyword == SqlKeyword.TryCast);
            case SqlKeyword.Extract when first.IsName && _tokens.Peek(3).Keyword == SqlKeyword.From:
                return ReadExtract();
            case SqlKeyword.Position:
                return ReadPosition();
            case SqlKeyword.Substr or SqlKeyword.Substring:
                return ReadSubstring();
            case SqlKeyword.Trim:
                return ReadTrim();
            case SqlKeyword.Overlay:
                return ReadOverlay();
            case SqlKeyword.Timestampadd or SqlKeyword.DateAdd or SqlKeyword.Dateadd:
                return ReadUnitCall(FunctionNames.TimestampAdd);
            case SqlKeyword.Timestampdiff or SqlKeyword.DateDiff or SqlKeyword.Datediff or SqlKeyword.Timediff:
                return ReadUnitCall(FunctionNames.TimestampDiff);
            case SqlKeyword.Identifier when first.IsString && _tokens.Peek(3).Kind == SqlTokenKind.RightParen:
                return ReadIdentifierClause();
            case SqlKeyword.Identifier:
                throw Unsupported("IDENTIFIER of an expression", token.Start);
            default:
                return null;
        }
    }

    /// <summary>The name and the opening parenthesis.</summary>
    private List<string> OpenCall()
    {
        var name = _tokens.TakeName();
        _tokens.Take();
        return [name];
    }

    private Expression ReadCast(bool isTry)
    {
        var name = OpenCall();
        var child = ReadBoolean();
        if (!_tokens.TryTake(SqlKeyword.As))
            return ReadCall(name, child);
        var type = ReadCastType();
        _tokens.Expect(SqlTokenKind.RightParen, namesMissing: !_tokens.Is(SqlTokenKind.End));
        return Messages.Cast(child, type, isTry);
    }

    /// <summary>A cast's target. Values have no fixed length in Spark: a cast to CHAR or VARCHAR is one to STRING.</summary>
    private DataType ReadCastType() => WithoutLengths(_types.ReadType());

    private static DataType WithoutLengths(DataType type) => type switch
    {
        CharType or VarcharType => new StringType(),
        ArrayType array => new ArrayType(WithoutLengths(array.ElementType), array.ContainsNull),
        MapType map => new MapType(WithoutLengths(map.KeyType), WithoutLengths(map.ValueType), map.ValueContainsNull),
        StructType structure => new StructType(structure.Fields.Select(
            field => new StructField(field.Name, WithoutLengths(field.DataType), field.IsNullable, field.MetadataJson))),
        _ => type,
    };

    private Expression ReadExtract()
    {
        OpenCall();
        var field = _tokens.TakeName();
        _tokens.Expect(SqlKeyword.From);
        var source = ReadValue(1);
        _tokens.Expect(SqlTokenKind.RightParen);
        return Messages.Call(FunctionNames.Extract, Messages.Of(field), source);
    }

    private Expression ReadPosition()
    {
        var name = OpenCall();
        var part = ReadValue(1);
        if (!_tokens.TryTake(SqlKeyword.In))
            return ReadCall(name, ContinueBoolean(part));
        var text = ReadValue(1);
        _tokens.Expect(SqlTokenKind.RightParen);
        return Messages.Call(FunctionNames.Locate, part, text, Messages.Of(1));
    }

    private Expression ReadSubstring()
    {
        var name = OpenCall();
        var text = ReadBoolean();
        if (!_tokens.TryTake(SqlKeyword.From))
            return ReadCall(name, text);
        var arguments = new List<Expression> { text, ReadValue(1) };
        if (_tokens.TryTake(SqlKeyword.For) || _tokens.TryTake(SqlTokenKind.Comma))
            arguments.Add(ReadValue(1));
        _tokens.Expect(SqlTokenKind.RightParen);
        return Messages.Call(FunctionNames.Substring, [.. arguments]);
    }

    private Expression ReadTrim()
    {
        var next = _tokens.Peek(3);
        var side = _tokens.Peek(2).Keyword is var word and (SqlKeyword.Both or SqlKeyword.Leading or SqlKeyword.Trailing) && (StartsOperand(next) || next.Keyword == SqlKeyword.From)
            ? word
            : SqlKeyword.None;
        var name = OpenCall();
        if (side != SqlKeyword.None)
            _tokens.Take();
        var function = side switch
        {
            SqlKeyword.Leading => FunctionNames.TrimLeading,
            SqlKeyword.Trailing => FunctionNames.TrimTrailing,
            _ => FunctionNames.Trim,
        };

        var isBare = _tokens.Is(SqlKeyword.From) && StartsOperand(_tokens.Peek(1));
        var characters = isBare ? null : ReadBoolean();
        if (!isBare && side == SqlKeyword.None && !_tokens.Is(SqlKeyword.From))
            return ReadCall(name, characters);
        _tokens.Expect(SqlKeyword.From);
        var text = ReadValue(1);
        _tokens.Expect(SqlTokenKind.RightParen);
        return characters is null ? Messages.Call(function, text) : Messages.Call(function, characters, text);
    }

    private Expression ReadOverlay()
    {
        var name = OpenCall();
        var text = ReadBoolean();
        if (!_tokens.TryTake(SqlKeyword.Placing))
            return ReadCall(name, text);
        var arguments = new List<Expression> { text, ReadValue(1) };
        _tokens.Expect(SqlKeyword.From);
        arguments.Add(ReadValue(1));
        if (_tokens.TryTake(SqlKeyword.For))
            arguments.Add(ReadValue(1));
        _tokens.Expect(SqlTokenKind.RightParen);
        return Messages.Call(FunctionNames.Overlay, [.. arguments]);
    }

    /// <summary><c>TIMESTAMPADD(DAY, 1, a)</c> and its synonyms; without a unit and three arguments it is a call like any other.</summary>
    private Expression? ReadUnitCall(string function)
    {
        var start = _tokens.Current;
        var unit = _tokens.Peek(2);
        var isUnit = unit.Keyword is SqlKeyword.Year or SqlKeyword.Quarter or SqlKeyword.Month or SqlKeyword.Week or SqlKeyword.Day or SqlKeyword.Dayofyear
            or SqlKeyword.Hour or SqlKeyword.Minute or SqlKeyword.Second or SqlKeyword.Millisecond or SqlKeyword.Microsecond;
        if ((!isUnit && !unit.IsString) || _tokens.Peek(3).Kind != SqlTokenKind.Comma)
            return null;

        var name = OpenCall();
        var unitText = _tokens.Text(_tokens.Take());
        _tokens.Take();
        var arguments = new List<Expression> { ReadBoolean() };
        while (_tokens.TryTake(SqlTokenKind.Comma))
            arguments.Add(ReadBoolean());
        _tokens.Expect(SqlTokenKind.RightParen);
        if (arguments.Count != 2)
        {
            var first = isUnit ? Messages.Attribute([unitText]) : Messages.Of(SqlStrings.Unquote(unitText));
            return ReadClauses(Messages.Call(name[0], [first, .. arguments]));
        }

        return isUnit
            ? Messages.Call(function, [Messages.Of(unitText.ToUpperInvariant()), .. arguments])
            : throw _tokens.Error(
                start.Start,
                "INVALID_PARAMETER_VALUE.DATETIME_UNIT",
                "22023",
                $"The value of parameter(s) `unit` in `{name[0]}` is invalid: expects one of the units without quotes YEAR, QUARTER, MONTH, WEEK, DAY, DAYOFYEAR, HOUR, "
                + $"MINUTE, SECOND, MILLISECOND, MICROSECOND, but got the string literal {unitText}.",
                ("functionName", $"`{name[0]}`"),
                ("parameter", "`unit`"),
                ("invalidValue", unitText));
    }

    /// <summary><c>IDENTIFIER('a.b')</c>: the name, or the function, that the string spells.</summary>
    private Expression ReadIdentifierClause()
    {
        OpenCall();
        var text = _tokens.TakeString();
        _tokens.Take();
        var name = new SqlTokenStream(text, underlinesParts: true);
        var parts = new List<string> { name.TakeName() };
        while (name.TryTake(SqlTokenKind.Dot))
            parts.Add(name.TakeName());
        name.Expect(SqlTokenKind.End);
        return _tokens.Is(SqlTokenKind.LeftParen) ? ReadCall(parts) : Messages.Attribute(parts);
    }

    /// <summary>CASE in both forms, or null when the word is only a name: no WHEN follows that belongs to it.</summary>
    private Expression? ReadCase()
    {
        if (!StartsCase())
            return null;
        _tokens.Take();
        var operand = _tokens.Is(SqlKeyword.When) ? null : ReadBoolean();
        var arguments = new List<Expression>();
        while (_tokens.TryTake(SqlKeyword.When))
        {
            var condition = ReadBoolean();
            arguments.Add(operand is null ? condition : Messages.Call(FunctionNames.Equal, arguments.Count == 0 ? operand : operand.Clone(), condition));
            _tokens.Expect(SqlKeyword.Then, namesMissing: StartsOperand(_tokens.Current));
            arguments.Add(ReadBoolean());
        }

        if (arguments.Count == 0)
            throw _tokens.SyntaxError();
        if (_tokens.TryTake(SqlKeyword.Else))
            arguments.Add(ReadBoolean());
        _tokens.Expect(SqlKeyword.End);
        return Messages.Call(FunctionNames.When, [.. arguments]);
    }

    private bool StartsCase()
    {
        if (!StartsOperand(_tokens.Peek(1)))
            return false;
        var isSearched = _tokens.Peek(1).Keyword == SqlKeyword.When;
        var (depth, hasWhen, hasThen) = (0, false, false);
        for (var offset = 1; _tokens.Peek(offset) is { Kind: not SqlTokenKind.End } token; offset++)
        {
            depth += token.Kind switch
            {
                SqlTokenKind.LeftParen or SqlTokenKind.LeftBracket => 1,
                SqlTokenKind.RightParen or SqlTokenKind.RightBracket => -1,
                _ => 0,
            };
            if (depth < 0)
                return false;
            hasWhen |= depth == 0 && token.Keyword == SqlKeyword.When;
            hasThen |= hasWhen && depth == 0 && token.Keyword == SqlKeyword.Then;
            if (hasWhen && (!isSearched || (hasThen && token.Keyword == SqlKeyword.End)))
                return true;
        }

        return false;
    }
}
