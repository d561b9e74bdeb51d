using System.Security.Authentication;
using Grpc.Core;
using Polly;
using Polly.Retry;

namespace SparkPipelines.Sql.Connect;

/// <summary><see cref="RetryOptions"/> at work.</summary>
internal static class RetryPolicy
{
    private const int FirstContactRetries = 4;

    extension(RetryOptions options)
    {
        /// <summary>
        /// For the first call of a session. A wrong port or a server that isn't there should be reported within seconds, not minutes.
        /// </summary>
        public RetryOptions ForFirstContact() => options with { MaxRetries = Math.Min(options.MaxRetries, FirstContactRetries) };

        /// <summary>The wait before repetition number <paramref name="retry"/>, counted from 0.</summary>
        /// <param name="serverDelay">What the server asked for; it lengthens the wait and never shortens it.</param>
        /// <param name="random">From 0 to 1.</param>
        public TimeSpan DelayBefore(int retry, TimeSpan? serverDelay, double random)
        {
            // Past some retries the power exceeds every TimeSpan, hence the comparison in milliseconds.
            var milliseconds = Math.Min(
                options.InitialBackoff.TotalMilliseconds * Math.Pow(options.BackoffMultiplier, retry), options.MaxBackoff.TotalMilliseconds);
            if (serverDelay is { } asked)
                milliseconds = Math.Max(milliseconds, Math.Min(asked.TotalMilliseconds, options.MaxServerDelay.TotalMilliseconds));
            if (milliseconds >= options.MinJitterThreshold.TotalMilliseconds)
                milliseconds += random * options.Jitter.TotalMilliseconds;
            return TimeSpan.FromMilliseconds(Math.Floor(milliseconds));
        }

        /// <summary>The policy as a pipeline. Cancellation ends it at once, also while it waits.</summary>
        /// <param name="repeatsSilence">False to give up at once where a connection can be had, or seems to, and nothing comes over it.</param>
        public ResiliencePipeline ToPipeline(TimeProvider? timeProvider = null, Func<double>? random = null, bool repeatsSilence = true)
        {
            if (options.MaxRetries == 0)
                return ResiliencePipeline.Empty;
            random ??= Random.Shared.NextDouble;
            return new ResiliencePipelineBuilder { TimeProvider = timeProvider ?? TimeProvider.System }
                .AddRetry(new RetryStrategyOptions
                {
                    MaxRetryAttempts = options.MaxRetries,
                    ShouldHandle = arguments => ValueTask.FromResult(
                        !arguments.Context.CancellationToken.IsCancellationRequested && Retryable.Is(arguments.Outcome.Exception)
                        && (repeatsSilence || !Retryable.IsSilence(arguments.Outcome.Exception))),
                    DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                        options.DelayBefore(arguments.AttemptNumber, Retryable.ServerDelay(arguments.Outcome.Exception), random())),
                })
                .Build();
        }
    }
}

/// <summary>Which failures a repetition can mend.</summary>
internal static class Retryable
{
    public static bool Is(Exception? exception) => exception switch
    {
        OperationLostException => true,
        RpcException { StatusCode: StatusCode.Unavailable } e => !IsTlsFailure(e),
        // Another call took over the operation's stream; it can be taken back.
        RpcException { StatusCode: StatusCode.Internal } e when e.Status.Detail.Contains("INVALID_CURSOR.DISCONNECTED", StringComparison.Ordinal) => true,
        // A connection that broke in the middle of a response arrives under several codes; the local cause tells it from a server's answer.
        RpcException { Status.DebugException: IOException or HttpRequestException } e => !IsTlsFailure(e),
        RpcException e => StatusDetails.Of(e)?.RetryDelay is not null,
        _ => false,
    };

    /// <summary>Nobody refused anything: the time for an answer, or for a connection, was up.</summary>
    public static bool IsSilence(Exception? exception) =>
        exception is RpcException e && (e.CauseOf<SilenceFault>() is not null || e.CauseOf<TimeoutException>() is not null);

    public static TimeSpan? ServerDelay(Exception? exception) =>
        exception is RpcException e ? StatusDetails.Of(e)?.RetryDelay : null;

    /// <summary>Both sides would say the same the next time.</summary>
    private static bool IsTlsFailure(RpcException exception) => exception.CauseOf<AuthenticationException>() is not null;
}

/// <summary>Where an error of gRPC comes from.</summary>
internal static class RpcCauses
{
    /// <summary>The outermost cause of a kind on this side of the connection; null when there is none.</summary>
    public static T? CauseOf<T>(this RpcException exception)
        where T : Exception
    {
        for (var cause = exception.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is T found)
                return found;
        }

        return null;
    }
}

/// <summary>The server has the session but not the operation, and no response of it was received: the request never arrived and is sent again.</summary>
internal sealed class OperationLostException(RpcException cause) : Exception(cause.Status.Detail, cause);
