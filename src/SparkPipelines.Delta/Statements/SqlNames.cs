using System.Text;

namespace SparkPipelines.Extensions.Delta.Statements;

/// <summary>Names and texts as parts of SQL, quoted so that none can be taken for anything else.</summary>
internal static class SqlNames
{
    /// <summary>One name in back quotes.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A text literal.</summary>
    public static string Text(string text) =>
        $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    /// <summary>A name of several parts, each in back quotes: <c>sales.`my table`</c> becomes <c>`sales`.`my table`</c>.</summary>
    /// <exception cref="ArgumentException">A part is empty, or its back quotes don't match.</exception>
    public static string QuoteParts(string name) => string.Join('.', Parts(name).Select(Quote));

    private static List<string> Parts(string name)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        var index = 0;
        while (true)
        {
            var isQuoted = index < name.Length && name[index] == '`';
            index = isQuoted ? ReadQuoted(name, index + 1, part) : ReadPlain(name, index, part);
            if (part.Length == 0 || (index < name.Length && name[index] != '.'))
                throw Malformed(name);
            parts.Add(part.ToString());
            part.Clear();
            if (index++ >= name.Length)
                return parts;
        }
    }

    private static int ReadPlain(string name, int index, StringBuilder part)
    {
        while (index < name.Length && name[index] != '.')
        {
            if (name[index] == '`')
                throw Malformed(name);
            part.Append(name[index++]);
        }

        return index;
    }

    private static int ReadQuoted(string name, int index, StringBuilder part)
    {
        for (; index < name.Length; index++)
        {
            if (name[index] != '`')
            {
                part.Append(name[index]);
                continue;
            }

            if (index + 1 >= name.Length || name[index + 1] != '`')
                return index + 1;
            part.Append('`');
            index++;
        }

        throw Malformed(name);
    }

    private static ArgumentException Malformed(string name) =>
        new($"'{name}' is no name in SQL; its parts are separated by dots, and a part with dots or back quotes in it stands in back quotes.", nameof(name));
}
