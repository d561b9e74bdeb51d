using System.Globalization;
using System.Text;

namespace SparkPipelines.Sql.Parsing;

/// <summary>What a quoted token stands for.</summary>
internal static class SqlStrings
{
    /// <summary>
    /// The text of a string literal with its quotes. Escapes are Spark's: <c>\n</c>, <c>\u0041</c>, <c>\U0001F600</c>, octal <c>\101</c>, a doubled quote;
    /// <c>\%</c> and <c>\_</c> keep their backslash for LIKE. A raw literal (<c>r'…'</c>) has none.
    /// </summary>
    public static string Unquote(ReadOnlySpan<char> token)
    {
        if (token[0] is 'r' or 'R')
            return token[2..^1].ToString();
        var quote = token[0];
        var body = token[1..^1];
        if (!body.ContainsAny('\\', quote))
            return body.ToString();

        var text = new StringBuilder(body.Length);
        for (var index = 0; index < body.Length; index++)
        {
            if (body[index] == quote)
                index++;
            if (body[index] == '\\' && index + 1 < body.Length)
                index += AppendEscape(text, body[index..]);
            else
                text.Append(body[index]);
        }

        return text.ToString();
    }

    /// <summary>The name in backquotes.</summary>
    public static string UnquoteName(ReadOnlySpan<char> token) => token[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal);

    /// <summary>Appends what the escape at the start of <paramref name="text"/> stands for; returns how many characters it has beyond the backslash.</summary>
    private static int AppendEscape(StringBuilder target, ReadOnlySpan<char> text)
    {
        var kind = text[1];
        if (kind == 'u' && TryHex(text, 4, out var unit))
        {
            target.Append((char)unit);
            return 5;
        }

        if (kind == 'U' && TryHex(text, 8, out var point) && Rune.IsValid(point))
        {
            target.Append(new Rune(point).ToString());
            return 9;
        }

        if (kind is '0' or '1' && text.Length > 3 && IsOctal(text[2]) && IsOctal(text[3]))
        {
            target.Append((char)(((kind - '0') * 64) + ((text[2] - '0') * 8) + (text[3] - '0')));
            return 3;
        }

        if (kind is '%' or '_')
            target.Append('\\');
        target.Append(kind switch { '0' => '\0', 'b' => '\b', 'n' => '\n', 'r' => '\r', 't' => '\t', 'Z' => '\u001A', _ => kind });
        return 1;
    }

    private static bool IsOctal(char character) => character is >= '0' and <= '7';

    private static bool TryHex(ReadOnlySpan<char> text, int digits, out int value)
    {
        value = 0;
        return text.Length >= digits + 2 && int.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
