using System.Globalization;
using System.Text;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Lowerings as templates; the placeholders are told in FunctionDefinition.cs.</summary>
internal static class Lowerings
{
    public static LoweringRule Duck(string template)
    {
        var parts = Parse(template);
        return (site, call, arguments) => Fill(parts, site, call, arguments);
    }

    /// <summary>Fills a template that a lowering chose by its call.</summary>
    public static string Fill(string template, LoweringSite site, FunctionCall call, IReadOnlyList<string> arguments) => Fill(Parse(template), site, call, arguments);

    private static string Fill(List<(string Text, string? Placeholder)> parts, LoweringSite site, FunctionCall call, IReadOnlyList<string> arguments)
    {
        var sql = new StringBuilder();
        foreach (var (text, placeholder) in parts)
        {
            _ = sql.Append(text);
            _ = placeholder switch
            {
                null => sql,
                "*" => sql.AppendJoin(", ", arguments),
                "type" => sql.Append(LoweringSite.TypeOf(call.Type)),
                "distinct" => sql.Append(call.IsDistinct ? "DISTINCT " : ""),
                "over" => sql.Append(site.Over),
                ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', '*'] => sql.AppendJoin(", ", arguments.Skip(placeholder[0] - '0')),
                _ => sql.Append(arguments[int.Parse(placeholder, CultureInfo.InvariantCulture)]),
            };
        }

        return sql.ToString();
    }

    private static List<(string Text, string? Placeholder)> Parse(string template)
    {
        var parts = new List<(string, string?)>();
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            if (open < 0)
                break;
            var close = template.IndexOf('}', open);
            parts.Add((template[position..open], template[(open + 1)..close]));
            position = close + 1;
        }

        parts.Add((template[position..], null));
        return parts;
    }
}
