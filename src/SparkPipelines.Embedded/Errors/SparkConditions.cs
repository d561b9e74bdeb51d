using System.Collections.Frozen;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Errors;

/// <summary>Which exception of the family a condition is.</summary>
internal enum ErrorFamily
{
    Analysis,
    Parse,
    Arithmetic,
    NumberFormat,
    DateTime,
    Index,
    IllegalArgument,
    Runtime,
    Unsupported,
}

/// <summary>
/// Spark's error conditions, as Spark 4.2.1 defines them: name, SQLSTATE, text with parameters in angle brackets
/// (<see href="https://spark.apache.org/docs/4.2.0/sql-error-conditions.html"/>).
/// </summary>
internal static partial class SparkConditions
{
    public const string EngineName = "embedded";

    private static readonly FrozenDictionary<string, Condition> ByName = All.ToFrozenDictionary(condition => condition.Name, StringComparer.Ordinal);

    /// <summary>The exception for a condition; the message is Spark's: name in brackets, text, SQLSTATE.</summary>
    public static SparkException Error(string name, params ReadOnlySpan<(string Name, string Value)> parameters) => Error(name, null, parameters);

    public static SparkException Error(string name, Exception? inner, params ReadOnlySpan<(string Name, string Value)> parameters) => Error(name, null, inner, parameters);

    /// <summary>The exception of another kind than the condition usually is: a bad cast to a date is no number format error.</summary>
    public static SparkException Error(string name, ErrorFamily? family, Exception? inner, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var condition = ByName[name];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, value) in parameters)
            values[parameter] = value;
        var details = new SparkErrorDetails { ErrorClass = name, SqlState = condition.SqlState, MessageParameters = values, Engine = EngineName };
        var message = $"[{name}] {Fill(condition.Text, values)} SQLSTATE: {condition.SqlState}";
        return (family ?? condition.Family) switch
        {
            ErrorFamily.Analysis => new AnalysisException(message, details, inner),
            ErrorFamily.Parse => new ParseException(message, details, inner),
            ErrorFamily.Arithmetic => new SparkArithmeticException(message, details, inner),
            ErrorFamily.NumberFormat => new SparkNumberFormatException(message, details, inner),
            ErrorFamily.DateTime => new SparkDateTimeException(message, details, inner),
            ErrorFamily.Index => new SparkIndexException(message, details, inner),
            ErrorFamily.IllegalArgument => new SparkIllegalArgumentException(message, details, inner),
            ErrorFamily.Runtime => new SparkRuntimeException(message, details, inner),
            _ => new SparkUnsupportedOperationException(message, details, inner),
        };
    }

    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    private static string Fill(string text, Dictionary<string, string> values)
    {
        foreach (var (name, value) in values)
            text = text.Replace($"<{name}>", value, StringComparison.Ordinal);
        return text;
    }

    private sealed record Condition(string Name, string SqlState, ErrorFamily Family, string Text);
}
