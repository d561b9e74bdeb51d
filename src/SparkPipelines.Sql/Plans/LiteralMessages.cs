using System.Collections;
using System.Globalization;
using System.Numerics;
using Google.Protobuf;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Plans;

/// <summary>CLR values as literal messages. Each CLR type has one Spark type that holds all its values; nothing narrows.</summary>
internal static class LiteralMessages
{
    private static readonly DateTime UnixEpoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The value as an expression: a literal, or for a list an <c>array</c> call of literals, as PySpark sends it.</summary>
    /// <exception cref="ArgumentException">The value's CLR type has no Spark type.</exception>
    public static Proto.Expression ToExpression(object? value)
    {
        if (value is not null and not string and not byte[] && value is IEnumerable values)
            return ExpressionMessages.Call("array", [.. values.Cast<object?>().Select(ToExpression)]);
        return new Proto.Expression { Literal = ToLiteral(value) };
    }

    /// <exception cref="ArgumentException">The value's CLR type has no Spark type.</exception>
    public static Proto.Expression.Types.Literal ToLiteral(object? value) => value switch
    {
        null or DBNull => new() { Null = new NullType().ToProto() },
        bool b => new() { Boolean = b },
        sbyte b => new() { Byte = b },
        byte b => new() { Short = b },
        short s => new() { Short = s },
        ushort s => new() { Integer = s },
        int i => new() { Integer = i },
        uint i => new() { Long = i },
        long l => new() { Long = l },
        ulong l => Decimal(l.ToString(CultureInfo.InvariantCulture), 20, 0),
        Int128 i => Decimal(i),
        BigInteger i => Decimal(i),
        float f => new() { Float = f },
        double d => new() { Double = d },
        decimal d => Decimal(d),
        string s => new() { String = s },
        char c => new() { String = c.ToString() },
        byte[] bytes => new() { Binary = ByteString.CopyFrom(bytes) },
        ReadOnlyMemory<byte> bytes => new() { Binary = ByteString.CopyFrom(bytes.Span) },
        DateOnly d => new() { Date = d.DayNumber - EpochDay },
        DateTime { Kind: DateTimeKind.Unspecified } t => new() { TimestampNtz = Microseconds(t) },
        DateTime t => new() { Timestamp = Microseconds(t.ToUniversalTime()) },
        DateTimeOffset t => new() { Timestamp = Microseconds(t.UtcDateTime) },
        TimeOnly t => new() { Time = new() { Nano = t.Ticks * 100, Precision = 6 } },
        TimeSpan t => new() { DayTimeInterval = FloorToMicroseconds(t.Ticks) },
        _ => throw new ArgumentException(
            $"A value of type {value.GetType()} can't be a literal; use a number, text, boolean, date, time, bytes, or a list of these.", nameof(value)),
    };

    /// <summary>The CLR value of a literal that an engine sent, such as a metric: of the type that a row's value has.</summary>
    public static object? ToValue(Proto.Expression.Types.Literal literal) => literal.LiteralTypeCase switch
    {
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Null => null,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Binary => literal.Binary.ToByteArray(),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Boolean => literal.Boolean,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Byte => checked((sbyte)literal.Byte),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Short => checked((short)literal.Short),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Integer => literal.Integer,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Long => literal.Long,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Float => literal.Float,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Double => literal.Double,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Decimal => decimal.Parse(literal.Decimal.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.String => literal.String,
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Date => DateOnly.FromDayNumber(EpochDay + literal.Date),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Timestamp =>
            DateTime.SpecifyKind(UnixEpoch.AddTicks(literal.Timestamp * TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.TimestampNtz => UnixEpoch.AddTicks(literal.TimestampNtz * TimeSpan.TicksPerMicrosecond),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.DayTimeInterval => TimeSpan.FromTicks(literal.DayTimeInterval * TimeSpan.TicksPerMicrosecond),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Array => literal.Array.Elements.Select(ToValue).ToArray(),
        Proto.Expression.Types.Literal.LiteralTypeOneofCase.Struct => literal.Struct.Elements.Select(ToValue).ToArray(),
        var other => throw new NotSupportedException($"A literal of kind '{other}' has no CLR value."),
    };

    private static Proto.Expression.Types.Literal Decimal(decimal value)
    {
        var digits = new BigInteger(new decimal([.. decimal.GetBits(value)[..3], 0]));
        var precision = Math.Max(digits.ToString(CultureInfo.InvariantCulture).Length, (int)value.Scale);
        return Decimal(value.ToString(CultureInfo.InvariantCulture), precision, value.Scale);
    }

    private static Proto.Expression.Types.Literal Decimal(BigInteger value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var precision = text.Length - (value.Sign < 0 ? 1 : 0);
        return precision <= DecimalType.MaxPrecision
            ? Decimal(text, precision, 0)
            : throw new ArgumentException($"The number {text} has {precision} digits; a decimal holds at most {DecimalType.MaxPrecision}.", nameof(value));
    }

    private static Proto.Expression.Types.Literal Decimal(string value, int precision, int scale) =>
        new() { Decimal = new() { Value = value, Precision = precision, Scale = scale } };

    private static long Microseconds(DateTime time) => FloorToMicroseconds(time.Ticks - UnixEpoch.Ticks);

    /// <summary>Spark counts in microseconds, .NET in tenths of them; the rest is dropped towards the past, as Spark does with nanoseconds.</summary>
    private static long FloorToMicroseconds(long ticks)
    {
        var (quotient, remainder) = Math.DivRem(ticks, TimeSpan.TicksPerMicrosecond);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
