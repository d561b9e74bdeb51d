using Spark.Connect;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

/// <content>INTERVAL with its units in words: <c>INTERVAL 1 DAY 2 HOURS</c>, <c>INTERVAL '1-2' YEAR TO MONTH</c>, <c>INTERVAL '1 day 2 hours'</c>.</content>
internal sealed partial class ExpressionParser
{
    /// <summary>Whether the word begins a literal; a column may be called so too (<c>interval - 1</c>).</summary>
    private bool StartsInterval()
    {
        var offset = _tokens.Peek(1).Kind is SqlTokenKind.Minus or SqlTokenKind.Plus ? 2 : 1;
        var value = _tokens.Peek(offset);
        var hasUnit = IntervalUnits.Find(_tokens.Text(_tokens.Peek(offset + 1))) is not null;
        if (value.IsString)
            return hasUnit;
        return value.Kind is SqlTokenKind.Integer or SqlTokenKind.Decimal && (hasUnit || offset == 1);
    }

    private Expression ReadInterval()
    {
        var start = _tokens.Take().Start;
        var body = _tokens.Current.Start;
        var first = ReadIntervalValue(out var isString);
        var unit = ReadUnit();
        if (_tokens.Is(SqlKeyword.To))
            return ReadFromTo(start, body, first, isString, unit.Name);

        var parts = new List<(string Value, bool IsString, string Unit)> { (first, isString, unit.Text) };
        while (StartsIntervalValue())
        {
            var value = ReadIntervalValue(out isString);
            parts.Add((value, isString, ReadUnit().Text));
            if (_tokens.Is(SqlKeyword.To))
            {
                ReadUnitTail();
                throw SingleFromTo(start);
            }
        }

        foreach (var (value, wasString, _) in parts)
        {
            if (wasString && !value.Any(char.IsAsciiDigit))
            {
                throw _tokens.Error(
                    body,
                    "_LEGACY_ERROR_TEMP_0026",
                    "",
                    $"Can only use numbers in the interval value part for multiple unit value pairs interval form, but got invalid value: {value}.",
                    ("value", value));
            }
        }

        var text = string.Concat(parts.Select(part => $" {part.Value} {part.Unit}"));
        return Messages.Of(IntervalOf(start, text, throwsOnError: true)!.Literal);
    }

    private bool StartsIntervalValue()
    {
        var offset = _tokens.Current.Kind is SqlTokenKind.Minus or SqlTokenKind.Plus ? 1 : 0;
        var value = _tokens.Peek(offset);
        if (offset == 0 && value.Kind is SqlTokenKind.Integer or SqlTokenKind.Decimal)
            return true;
        return (value.IsString || value.Kind is SqlTokenKind.Integer or SqlTokenKind.Decimal)
            && IntervalUnits.Find(_tokens.Text(_tokens.Peek(offset + 1))) is not null;
    }

    /// <summary>The value's text; a minus before it turns its sign around.</summary>
    private string ReadIntervalValue(out bool isString)
    {
        var isNegative = _tokens.TryTake(SqlTokenKind.Minus);
        if (!isNegative)
            _tokens.TryTake(SqlTokenKind.Plus);
        isString = _tokens.Current.IsString;
        var text = isString ? _tokens.TakeString() : _tokens.Text(_tokens.Take());
        if (!isNegative)
            return text;
        return text.StartsWith('-') ? text[1..] : $"-{text}";
    }

    private (string Text, string Name) ReadUnit()
    {
        if (IntervalUnits.Find(_tokens.Text(_tokens.Current)) is not { } unit || !_tokens.Current.IsName)
            throw _tokens.SyntaxError();
        return (_tokens.Text(_tokens.Take()), unit.Name);
    }

    private string ReadUnitTail()
    {
        _tokens.Expect(SqlKeyword.To);
        return ReadUnit().Name;
    }

    private Sql.ParseException SingleFromTo(int start) => _tokens.Error(
        start, "_LEGACY_ERROR_TEMP_0024", "", "Can only have a single from-to unit in the interval literal syntax.");

    private Expression ReadFromTo(int start, int body, string value, bool isString, string from)
    {
        var to = ReadUnitTail();
        if (!isString)
            throw _tokens.Error(body, "_LEGACY_ERROR_TEMP_0027", "", "The value of from-to unit must be a string.");
        if (StartsIntervalValue())
        {
            while (StartsIntervalValue())
            {
                ReadIntervalValue(out _);
                ReadUnit();
            }

            throw SingleFromTo(start);
        }

        var result = IntervalText.FromTo(value, from, to);
        return result.Interval is { } interval ? Messages.Of(interval.Literal) : throw _tokens.Error(body, result.ErrorClass!, result.SqlState!, result.Message!, ("input", value));
    }

    /// <summary>
    /// The interval of values with units in a text. What is wrong with it is an error of its own where the units stood outside the string, and else null.
    /// </summary>
    private IntervalText.Interval? IntervalOf(int start, string text, bool throwsOnError = false)
    {
        var result = IntervalText.Units(text);
        if (result.Error is { } problem)
            return throwsOnError ? throw problem : null;
        if (result.MixesKinds)
        {
            var literal = _tokens.Source[start.._tokens.PreviousEnd];
            throw _tokens.Error(
                start, "_LEGACY_ERROR_TEMP_0029", "", $"Cannot mix year-month and day-time fields: {literal}.", ("literal", literal));
        }

        return result.Interval;
    }
}
