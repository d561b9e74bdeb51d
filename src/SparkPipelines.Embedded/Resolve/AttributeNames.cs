using System.Text;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Splits <c>a.b.`c.d`</c> into its parts.</summary>
internal static class AttributeNames
{
    public static IReadOnlyList<string> Parse(string name)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (quoted && c == '`' && i + 1 < name.Length && name[i + 1] == '`')
            {
                _ = part.Append('`');
                i++;
            }
            else if (c == '`')
            {
                // A quote opens a part, and closes it where a dot or nothing follows.
                if (quoted ? i + 1 < name.Length && name[i + 1] != '.' : part.Length > 0)
                    throw Malformed(name);
                quoted = !quoted;
            }
            else if (c == '.' && !quoted)
            {
                if (i == 0 || name[i - 1] == '.' || i == name.Length - 1)
                    throw Malformed(name);
                parts.Add(part.ToString());
                _ = part.Clear();
            }
            else
            {
                _ = part.Append(c);
            }
        }

        if (quoted)
            throw Malformed(name);
        parts.Add(part.ToString());
        return parts;
    }

    private static SparkException Malformed(string name) => SparkConditions.Error("INVALID_ATTRIBUTE_NAME_SYNTAX", ("name", name));
}
