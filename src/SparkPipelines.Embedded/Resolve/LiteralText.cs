using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;
using System.Globalization;
using System.Numerics;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Literals as Spark writes them.</summary>
internal static class LiteralText
{
    /// <summary>In a column's name: strings and numbers bare, everything else as SQL.</summary>
    public static string Pretty(Constant literal) => literal.Value switch
    {
        null => "NULL",
        string text => text,
        _ when literal.Text is { } own => own,
        var value => Text(value, literal.Type),
    };

    private static string Text(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "NULL",
        (bool b, _) => b ? "true" : "false",
        (double d, _) => JavaNumbers.Text(d),
        (float f, _) => JavaNumbers.Text(f),
        (BigInteger digits, DecimalType d) => DecimalText.Of(digits, d.Scale),
        (string text, _) => SqlQuoting.Literal(text),
        (byte[] bytes, _) => $"X'{System.Convert.ToHexString(bytes)}'",
        (int days, DateType) => $"DATE '{TemporalFormat.Date(days)}'",
        (long micros, TimestampType) => $"TIMESTAMP '{TemporalFormat.Timestamp(micros)}'",
        (long micros, TimestampNtzType) => $"TIMESTAMP_NTZ '{TemporalFormat.Timestamp(micros)}'",
        (long nanos, TimeType) => $"TIME '{TemporalFormat.Time(nanos)}'",
        (int months, YearMonthIntervalType i) => TemporalFormat.YearMonth(months, i.Start, i.End),
        (long micros, DayTimeIntervalType i) => TemporalFormat.DayTime(micros, i.Start, i.End),
        (object?[] items, ArrayType array) => $"ARRAY({string.Join(", ", items.Select(item => Text(item, array.ElementType)))})",
        (object?[] items, StructType s) => $"NAMED_STRUCT({string.Join(", ", items.Select((item, i) => $"'{s[i].Name}', {Text(item, s[i].DataType)}"))})",
        (MapEntries map, MapType m) => $"MAP({string.Join(", ", map.Keys.Zip(map.Values).Select(pair => $"{Text(pair.First, m.KeyType)}, {Text(pair.Second, m.ValueType)}"))})",
        (IFormattable number, _) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A literal of type {type.SimpleString} can't be a {value!.GetType().Name}."),
    };
}
