using Grpc.Core;
using Polly;
using Polly.Retry;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// When and how long to wait before a call is made again; Spark's own
/// <see href="https://github.com/apache/spark/blob/v4.2.0/python/pyspark/sql/connect/client/retries.py">default policy</see>, some ten minutes
/// in all. Only calls that never reached the server, or that the server asks to repeat, are repeated.
/// </summary>
internal sealed record RetryOptions
{
    public static readonly RetryOptions Default = new();

    /// <summary>
    /// For the first call of a session. A wrong port or a server that isn't there should be reported within seconds, not minutes.
    /// </summary>
    public static readonly RetryOptions FirstContact = new() { MaxRetries = 4 };

    /// <summary>How often a call is repeated.</summary>
    /// <value>15 times.</value>
    public int MaxRetries { get; init; } = 15;

    /// <summary>The wait before the first repetition.</summary>
    /// <value>50 ms.</value>
    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What each further wait is multiplied by.</summary>
    /// <value>4.</value>
    public double BackoffMultiplier { get; init; } = 4;

    /// <summary>The longest wait, without jitter.</summary>
    /// <value>60 s.</value>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest random addition to a wait, so that many clients don't come back at once.</summary>
    /// <value>500 ms.</value>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Shorter waits get no jitter.</summary>
    /// <value>2 s.</value>
    public TimeSpan MinJitterThreshold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait that a server may ask for (<c>google.rpc.RetryInfo</c>).</summary>
    /// <value>10 min.</value>
    public TimeSpan MaxServerDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The wait before repetition number <paramref name="retry"/>, counted from 0.</summary>
    /// <param name="serverDelay">What the server asked for; it lengthens the wait and never shortens it.</param>
    /// <param name="random">From 0 to 1.</param>
    public TimeSpan DelayBefore(int retry, TimeSpan? serverDelay, double random)
    {
        // Past some retries the power exceeds every TimeSpan, hence the comparison in milliseconds.
        var milliseconds = Math.Min(InitialBackoff.TotalMilliseconds * Math.Pow(BackoffMultiplier, retry), MaxBackoff.TotalMilliseconds);
        if (serverDelay is { } asked)
            milliseconds = Math.Max(milliseconds, Math.Min(asked.TotalMilliseconds, MaxServerDelay.TotalMilliseconds));
        if (milliseconds >= MinJitterThreshold.TotalMilliseconds)
            milliseconds += random * Jitter.TotalMilliseconds;
        return TimeSpan.FromMilliseconds(Math.Floor(milliseconds));
    }

    /// <summary>The policy as a pipeline. Cancellation ends it at once, also while it waits.</summary>
    public ResiliencePipeline ToPipeline(TimeProvider? timeProvider = null, Func<double>? random = null)
    {
        random ??= Random.Shared.NextDouble;
        return new ResiliencePipelineBuilder { TimeProvider = timeProvider ?? TimeProvider.System }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = MaxRetries,
                ShouldHandle = arguments => ValueTask.FromResult(
                    !arguments.Context.CancellationToken.IsCancellationRequested && Retryable.Is(arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    DelayBefore(arguments.AttemptNumber, Retryable.ServerDelay(arguments.Outcome.Exception), random())),
            })
            .Build();
    }
}

/// <summary>Which failures a repetition can mend.</summary>
internal static class Retryable
{
    public static bool Is(Exception? exception) => exception switch
    {
        OperationLostException => true,
        RpcException { StatusCode: StatusCode.Unavailable } e => !IsRefusedCertificate(e),
        // Another call took over the operation's stream; it can be taken back.
        RpcException { StatusCode: StatusCode.Internal } e when e.Status.Detail.Contains("INVALID_CURSOR.DISCONNECTED", StringComparison.Ordinal) => true,
        // A connection that broke in the middle of a response arrives under several codes; the local cause tells it from a server's answer.
        RpcException { Status.DebugException: IOException or HttpRequestException } e => !IsRefusedCertificate(e),
        RpcException e => StatusDetails.Of(e)?.RetryDelay is not null,
        _ => false,
    };

    public static TimeSpan? ServerDelay(Exception? exception) =>
        exception is RpcException e ? StatusDetails.Of(e)?.RetryDelay : null;

    private static bool IsRefusedCertificate(RpcException exception)
    {
        for (var cause = exception.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is System.Security.Authentication.AuthenticationException)
                return true;
        }

        return false;
    }
}

/// <summary>The server does not know the operation, and no response of it was received: it may be started again.</summary>
internal sealed class OperationLostException(RpcException cause) : Exception(cause.Status.Detail, cause);
