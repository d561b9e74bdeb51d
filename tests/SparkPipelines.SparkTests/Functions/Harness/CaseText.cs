using System.Collections;
using System.Globalization;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.SparkTests.Functions.Harness;

/// <summary>Results as text that differs wherever they differ in type or value.</summary>
internal static class CaseText
{
    /// <summary>One column's type and its values in the rows' order.</summary>
    public static string OfColumn(DataType type, IReadOnlyList<object?> values, int? digits) =>
        values.Count == 0 ? $"{type.SimpleString} (no rows)" : $"{type.SimpleString} {string.Join("; ", values.Select(value => Of(value, digits)))}";

    /// <summary>A frame: columns with types, a bar, and the rows.</summary>
    public static string OfFrame(StructType schema, IReadOnlyList<Row> rows, int? digits) =>
        $"{string.Join(", ", schema.Fields.Select(field => $"{field.Name} {field.DataType.SimpleString}"))} | "
        + string.Join("; ", rows.Select(row => string.Join(", ", row.Values.Select(value => Of(value, digits)))));

    private static string Of(object? value, int? digits) => value switch
    {
        null => "null",
        string s => $"'{s}'",
        bool b => b ? "true" : "false",
        double d => d.ToString(digits is { } n ? $"G{n}" : "R", CultureInfo.InvariantCulture),
        float f => f.ToString(digits is { } n ? $"G{n}" : "R", CultureInfo.InvariantCulture),
        byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        Row row => $"{{{string.Join(", ", row.Values.Select(item => Of(item, digits)))}}}",
        IReadOnlyDictionary<object, object?> map => $"{{{string.Join(", ", map.Select(entry => $"{Of(entry.Key, digits)}: {Of(entry.Value, digits)}").Order(StringComparer.Ordinal))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(item => Of(item, digits)))}]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
