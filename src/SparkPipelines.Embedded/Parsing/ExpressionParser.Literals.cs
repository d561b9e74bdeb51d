using System.Globalization;
using System.Numerics;
using Spark.Connect;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;
using Literal = Spark.Connect.Expression.Types.Literal;

namespace SparkPipelines.Embedded.Parsing;

/// <content>Strings, numbers, and literals with their type's name in front.</content>
internal sealed partial class ExpressionParser
{
    private string ReadStrings()
    {
        var text = _tokens.TakeString();
        while (_tokens.Current.IsString)
            text += _tokens.TakeString();
        return text;
    }

    /// <summary>A number with its sign, which belongs to the literal: -128Y is in range although 128Y is not.</summary>
    private Expression ReadNumber()
    {
        var start = _tokens.Current.Start;
        var isNegative = _tokens.TryTake(SqlTokenKind.Minus);
        if (!_tokens.Current.IsNumber)
            throw _tokens.SyntaxError();
        var token = _tokens.Take();
        var suffixLength = token.Kind switch
        {
            SqlTokenKind.Integer or SqlTokenKind.Decimal or SqlTokenKind.Exponent => 0,
            SqlTokenKind.BigDecimal => 2,
            _ => 1,
        };
        var digits = (isNegative ? "-" : "") + _tokens.Source[token.Start..(token.End - suffixLength)];
        switch (token.Kind)
        {
            case SqlTokenKind.TinyInt:
                return Messages.Of(new Literal { Byte = (int)Whole(start, digits, "tinyint", sbyte.MinValue, sbyte.MaxValue) });
            case SqlTokenKind.SmallInt:
                return Messages.Of(new Literal { Short = (int)Whole(start, digits, "smallint", short.MinValue, short.MaxValue) });
            case SqlTokenKind.BigInt:
                return Messages.Of((long)Whole(start, digits, "bigint", long.MinValue, long.MaxValue));
            case SqlTokenKind.Integer:
                return ReadInteger(digits);
            case SqlTokenKind.Float:
                return Messages.Of(new Literal { Float = (float)Fraction(start, digits, "float", float.MaxValue, "3.4028234663852886E+38") });
            case SqlTokenKind.Double or SqlTokenKind.Exponent:
                return Messages.Of(new Literal { Double = Fraction(start, digits, "double", double.MaxValue, "1.7976931348623157E+308") });
            case SqlTokenKind.BigDecimal:
                return ReadDecimal(digits, precision => _tokens.Error(
                    start,
                    "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION",
                    "22003",
                    $"Decimal precision {precision} exceeds max precision 38.",
                    ("precision", precision.ToString(CultureInfo.InvariantCulture)),
                    ("maxPrecision", "38")));
            default:
                return ReadDecimal(digits, SqlNumberErrors.PrecisionTooLarge);
        }
    }

    /// <summary>An integer without a suffix is the narrowest of INT, BIGINT and DECIMAL that holds it.</summary>
    private static Expression ReadInteger(string digits)
    {
        var value = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        if (value >= int.MinValue && value <= int.MaxValue)
            return Messages.Of((int)value);
        return value >= long.MinValue && value <= long.MaxValue ? Messages.Of((long)value) : ReadDecimal(digits, SqlNumberErrors.PrecisionTooLarge);
    }

