using System.Security.Authentication;
using Grpc.Core;

namespace SparkPipelines.Sql.Connect;

/// <summary>The messages of a connection that can't be had or is lost: each names the server, what is wrong, and the way out.</summary>
internal static class ConnectionErrors
{
    /// <summary>An error that no Spark has explained.</summary>
    /// <param name="location">The server without secrets.</param>
    public static SparkConnectException WithoutDetails(RpcException exception, string location, string? engine)
    {
        var text = exception.Status.Detail;
        var message = exception.StatusCode switch
        {
            StatusCode.Unauthenticated =>
                $"The Spark at {location} refuses the token, or wants one; set it in {EngineSelection.TokenVariable} or as ;token= in the connection string.",
            StatusCode.PermissionDenied => $"The Spark at {location} refuses this user: {Sentence(text)}",
            StatusCode.ResourceExhausted =>
                $"A message to or from the Spark at {location} exceeds the limit: {Sentence(text)} ;grpc_max_message_size= in the connection string raises it.",
            StatusCode.Unimplemented => $"What answers at {location} is no Spark Connect server, or one that is too old: {Sentence(text)}",
            _ when IsOfTheConnection(exception) => $"The Spark at {location} can't be reached: {Sentence(Cause(exception))}",
            _ => $"The call to the Spark at {location} failed ({exception.StatusCode}): {Sentence(Cause(exception))}",
        };
        return new SparkConnectException(message, new SparkErrorDetails { Engine = engine }, exception);
    }

    /// <summary>The server has lost the session; its own words say only that a handle is invalid.</summary>
    /// <param name="error">What the server said, or what was seen from here.</param>
    public static SparkConnectException SessionLost(string sessionId, string location, SparkErrorDetails error, Exception? inner)
    {
        var why = error.ErrorClass switch
        {
            LostHandles.SessionChanged => "it was restarted",
            LostHandles.SessionClosed => "the session was stopped, or dropped because nobody used it for as long as spark.connect.session.manager.defaultSessionTimeout",
            _ => "it was restarted, or has dropped the session because nobody used it",
        };
        return new SparkConnectException(
            $"The Spark at {location} has lost the session {sessionId}: {why}. Its temporary views, settings, cached data and artifacts are gone; "
            + "go on with a new session from SparkSession.Builder() or NewSession.",
            error,
            inner);
    }

    /// <summary>The session is there, the operation is not: what it did can't be learnt any more.</summary>
    public static SparkConnectException OperationLost(string operationId, string location, SparkErrorDetails error, Exception? inner)
    {
        var why = error.ErrorClass switch
        {
            LostHandles.OperationAbandoned => "nobody could read its result for as long as spark.connect.execute.manager.detachedTimeout",
            LostHandles.OperationOrphaned => "its request came twice, once late, and the server took neither for the one that runs it",
            _ => "it was released before its result was read to the end",
        };
        return new SparkConnectException(
            $"The Spark at {location} has dropped the operation {operationId}: {why}. It was not started again: a command may have done its work "
            + "in whole, in part or not at all; look before you repeat it.",
            error,
            inner);
    }

    private static bool IsOfTheConnection(RpcException exception) =>
        exception.StatusCode == StatusCode.Unavailable
        || exception.CauseOf<IOException>() is not null
        || exception.CauseOf<AuthenticationException>() is not null
        || exception.CauseOf<HttpRequestException>() is not null;

    /// <summary>Our own reason where there is one; else the innermost cause, "Connection refused (localhost:15002)": the outer ones only say that there was one.</summary>
    private static string Cause(RpcException exception)
    {
        if ((exception.CauseOf<TlsFault>() ?? (Exception?)exception.CauseOf<ConnectionFault>()) is { } known)
            return known.Message;
        if (exception.CauseOf<AuthenticationException>() is { } tls)
            return $"TLS with it fails ({tls.Message.TrimEnd('.')}); if it speaks none, add ;use_ssl=false to the connection string";
        var cause = exception.Status.DebugException;
        while (cause?.InnerException is { } inner)
            cause = inner;
        return cause is null or OperationCanceledException ? exception.Status.Detail : cause.Message;
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
