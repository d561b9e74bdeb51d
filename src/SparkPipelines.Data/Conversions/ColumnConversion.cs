using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>
/// The Spark SQL that turns a text column into its type. Every engine is given the same text, so a value means the same everywhere: <c>try_cast</c>
/// after Spark's ANSI rules, and around it what the casts alone would let through differently.
/// </summary>
internal static class ColumnConversion
{
    // The layouts that ColumnTypeInference states. Spark's casts alone read much more, and not all of it as a reader would: 10:00 as a time of today, the
    // day alone of a date with a time, an instant without offset in the session's zone. "\z" is the end; "$" would let a line break follow.
    private const string Day = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";
    private const string DayAndTime = Day + "[ T][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?";
    private const string Offset = " ?(Z|UTC|[+-][0-9]{2}:[0-9]{2})";

    public static bool IsSupported(DataType type) =>
        type is StringType or BooleanType or IntegralType or FloatType or DoubleType or DecimalType or DateType or TimestampType or TimestampNtzType;

    /// <summary>The select item for one column, alias included.</summary>
    public static string SelectItem(StructField column, DelimitedOptions options)
    {
        var name = SqlQuoting.Name(column.Name);
        var text = options.NullValues.Count == 0 ? name : $"CASE WHEN trim({name}) IN ({string.Join(", ", options.NullValues.Select(SqlQuoting.Literal))}) THEN NULL ELSE {name} END";
        if (column.DataType is StringType)
            return options.NullValues.Count == 0 ? name : $"{text} AS {name}";
        var converted = Convert(text, column.DataType);
        return options.OnError == OnError.Null
            ? $"{converted} AS {name}"
            : $"coalesce({converted}, CASE WHEN trim({text}) <> '' THEN CAST(raise_error(concat({SqlQuoting.Literal(Misfit(column))}, {text}, '\\'.')) AS {column.DataType.Sql}) END) AS {name}";
    }

    /// <summary>The message of a misfit up to the text: <c>Column 'a' is bigint and can't hold '</c>.</summary>
    public static string Misfit(StructField column) => $"The column '{column.Name}' is of the type {column.DataType} and can't hold the text '";

    private static string Convert(string text, DataType type) => type switch
    {
        BooleanType => $"CASE WHEN trim({text}) IN ({string.Join(", ", ColumnTypeInference.TrueWords.Select(SqlQuoting.Literal))}) THEN true WHEN trim({text}) IN ({string.Join(", ", ColumnTypeInference.FalseWords.Select(SqlQuoting.Literal))}) THEN false END",
        DateType => Matching(text, Day, type),
        TimestampType => Matching(text, DayAndTime + Offset, type),
        TimestampNtzType => Matching(text, DayAndTime, type),
        _ => $"try_cast({text} AS {type.Sql})",
    };

    private static string Matching(string text, string layout, DataType type) =>
        $"CASE WHEN trim({text}) RLIKE '^{layout}\\\\z' THEN try_cast({text} AS {type.Sql}) END";
}
