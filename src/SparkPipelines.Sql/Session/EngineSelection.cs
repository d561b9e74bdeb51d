using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

/// <summary>What a session's builder was told about where plans are to run.</summary>
internal sealed record EngineRequest
{
    /// <summary>A Spark Connect server: <c>sc://host:port/;param=value</c>.</summary>
    public string? Remote { get; init; }

    /// <summary>A Spark master as <c>spark-submit</c> takes it: <c>local[*]</c>, <c>spark://host:7077</c>.</summary>
    public string? Master { get; init; }

    /// <summary>How calls to a Spark are repeated; null for the default.</summary>
    public RetryOptions? Retry { get; init; }

    /// <summary>Spark configuration keys and values.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>Chooses the engine of a session: a Spark that is named, else the embedded one.</summary>
internal static class EngineSelection
{
    /// <summary>Set by spark-submit's runner, and by anyone who wants a program to run on a Spark of theirs.</summary>
    public const string RemoteVariable = "SPARK_REMOTE";

    /// <summary>The token for <see cref="RemoteVariable"/>, kept out of the connection string.</summary>
    public const string TokenVariable = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

    /// <summary>Whether anything says where plans are to run.</summary>
    public static bool NamesASpark(EngineRequest request) =>
        request.Remote is not null || request.Master is not null || Environment.GetEnvironmentVariable(RemoteVariable) is { Length: > 0 };

    /// <summary>
    /// In this order: <see cref="RemoteVariable"/>; <see cref="EngineRequest.Remote"/>; <see cref="EngineRequest.Master"/>; embedded. The
    /// environment wins because whoever submits a job knows better where it runs than the job does.
    /// </summary>
    /// <exception cref="ArgumentException">Both a remote and a master are asked for, or one of them can't be read.</exception>
    /// <exception cref="SparkConnectException">The Spark that was named can't be reached or started.</exception>
    /// <exception cref="SparkUnsupportedOperationException">No Spark is named and the application brings no embedded engine.</exception>
    public static Task<ISparkEngine> CreateAsync(EngineRequest request, CancellationToken cancellationToken) =>
        CreateAsync(request, Environment.GetEnvironmentVariable, cancellationToken);

    internal static async Task<ISparkEngine> CreateAsync(
        EngineRequest request, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        if (request.Remote is not null && request.Master is not null)
        {
            throw new ArgumentException(
                $"The session asks for the remote Spark and for the master '{request.Master}' at once; keep one of Remote and Master.");
        }

        if (environment(RemoteVariable) is { Length: > 0 } remote)
            return await ConnectEngine.ConnectAsync(Parse(remote, RemoteVariable), request.Settings, cancellationToken, retry: request.Retry).ConfigureAwait(false);
        if (request.Remote is { } named)
            return await ConnectEngine.ConnectAsync(Parse(named, "Remote"), request.Settings, cancellationToken, retry: request.Retry).ConfigureAwait(false);
        if (request.Master is { } master)
            return await LocalSpark.ConnectAsync(master, request.Settings, cancellationToken, request.Retry).ConfigureAwait(false);

        var embedded = EngineProvider.FindEmbedded() ?? throw new SparkUnsupportedOperationException(
            "No engine can run this session: no Spark is named and the application does not reference SparkPipelines.Embedded; "
            + $"add that package, set {RemoteVariable}=sc://host:port, or call Remote or Master on the builder.",
            SparkErrorDetails.None);
        return await embedded.CreateAsync(request.Settings, cancellationToken).ConfigureAwait(false);

        ConnectionString Parse(string text, string origin) => ConnectionString.Parse(text, origin, environment);
    }
}
