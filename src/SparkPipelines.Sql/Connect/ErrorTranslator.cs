using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Grpc.Core;
using Spark.Connect;
using SparkPipelines.Sql.Plans;

namespace SparkPipelines.Sql.Connect;

/// <summary>Makes our exceptions of the server's errors; what the server knows of them is kept in properties, not in the message.</summary>
internal static partial class ErrorTranslator
{
    private const string ExtendedAnalysis = "org.apache.spark.sql.catalyst.ExtendedAnalysisException";

    /// <param name="fetch">Asks the server for the details of an error by its id; null when it has none.</param>
    /// <param name="location">The server without secrets.</param>
    /// <param name="engine">Who reports, as <see cref="SparkException.Engine"/> has it; null before the server's version is known.</param>
    public static async Task<SparkException> TranslateAsync(
        RpcException exception, Func<string, Task<FetchErrorDetailsResponse?>> fetch, string location, string? engine)
    {
        var status = StatusDetails.Of(exception);
        if (status?.Reason is null)
            return ConnectionErrors.WithoutDetails(exception, location, engine);
        if (status.Metadata.TryGetValue("errorId", out var errorId) && await fetch(errorId).ConfigureAwait(false) is { HasRootErrorIdx: true } details)
            return FromErrors(details.Errors, details.RootErrorIdx, engine, exception);
        return FromStatus(status, exception, engine);
    }

    /// <summary>An error as <c>FetchErrorDetails</c> and observed metrics carry it, with its causes as inner exceptions.</summary>
    public static SparkException FromErrors(
        IReadOnlyList<FetchErrorDetailsResponse.Types.Error> errors, int root, string? engine, Exception? transport = null)
    {
        var chain = new List<FetchErrorDetailsResponse.Types.Error>();
        // Indices come from outside; a cycle among them must not hang the client.
        for (int? i = root; i is { } index && index >= 0 && index < errors.Count && chain.Count <= errors.Count;
             i = errors[index].HasCauseIdx ? errors[index].CauseIdx : null)
        {
            chain.Add(errors[index]);
        }

        // A failed job wraps the error of its task; the task's is what the user can act on, and what names the condition.
        var subject = chain.FindIndex(error => error.SparkThrowable is { HasErrorClass: true } && !IsWrapper(error));
        if (subject > 0)
            chain.RemoveRange(0, subject);

        Exception? inner = transport;
        for (var i = chain.Count - 1; i > 0; i--)
            inner = FromError(chain[i], engine, inner);
        return FromError(chain[0], engine, inner);
    }

    private static bool IsWrapper(FetchErrorDetailsResponse.Types.Error error) =>
        error.HasCauseIdx && error.Message.StartsWith("Job aborted due to stage failure", StringComparison.Ordinal);

    private static SparkException FromError(FetchErrorDetailsResponse.Types.Error error, string? engine, Exception? inner)
    {
        var thrown = error.SparkThrowable;
        var details = new SparkErrorDetails
        {
            ErrorClass = thrown is { HasErrorClass: true } ? thrown.ErrorClass : null,
            SqlState = thrown is { HasSqlState: true } ? thrown.SqlState : null,
            MessageParameters = thrown is null ? ReadOnlyDictionary<string, string>.Empty : new Dictionary<string, string>(thrown.MessageParameters).AsReadOnly(),
            QueryContexts = thrown is null ? [] : [.. thrown.QueryContexts.Select(ToContext)],
            ServerStackTrace = error.StackTrace.Count == 0 ? null : StackTraceOf(error),
            Engine = engine,
        };
        var (classes, message) = WithoutNoise(error.Message, error.ErrorTypeHierarchy);
        return ErrorKinds.Create(classes, WithPlaces(message, details.QueryContexts), details, inner);
    }

