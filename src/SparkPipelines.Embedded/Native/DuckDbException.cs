using System.Text.Json;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// What DuckDB refused, in its own words. The engine layer maps it to Spark's error classes; users never see it.
/// </summary>
internal sealed class DuckDbException : Exception
{
    internal DuckDbException(string errorType, string message, string? subtype = null, Exception? inner = null)
        : base(message, inner)
    {
        ErrorType = errorType;
        Subtype = subtype;
    }

    /// <summary>DuckDB's exception type, such as <c>Conversion</c>, <c>Out of Range</c>, <c>Invalid Input</c>, <c>Binder</c>.</summary>
    internal string ErrorType { get; }

    /// <summary>DuckDB's finer type, such as <c>COLUMN_NOT_FOUND</c>, where it gives one.</summary>
    internal string? Subtype { get; }

    /// <summary>True when the query was interrupted.</summary>
    internal bool IsInterrupt => ErrorType == "INTERRUPT" || ErrorType == "Interrupt";

    /// <summary>True when DuckDB ran out of its memory limit.</summary>
    internal bool IsOutOfMemory => ErrorType == "Out of Memory";

    /// <summary>Reads an error text, which is JSON with <c>errors_as_json</c> and plain text from the few places that ignore it.</summary>
    internal static DuckDbException Parse(string error, CallbackErrors? callbackErrors = null)
    {
        string type = "Unknown";
        string message = error;
        string? subtype = null;
        if (error.StartsWith('{'))
            (type, message, subtype) = ReadJson(error);
        else if (error.IndexOf(" Error: ", StringComparison.Ordinal) is var colon and > 0)
            (type, message) = (error[..colon], error[(colon + " Error: ".Length)..]);
        Exception? inner = callbackErrors?.Take(ref message);
        return new DuckDbException(type, message, subtype, inner);
    }

    private static (string Type, string Message, string? Subtype) ReadJson(string error)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(error);
            JsonElement root = document.RootElement;
            return (
                root.GetProperty("exception_type").GetString() ?? "Unknown",
                root.GetProperty("exception_message").GetString() ?? error,
                root.TryGetProperty("error_subtype", out JsonElement subtype) ? subtype.GetString() : null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException)
        {
            return ("Unknown", error, null); // a message that only looks like JSON is kept as it is
        }
    }
}
