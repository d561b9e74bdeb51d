using System.Text;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data;

/// <summary>A few rows to look at. <see cref="ToString"/> is the table as text.</summary>
public sealed class TablePreview
{
    private const int MaxCellWidth = 40;

    internal TablePreview(StructType schema, IReadOnlyList<Row> rows)
    {
        Schema = schema;
        Rows = rows;
    }

    /// <summary>Names and types of the columns.</summary>
    public StructType Schema { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>
    /// Names, types under them, a rule, and the rows; numbers stand right, a null is <c>null</c>, a text longer than 40 characters is cut with an ellipsis. Values are written in the invariant culture.
    /// </summary>
    public override string ToString()
    {
        var cells = Rows.Select(row => Enumerable.Range(0, Schema.Count).Select(i => Cell(row.Get(i))).ToArray()).ToList();
        var widths = Schema.Select((field, i) => Math.Max(Math.Max(field.Name.Length, field.DataType.SimpleString.Length), cells.Count == 0 ? 0 : cells.Max(row => row[i].Length))).ToArray();
        var text = new StringBuilder();
        AppendLine(text, [.. Schema.FieldNames], widths);
        AppendLine(text, [.. Schema.Select(field => field.DataType.SimpleString)], widths);
        AppendLine(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in cells)
            AppendLine(text, row, widths);
        return text.ToString();
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "null",
            string s => s.ReplaceLineEndings("\\n"),
            bool b => b ? "true" : "false",
            DateOnly date => date.ToString("yyyy-MM-dd", null),
            DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-dd HH:mm:ss.FFFFFF'Z'" : "yyyy-MM-dd HH:mm:ss.FFFFFF", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable formattable => Yaml.Text(formattable),
            _ => value.ToString() ?? "",
        };
        return text.Length <= MaxCellWidth ? text : string.Concat(text.AsSpan(0, MaxCellWidth - 1), "…");
    }

    private void AppendLine(StringBuilder text, string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                _ = line.Append("  ");
            _ = line.Append(Schema[i].DataType is NumericType ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
        }

        _ = text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
