using System.Globalization;
using System.Text;

namespace SparkPipelines.Sql.Parsing;

/// <summary>Builds <see cref="ParseException"/>s worded and laid out as Spark 4.2 prints them, with the place marked in the text.</summary>
internal static class SqlParseError
{
    private const int MaxExtraContext = 32;

    /// <summary>An error at one place: <c>(line 1, pos 4)</c>, then the text with dashes up to the place.</summary>
    public static ParseException At(string source, int position, string errorClass, string sqlState, string message, params (string Name, string Value)[] parameters)
    {
        var (line, column) = Locate(source, position);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[{errorClass}] {message} SQLSTATE: {sqlState} (line {line}, pos {column})\n\n== SQL ==\n");
        var lines = source.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            text.Append(lines[index]).Append('\n');
            if (index == line - 1)
                text.Append('-', column).Append("^^^\n");
        }

        return Create(text, source, (position, position), errorClass, sqlState, parameters);
    }

    /// <summary>An error in a part of an expression: <c>== SQL (line 1, position 5) ==</c>, then the part underlined.</summary>
    /// <remarks>Conditions that Spark has not named yet begin with <c>_LEGACY_</c>; it prints neither them nor an SQLSTATE.</remarks>
    public static ParseException In(string source, int start, int end, string errorClass, string sqlState, string message, params (string Name, string Value)[] parameters)
    {
        var (line, column) = Locate(source, start);
        var text = new StringBuilder();
        if (errorClass.StartsWith("_LEGACY_", StringComparison.Ordinal))
            text.Append(message);
        else
            text.Append(CultureInfo.InvariantCulture, $"[{errorClass}] {message} SQLSTATE: {sqlState}");
        text.Append(CultureInfo.InvariantCulture, $"\n== SQL (line {line}, position {column + 1}) ==\n");
        AppendUnderlined(text, source, start, end);
        return Create(text, source, (start, end - 1), errorClass, sqlState, parameters);
    }

    public static ParseException UnclosedComment(string source)
    {
        const string errorClass = "UNCLOSED_BRACKETED_COMMENT";
        var text = new StringBuilder(
            $"[{errorClass}] Found an unclosed bracketed comment. Please, append */ at the end of the comment. SQLSTATE: 42601\n== SQL ==\n{source}");
        return Create(text, source, (0, source.Length - 1), errorClass, "42601", []);
    }

    private static void AppendUnderlined(StringBuilder text, string source, int start, int end)
    {
        var first = start == 0 ? 0 : source.LastIndexOf('\n', start - 1) + 1;
        var last = source.IndexOf('\n', end);
        if (last < 0)
            last = source.Length;
        var prefix = start - first > MaxExtraContext ? "..." : "";
        if (prefix.Length > 0)
            first = start - MaxExtraContext;
        var suffix = last - end > MaxExtraContext ? "..." : "";
        if (suffix.Length > 0)
            last = end + MaxExtraContext;

        var index = first - prefix.Length;
        foreach (var line in $"{prefix}{source[first..last]}{suffix}".Split('\n'))
        {
            text.Append(line).Append('\n');
            for (var column = 0; column < line.Length && index < end; column++, index++)
                text.Append(index < start ? ' ' : '^');
            index++;
            text.Append('\n');
        }
    }

    private static (int Line, int Column) Locate(string source, int position)
    {
        var before = source.AsSpan(0, position);
        return (before.Count('\n') + 1, position - (before.LastIndexOf('\n') + 1));
    }

    private static ParseException Create(
        StringBuilder text, string source, (int Start, int Stop) place, string errorClass, string sqlState, (string Name, string Value)[] parameters)
    {
        var message = text.ToString().TrimEnd('\n');
        var fragment = place.Start < source.Length ? source[place.Start..Math.Min(place.Stop + 1, source.Length)] : "";
        return new ParseException(message, new SparkErrorDetails
        {
            ErrorClass = errorClass,
            SqlState = sqlState.Length == 0 ? null : sqlState,
            MessageParameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
            QueryContexts = [new SparkQueryContext(false, fragment, "", place.Start, place.Stop, "")],
        });
    }
}
