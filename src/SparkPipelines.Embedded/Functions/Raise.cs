using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Functions;

/// <summary>
/// SQL that fails a row with one of Spark's conditions. The text carries the condition and its parameters between record separators, from which the
/// engine's error decoder (RuntimeErrors) makes the exception.
/// </summary>
internal static class Raise
{
    /// <summary>Begins such an error text, and parts its fields.</summary>
    public const char Separator = '\u001e';

    /// <param name="condition">A name in SparkConditions.</param>
    /// <param name="parameters">Each parameter's name and the SQL of its text.</param>
    public static string Sql(string condition, params ReadOnlySpan<(string Name, string TextSql)> parameters)
    {
        var text = $"chr(30) || {SqlText.Literal(condition)}";
        foreach (var (name, sql) in parameters)
            text += $" || chr(30) || {SqlText.Literal(name)} || chr(30) || coalesce(CAST({sql} AS VARCHAR), 'NULL')";
        return $"error({text})";
    }

    /// <summary>The same from a C# function.</summary>
    public static string Text(string condition, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var text = $"{Separator}{condition}";
        foreach (var (name, value) in parameters)
            text += $"{Separator}{name}{Separator}{value}";
        return text;
    }
}
