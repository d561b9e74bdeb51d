namespace SparkPipelines.Sql;

/// <summary>
/// When a call to a Spark is made again, how long to wait before, and after how much silence a connection is given up. The waits are Spark's own
/// <see href="https://github.com/apache/spark/blob/v4.2.0/python/pyspark/sql/connect/client/retries.py">default policy</see>, some ten minutes
/// in all. Only calls that never reached the server, or that can be repeated without doing anything twice, are made again.
/// </summary>
public sealed record RetryOptions
{
    /// <summary>What a session has that is told nothing else.</summary>
    public static RetryOptions Default { get; } = new();

    /// <summary>How often a call is repeated.</summary>
    /// <value>15 times; the first call of a session at most 4 times, so that a wrong address is reported within seconds.</value>
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

    /// <summary>
    /// How long nothing at all may come over a connection on which an answer is awaited. After half of it the server is asked whether it is there;
    /// a server that is busy with a long query says so, and the wait begins anew. A connection that stays silent is closed, and what waited on it
    /// is made again on a new one.
    /// </summary>
    /// <value>30 s.</value>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="ArgumentException">Values that no wait can be made of; the message names each.</exception>
    internal RetryOptions Checked()
    {
        string?[] findings =
        [
            MaxRetries < 0 ? $"MaxRetries is {MaxRetries}, less than 0" : null,
            !(BackoffMultiplier >= 1) ? FormattableString.Invariant($"BackoffMultiplier is {BackoffMultiplier}, less than 1") : null,
            Negative(InitialBackoff, nameof(InitialBackoff)),
            Negative(MaxBackoff, nameof(MaxBackoff)),
            Negative(Jitter, nameof(Jitter)),
            Negative(MinJitterThreshold, nameof(MinJitterThreshold)),
            Negative(MaxServerDelay, nameof(MaxServerDelay)),
            SilenceTimeout < ShortestSilence ? $"SilenceTimeout is {SilenceTimeout}, less than {ShortestSilence}" : null,
        ];
        var bad = findings.OfType<string>().ToList();
        return bad.Count == 0 ? this : throw new ArgumentException($"The retry options can't be used: {string.Join("; ", bad)}.");
    }

    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMilliseconds(100);

    private static string? Negative(TimeSpan value, string name) => value < TimeSpan.Zero ? $"{name} is {value}, less than 0" : null;
}
