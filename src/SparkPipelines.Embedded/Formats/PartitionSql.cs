using System.Globalization;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Partition columns in SQL.</summary>
internal static class PartitionSql
{
    /// <summary>The rows to write: first the partition columns as the texts of their folders, then the data columns; partitions together.</summary>
    internal static string Select(FileWrite write)
    {
        string source = Source(write);
        string[] partitions = [.. write.PartitionBy.Select(i => Text(Column(i), write.Schema.Fields[i].DataType, write.TimeZone))];
        string columns = string.Join(", ", partitions.Concat(write.DataColumns.Select(Column)));
        return partitions.Length == 0
            ? $"SELECT {columns} FROM {source}"
            : $"SELECT {columns} FROM {source} ORDER BY {string.Join(", ", Enumerable.Range(1, partitions.Length))}";
    }

    /// <summary>The query to write with columns <c>c0</c>, <c>c1</c>, ….</summary>
    internal static string Source(FileWrite write) =>
        $"({write.Sql}) AS source({string.Join(", ", Enumerable.Range(0, write.Schema.Count).Select(Column))})";

    /// <summary>A column as the text of its folder: instants in the session's time zone.</summary>
    internal static string Text(string column, DataType type, string timeZone) =>
        type is TimestampType && timeZone is not ("UTC" or "Etc/UTC")
            ? $"timezone({SqlText.Literal(timeZone)}, timezone('UTC', {column}))::VARCHAR"
            : $"{column}::VARCHAR";

    /// <summary>A folder's text, a column of strings, as a value in storage type.</summary>
    internal static string Value(string text, DataType type, string timeZone) => type switch
    {
        StringType or CharType or VarcharType => text,
        DoubleType or FloatType => $"regexp_replace({text}, '([0-9.])[fFdD]$', '\\1')::{StorageTypes.ToSql(type)}",
        TimestampType when timeZone is not ("UTC" or "Etc/UTC") => $"make_timestamp(epoch_us(timezone({SqlText.Literal(timeZone)}, {text}::TIMESTAMP)))",
        _ => $"{text}::{StorageTypes.ToSql(type)}",
    };

    private static string Column(int i) => string.Create(CultureInfo.InvariantCulture, $"c{i}");
}
