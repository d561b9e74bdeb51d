using System.Collections.ObjectModel;

namespace SparkPipelines.Sql;

/// <summary>
/// The root of what Spark itself, or the embedded engine in its place, reports. The condition's name, SQLSTATE and parameters are those of
/// <see href="https://spark.apache.org/docs/4.2.0/sql-error-conditions.html">Spark's error conditions</see>.
/// A mistake in an argument that never reaches an engine stays an <see cref="ArgumentException"/>.
/// </summary>
public class SparkException : Exception
{
    /// <summary>An error without a condition, such as a lost connection.</summary>
    public SparkException(string message, Exception? innerException = null)
        : this(message, SparkErrorDetails.None, innerException)
    {
    }

    internal SparkException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, innerException) => Details = details;

    /// <summary>The condition's name, such as <c>UNRESOLVED_COLUMN.WITH_SUGGESTION</c>; null when the engine gave none.</summary>
    public string? ErrorClass => Details.ErrorClass;

    /// <summary>The five characters of the SQL standard's class and subclass, such as <c>42703</c>.</summary>
    public string? SqlState => Details.SqlState;

    /// <summary>The values in the message by their names in Spark's template.</summary>
    public IReadOnlyDictionary<string, string> MessageParameters => Details.MessageParameters;

    /// <summary>Where in a query, or in the caller's code, the failing expression stands; the outermost first.</summary>
    public IReadOnlyList<SparkQueryContext> QueryContexts => Details.QueryContexts;

    /// <summary>The server's stack trace, when the session asks for it; else null.</summary>
    public string? ServerStackTrace => Details.ServerStackTrace;

    /// <summary>The engine that reports, such as <c>Spark 4.2.1</c> or <c>embedded</c>.</summary>
    public string? Engine => Details.Engine;

    internal SparkErrorDetails Details { get; }
}

/// <summary>What an engine says of an error beside its message.</summary>
internal sealed record SparkErrorDetails
{
    public static readonly SparkErrorDetails None = new();

    public string? ErrorClass { get; init; }

    public string? SqlState { get; init; }

    public IReadOnlyDictionary<string, string> MessageParameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public IReadOnlyList<SparkQueryContext> QueryContexts { get; init; } = [];

    public string? ServerStackTrace { get; init; }

    public string? Engine { get; init; }
}

/// <summary>A place that an error points at.</summary>
/// <param name="IsDataFrame">True for a place in the caller's code, false for one in SQL text.</param>
/// <param name="Fragment">The failing part: SQL text, or the name of the DataFrame function.</param>
/// <param name="CallSite">File and line of the caller's code; empty for SQL.</param>
/// <param name="StartIndex">The first character of the fragment in the SQL text, counted from 0; -1 when unknown.</param>
/// <param name="StopIndex">The last character of the fragment in the SQL text; -1 when unknown.</param>
/// <param name="Summary">The engine's own wording of the place.</param>
public sealed record SparkQueryContext(bool IsDataFrame, string Fragment, string CallSite, int StartIndex, int StopIndex, string Summary);
