using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Regular expressions with the JVM's meaning on .NET's engine: classes of ASCII only, and its way to write replacements.</summary>
internal static class JavaRegex
{
    private const int Kept = 256;
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    public static Regex Of(string pattern, string function)
    {
        if (Compiled.TryGetValue(pattern, out var known))
            return known;
        try
        {
            var regex = new Regex(Translate(pattern), RegexOptions.CultureInvariant);
            if (Compiled.Count < Kept)
                _ = Compiled.TryAdd(pattern, regex);
            return regex;
        }
        catch (ArgumentException e)
        {
            throw SparkConditions.Error("INVALID_PARAMETER_VALUE.PATTERN", e, ("parameter", Quoting.Id("regexp")), ("functionName", Quoting.Id(function)), ("value", $"'{pattern}'"));
        }
    }

    /// <summary>The groups that a replacement names put in: <c>$1</c>, <c>${name}</c>; a backslash takes what follows as it is.</summary>
    public static string Replace(Regex regex, string text, string replacement, int start) => regex.Replace(text, match =>
    {
        var result = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            switch (replacement[i])
            {
                case '\\' when i + 1 < replacement.Length:
                    _ = result.Append(replacement[++i]);
                    break;
                case '$' when i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]):
                    var number = replacement[++i] - '0';
                    // More digits count as long as there is such a group.
                    while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) && (number * 10) + replacement[i + 1] - '0' < match.Groups.Count)
                        number = (number * 10) + replacement[++i] - '0';
                    _ = result.Append(match.Groups[number].Value);
                    break;
                case '$' when i + 1 < replacement.Length && replacement[i + 1] == '{' && replacement.IndexOf('}', i) is > 0 and var close:
                    _ = result.Append(match.Groups[replacement[(i + 2)..close]].Value);
                    i = close;
                    break;
                default:
                    _ = result.Append(replacement[i]);
                    break;
            }
        }

        return result.ToString();
    }, -1, start);

    // \d, \w and \s are of ASCII in Java and of all of Unicode in .NET; $ and . take other line ends in Java.
    private static string Translate(string pattern)
    {
        var result = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                var next = pattern[++i];
                _ = result.Append((next, inClass) switch
                {
                    ('d', false) => "[0-9]",
                    ('d', true) => "0-9",
                    ('w', false) => "[a-zA-Z0-9_]",
                    ('w', true) => "a-zA-Z0-9_",
                    ('s', false) => "[ \\t\\n\\x0B\\f\\r]",
                    ('s', true) => " \\t\\n\\x0B\\f\\r",
                    ('D', false) => "[^0-9]",
                    ('W', false) => "[^a-zA-Z0-9_]",
                    ('S', false) => "[^ \\t\\n\\x0B\\f\\r]",
                    ('h', false) => "[ \\t\\xA0]",
                    ('Q', _) => Quoted(pattern, ref i),
                    _ => $"\\{next}",
                });
                continue;
            }

            if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            // Possessive quantifiers are atomic groups in .NET, which would need the operand; they are refused below by its parser.
            _ = result.Append(c);
        }

        return result.ToString();
    }

    private static string Quoted(string pattern, ref int position)
    {
        var end = pattern.IndexOf("\\E", position, StringComparison.Ordinal);
        var text = end < 0 ? pattern[(position + 1)..] : pattern[(position + 1)..end];
        position = end < 0 ? pattern.Length : end + 1;
        return Regex.Escape(text);
    }
}
