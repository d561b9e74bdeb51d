using System.Net;
using System.Text;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Rows as text, to the letter as Spark prints them.</summary>
internal static class TextTable
{
    private const int MinimumWidth = 3;

    /// <summary>A value cut to a length (0: not at all), control characters escaped.</summary>
    public static string Cell(string value, int truncate)
    {
        var text = Escape(value);
        if (truncate <= 0 || text.Length <= truncate)
            return text;
        return truncate < 4 ? text[..truncate] : text[..(truncate - 3)] + "...";
    }

    public static string Escape(string text) => text.IndexOfAny(['\n', '\r', '\t', '\f', '\b', '\u000b', '\u0007']) < 0 ? text : text
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\f", "\\f", StringComparison.Ordinal).Replace("\b", "\\b", StringComparison.Ordinal).Replace("\u000b", "\\v", StringComparison.Ordinal)
        .Replace("\u0007", "\\a", StringComparison.Ordinal);

    public static string Format(List<string> names, List<string[]> rows, bool hasMore, int count, int truncate, bool isVertical)
    {
        var text = new StringBuilder();
        if (isVertical)
            Vertical(text, names, rows);
        else
            Horizontal(text, names, rows, alignRight: truncate > 0);
        if (isVertical && rows.Count == 0)
            _ = text.Append("(0 rows)\n");
        else if (hasMore)
            _ = text.Append(More(count)); // Without a line end: Spark 4 leaves that to who prints it.
        return text.ToString();
    }

    public static string Html(List<string> names, List<string[]> rows, bool hasMore, int count)
    {
        var text = new StringBuilder("<table border='1'>\n<tr><th>");
        _ = text.AppendJoin("</th><th>", names.Select(WebUtility.HtmlEncode)).Append("</th></tr>\n");
        foreach (var row in rows)
            _ = text.Append("<tr><td>").AppendJoin("</td><td>", row.Select(WebUtility.HtmlEncode)).Append("</td></tr>\n");
        _ = text.Append("</table>\n");
        return hasMore ? text.Append(More(count)).Append('\n').ToString() : text.ToString();
    }

    private static string More(int count) => $"only showing top {Resolve.Quoting.Number(count)} {(count == 1 ? "row" : "rows")}";

    private static void Horizontal(StringBuilder text, List<string> names, List<string[]> rows, bool alignRight)
    {
        var widths = names.Select((name, i) => Math.Max(MinimumWidth, rows.Select(row => Width(row[i])).Append(Width(name)).Max())).ToList();
        var line = $"+{string.Join("+", widths.Select(width => new string('-', width)))}+\n";
        _ = text.Append(line);
        Row(names);
        _ = text.Append(line);
        foreach (var row in rows)
            Row(row);
        _ = text.Append(line);

        void Row(IReadOnlyList<string> cells) => text.Append('|').AppendJoin('|', cells.Select((cell, i) => Pad(cell, widths[i], alignRight))).Append("|\n");
    }

    private static void Vertical(StringBuilder text, List<string> names, List<string[]> rows)
    {
        var nameWidth = names.Select(Width).Append(MinimumWidth).Max();
        var valueWidth = rows.SelectMany(row => row).Select(Width).Append(MinimumWidth).Max();
        for (var i = 0; i < rows.Count; i++)
        {
            _ = text.Append($"-RECORD {Resolve.Quoting.Number(i)}".PadRight(nameWidth + valueWidth + 5, '-')).Append('\n');
            for (var j = 0; j < names.Count; j++)
                _ = text.Append(' ').Append(Pad(names[j], nameWidth, alignRight: false)).Append(" | ").Append(Pad(rows[i][j], valueWidth, alignRight: false)).Append(" \n");
        }
    }

    private static string Pad(string text, int width, bool alignRight)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return alignRight ? blanks + text : text + blanks;
    }

    /// <summary>Columns on a terminal: East Asian wide characters take two.</summary>
    private static int Width(string text) => text.Length + text.Count(IsWide);

    private static bool IsWide(char c) =>
        c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\u303E') or (>= '\u3041' and <= '\u33FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uA000' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60')
            or (>= '\uFFE0' and <= '\uFFE6');
}
