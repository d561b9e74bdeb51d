using System.Globalization;
using SparkPipelines.Sql.Parsing;
using Literal = Spark.Connect.Expression.Types.Literal;
using Kind = Spark.Connect.Expression.Types.Literal.LiteralTypeOneofCase;

namespace SparkPipelines.Extensions.Delta.Statements;

/// <summary>Literals in SQL that have exactly the type and value of the message.</summary>
internal static class LiteralSql
{
    private const long MicrosecondsPerSecond = 1_000_000;

    public static string Of(Literal literal) => literal.LiteralTypeCase switch
    {
        Kind.Null => "NULL",
        Kind.Boolean => literal.Boolean ? "true" : "false",
        Kind.Byte => $"{Number(literal.Byte)}Y",
        Kind.Short => $"{Number(literal.Short)}S",
        Kind.Integer => Number(literal.Integer),
        Kind.Long => $"{Number(literal.Long)}L",
        Kind.Float => float.IsFinite(literal.Float) ? $"{Number(literal.Float)}F" : $"CAST('{Number(literal.Float)}' AS FLOAT)",
        Kind.Double => double.IsFinite(literal.Double) ? $"{Number(literal.Double)}D" : $"CAST('{Number(literal.Double)}' AS DOUBLE)",
        Kind.Decimal => string.Create(
            CultureInfo.InvariantCulture, $"CAST('{literal.Decimal.Value}' AS DECIMAL({literal.Decimal.Precision}, {literal.Decimal.Scale}))"),
        Kind.String => SqlQuoting.Literal(literal.String),
        Kind.Binary => $"X'{Convert.ToHexString(literal.Binary.Span)}'",
        Kind.Date => $"DATE '{DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(literal.Date):O}'",
        Kind.Timestamp => $"TIMESTAMP_LTZ '{Time(literal.Timestamp)}Z'",
        Kind.TimestampNtz => $"TIMESTAMP_NTZ '{Time(literal.TimestampNtz)}'",
        Kind.DayTimeInterval => string.Create(
            CultureInfo.InvariantCulture,
            $"make_dt_interval(0, 0, 0, CAST('{(decimal)literal.DayTimeInterval / MicrosecondsPerSecond}' AS DECIMAL(18, 6)))"),
        var other => throw new ArgumentException($"A literal of kind '{other}' has no SQL text; give the value as SQL, by Expr."),
    };

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Time(long microseconds) =>
        DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
