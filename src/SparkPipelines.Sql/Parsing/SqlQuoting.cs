using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SparkPipelines.Sql.Parsing;

/// <summary>Names and texts as parts of Spark's SQL, quoted so that none can be taken for anything else.</summary>
internal static class SqlQuoting
{
    /// <summary>One name in back quotes, so that dots and blanks in it mean nothing.</summary>
    public static string Name(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A name of several parts, each in back quotes: <c>sales.`my table`</c> becomes <c>`sales`.`my table`</c>.</summary>
    /// <exception cref="ArgumentException">A part is empty, or its back quotes don't match.</exception>
    public static string NameOfParts(string name) => TryParts(name, out var parts) && !parts.Contains("")
        ? string.Join('.', parts.Select(Name))
        : throw new ArgumentException(
            $"'{name}' is no name in SQL; its parts are separated by dots, and a part with dots or back quotes in it stands in back quotes.", nameof(name));

    /// <summary>A string literal; Spark reads backslash escapes in it.</summary>
    public static string Literal(string text) =>
        $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    /// <summary>Splits <c>a.b.`c.d`</c> into its parts; false where dots or back quotes stand wrong.</summary>
    public static bool TryParts(string name, [NotNullWhen(true)] out IReadOnlyList<string>? parts)
    {
        parts = null;
        var found = new List<string>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (quoted && c == '`' && i + 1 < name.Length && name[i + 1] == '`')
            {
                part.Append('`');
                i++;
            }
            else if (c == '`')
            {
                // A quote opens a part, and closes it where a dot or nothing follows.
                if (quoted ? i + 1 < name.Length && name[i + 1] != '.' : part.Length > 0)
                    return false;
                quoted = !quoted;
            }
            else if (c == '.' && !quoted)
            {
                if (i == 0 || name[i - 1] == '.' || i == name.Length - 1)
                    return false;
                found.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(c);
            }
        }

        if (quoted)
            return false;
        found.Add(part.ToString());
        parts = found;
        return true;
    }
}
