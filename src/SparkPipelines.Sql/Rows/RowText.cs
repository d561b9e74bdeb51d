using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;

namespace SparkPipelines.Sql;

/// <summary>Values as Spark prints them: rows as <c>[1,a]</c>, what is inside them as <c>Show</c> writes it.</summary>
internal static class RowText
{
    public static string OfRow(IEnumerable<object?> values) => $"[{string.Join(",", values.Select(Of))}]";

    public static string Of(object? value) => value switch
    {
        null => "null",
        string s => s,
        bool b => b ? "true" : "false",
        double d => JavaNumbers.Text(d),
        float f => JavaNumbers.Text(f),
        SqlDecimal d => d.ToString(),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime t => t.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        byte[] bytes => $"[{string.Join(' ', bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)))}]",
        Row or GenericRow => value.ToString()!,
        IDictionary map => OfMap(map),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string OfMap(IDictionary map)
    {
        var text = new StringBuilder("{");
        foreach (DictionaryEntry entry in map)
        {
            if (text.Length > 1)
                text.Append(", ");
            text.Append(Of(entry.Key)).Append(" -> ").Append(Of(entry.Value));
        }

        return text.Append('}').ToString();
    }
}