    private static SparkException FromStatus(StatusDetails status, RpcException exception, string? engine)
    {
        var classes = ReadJson(status.Metadata.GetValueOrDefault("classes"), JsonValueKind.Array,
            json => json.EnumerateArray().Select(item => item.GetString() ?? "").ToList()) ?? [status.Reason!];
        var whole = status.Message.Length > 0 ? status.Message : exception.Status.Detail;
        (var kinds, var message) = WithoutNoise(whole, classes);
        var details = new SparkErrorDetails
        {
            // Servers before 4.0 say the condition in the message alone: "[DIVIDE_BY_ZERO] Division by zero. …".
            ErrorClass = status.Metadata.GetValueOrDefault("errorClass") ?? NullIfEmpty(ConditionInText().Match(message).Groups[1].Value),
            SqlState = status.Metadata.GetValueOrDefault("sqlState") ?? NullIfEmpty(SqlStateInText().Match(message).Groups[1].Value),
            MessageParameters = ReadJson(status.Metadata.GetValueOrDefault("messageParameters"), JsonValueKind.Object,
                json => json.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.ToString()).AsReadOnly())
                ?? ReadOnlyDictionary<string, string>.Empty,
            ServerStackTrace = status.Metadata.GetValueOrDefault("stackTrace") ?? (whole.Contains("\n\tat ", StringComparison.Ordinal) ? whole : null),
            Engine = engine,
        };
        return ErrorKinds.Create(kinds, message, details, exception);
    }

    /// <summary>
    /// Leaves Spark's own sentence. Analysis errors end with the whole plan as a tree, which repeats the query and differs from version to
    /// version; the error of a task comes wrapped in the story of its job, with the Java class and stack in the text. The class found there is
    /// the error's kind.
    /// </summary>
    private static (IReadOnlyCollection<string> Classes, string Message) WithoutNoise(string text, IReadOnlyCollection<string> classes)
    {
        text = CallSite.Resolve(text);
        if (FailedTask().Match(text) is { Success: true } task)
            return ([task.Groups["class"].Value], task.Groups["message"].Value.Trim());
        text = ResultLimit.Explain(text);
        // Messages with a piece of SQL in them begin or end with empty lines.
        var message = text.Trim();
        if (!classes.Contains(ExtendedAnalysis))
            return (classes, message);
        var plan = message.IndexOf(";\n", StringComparison.Ordinal);
        return (classes, plan < 0 ? message : message[..plan]);
    }

    /// <summary>Errors of running queries say in their message where in the caller's code they come from, those of analysis don't.</summary>
    private static string WithPlaces(string message, IReadOnlyList<SparkQueryContext> contexts)
    {
        foreach (var context in contexts)
        {
            var summary = context.Summary.TrimEnd();
            if (context.IsDataFrame && summary.Length > 0 && !message.Contains(summary, StringComparison.Ordinal))
                message = $"{message}\n{summary}";
        }

        return message;
    }

    private static SparkQueryContext ToContext(FetchErrorDetailsResponse.Types.QueryContext context)
    {
        var isDataFrame = context.ContextType == FetchErrorDetailsResponse.Types.QueryContext.Types.ContextType.Dataframe;
        return new SparkQueryContext(
            isDataFrame, context.Fragment, CallSite.Resolve(context.CallSite), isDataFrame ? -1 : context.StartIndex, isDataFrame ? -1 : context.StopIndex,
            CallSite.Resolve(context.Summary));
    }

    private static string StackTraceOf(FetchErrorDetailsResponse.Types.Error error)
    {
        var text = new StringBuilder();
        text.Append(error.ErrorTypeHierarchy.FirstOrDefault()).Append(": ").Append(error.Message);
        foreach (var frame in error.StackTrace)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\tat {frame.DeclaringClass}.{frame.MethodName}(");
            text.Append(frame.HasFileName ? frame.FileName : "Unknown Source");
            if (frame.LineNumber > 0)
                text.Append(CultureInfo.InvariantCulture, $":{frame.LineNumber}");
            text.Append(')');
        }

        return text.ToString();
    }

    private static T? ReadJson<T>(string? text, JsonValueKind kind, Func<JsonElement, T> read)
        where T : class
    {
        if (text is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == kind ? read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            // Servers cut long metadata off; the error is reported without this part of it.
            return null;
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"^\[([A-Z0-9_]+(?:\.[A-Z0-9_]+)?)\]")]
    private static partial Regex ConditionInText();

    [GeneratedRegex(
        @"\AJob aborted due to stage failure: .*?: Lost task \S+ in stage \S+ \(TID \d+\) \([^)]*\): (?<class>[\w.$]+)(?:: (?<message>.*?))?(?=\n\tat |\n\nDriver stacktrace|\z)",
        RegexOptions.Singleline)]
    private static partial Regex FailedTask();

    [GeneratedRegex(@"SQLSTATE: ([0-9A-Z]{5})\b")]
    private static partial Regex SqlStateInText();
}
