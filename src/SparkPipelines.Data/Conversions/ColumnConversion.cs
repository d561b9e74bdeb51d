using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>
/// The Spark SQL that turns a text column into its type. Every engine is given the same text, so a value means the same everywhere: <c>try_cast</c>
/// after Spark's ANSI rules, and around it what the casts alone would let through differently.
/// </summary>
internal static class ColumnConversion
{
    private const string HasOffset = "(Z|UTC|[+-][0-9]{2}:[0-9]{2})$";
    private const string IsDateAlone = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$";


    public static bool IsSupported(DataType type) =>
        type is StringType or BooleanType or IntegralType or FloatType or DoubleType or DecimalType or DateType or TimestampType or TimestampNtzType;

    /// <summary>The select item for one column, alias included.</summary>
    public static string SelectItem(StructField column, DelimitedOptions options)
    {
        var name = SqlText.Name(column.Name);
        var text = options.NullValues.Count == 0 ? name : $"CASE WHEN trim({name}) IN ({SqlText.Literals(options.NullValues)}) THEN NULL ELSE {name} END";
        if (column.DataType is StringType)
            return options.NullValues.Count == 0 ? name : $"{text} AS {name}";
        var converted = Convert(text, column.DataType);
        return options.OnError == OnError.Null
            ? $"{converted} AS {name}"
            : $"coalesce({converted}, CASE WHEN trim({text}) <> '' THEN CAST(raise_error(concat({SqlText.Literal(Misfit(column))}, {text}, '\\'.')) AS {column.DataType.Sql}) END) AS {name}";
    }

    /// <summary>The message of a misfit up to the text: <c>Column 'a' is bigint and can't hold '</c>.</summary>
    public static string Misfit(StructField column) => $"The column '{column.Name}' is of the type {column.DataType} and can't hold the text '";

    private static string Convert(string text, DataType type) => type switch
    {
        BooleanType => $"CASE WHEN trim({text}) IN ({SqlText.Literals(ColumnTypeInference.TrueWords)}) THEN true WHEN trim({text}) IN ({SqlText.Literals(ColumnTypeInference.FalseWords)}) THEN false END",
        // Spark's cast to a date reads 2020-01-02T03:04 as the day alone.
        DateType => $"CASE WHEN trim({text}) RLIKE '{IsDateAlone}' THEN try_cast({text} AS DATE) END",
        // Without an offset the cast to an instant would take the session's time zone, and to a local time it would drop one.
        TimestampType => $"CASE WHEN trim({text}) RLIKE '{HasOffset}' THEN try_cast({text} AS TIMESTAMP) END",
        TimestampNtzType => $"CASE WHEN NOT trim({text}) RLIKE '{HasOffset}' THEN try_cast({text} AS TIMESTAMP_NTZ) END",
        _ => $"try_cast({text} AS {type.Sql})",
    };
}