    private BigInteger Whole(int start, string digits, string type, long minimum, long maximum)
    {
        var value = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        return value >= minimum && value <= maximum ? value : throw OutOfRange(
            start, digits, type, minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture));
    }

    private double Fraction(int start, string digits, string type, double maximum, string maximumText)
    {
        var value = double.Parse(digits, CultureInfo.InvariantCulture);
        return Math.Abs(value) <= maximum ? value : throw OutOfRange(start, digits, type, $"-{maximumText}", maximumText);
    }

    private ParseException OutOfRange(int start, string digits, string type, string minimum, string maximum) => _tokens.Error(
        start,
        "INVALID_NUMERIC_LITERAL_RANGE",
        "22003",
        $"Numeric literal {digits} is outside the valid range for {type} with minimum value of {minimum} and maximum value of {maximum}. Please adjust the value accordingly.",
        ("rawStrippedQualifier", digits),
        ("minValue", minimum),
        ("maxValue", maximum),
        ("typeName", type));

    /// <summary>A decimal as wide as its digits: 1.50 is DECIMAL(3,2), 0.01 is DECIMAL(2,2), 1e2BD is DECIMAL(3,0).</summary>
    private static Expression ReadDecimal(string digits, Func<int, Exception> tooLarge)
    {
        var exponentAt = digits.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? digits : digits[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(digits[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var scale = (long)(point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        var unscaled = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var length = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).Length;
        var precision = scale < 0 ? length - scale : Math.Max(length, scale);
        if (precision > DecimalType.MaxPrecision)
            throw tooLarge((int)Math.Min(precision, int.MaxValue));
        if (scale < 0)
        {
            unscaled *= BigInteger.Pow(10, (int)-scale);
            scale = 0;
        }

        var text = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft((int)scale + 1, '0');
        var value = $"{(unscaled.Sign < 0 ? "-" : "")}{text[..^(int)scale]}{(scale == 0 ? "" : $".{text[^(int)scale..]}")}";
        return Messages.Of(new Literal { Decimal = new Literal.Types.Decimal { Value = value, Precision = (int)precision, Scale = (int)scale } });
    }

    /// <summary><c>DATE '2020-01-02'</c>, <c>X'1F'</c> and so on; INTERVAL with units outside the string is read elsewhere.</summary>
    private Expression ReadTypedLiteral()
    {
        var start = _tokens.Current.Start;
        var type = _tokens.TakeName().ToUpperInvariant();
        var text = _tokens.TakeString();
        var temporal = new TemporalReader(_options);
        Literal? literal = type switch
        {
            "DATE" => temporal.TryDate(text, out var days) ? new Literal { Date = days } : null,
            "TIMESTAMP" or "TIMESTAMP_LTZ" => temporal.TryTimestamp(text, out var instant) ? new Literal { Timestamp = instant } : null,
            "TIMESTAMP_NTZ" => temporal.TryTimestampNtz(text, out var local) ? new Literal { TimestampNtz = local } : null,
            "TIME" => TemporalReader.TryTime(text, out var microseconds)
                ? new Literal { Time = new Literal.Types.Time { Nano = microseconds * 1000, Precision = 6 } }
                : null,
            "X" => TryHex(text, out var bytes) ? new Literal { Binary = Google.Protobuf.ByteString.CopyFrom(bytes) } : null,
            "INTERVAL" => IntervalOf(start, text)?.Literal,
            _ => throw _tokens.Error(
                start,
                "UNSUPPORTED_TYPED_LITERAL",
                "0A000",
                $"Literals of the type \"{type}\" are not supported. Supported types are \"DATE\", \"TIMESTAMP_NTZ\", \"TIMESTAMP_LTZ\", \"TIMESTAMP\", \"INTERVAL\", \"X\", \"TIME\".",
                ("unsupportedType", $"\"{type}\""),
                ("supportedTypes", "\"DATE\", \"TIMESTAMP_NTZ\", \"TIMESTAMP_LTZ\", \"TIMESTAMP\", \"INTERVAL\", \"X\", \"TIME\"")),
        };
        return literal is null
            ? throw _tokens.Error(
                start,
                "INVALID_TYPED_LITERAL",
                "42604",
                $"The value of the typed literal \"{type}\" is invalid: '{text}'.",
                ("valueType", $"\"{type}\""),
                ("value", $"'{text}'"))
            : Messages.Of(literal);
    }

    /// <summary>Bytes from hexadecimal digits; an odd number of them has a zero put in front.</summary>
    private static bool TryHex(string text, out byte[] bytes)
    {
        var digits = text.Length % 2 == 0 ? text : $"0{text}";
        bytes = [];
        if (!digits.All(char.IsAsciiHexDigit))
            return false;
        bytes = Convert.FromHexString(digits);
        return true;
    }
}
