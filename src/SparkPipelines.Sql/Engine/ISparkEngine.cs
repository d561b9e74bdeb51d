using Spark.Connect;

namespace SparkPipelines.Sql.Engine;

/// <summary>
/// What runs plans: a real Spark over gRPC, or the embedded engine in this process. Both take Spark Connect's own messages, so there is one
/// tree and nothing to keep in step. One engine is one Spark session; members may be called from several threads at once.
/// Failures come as <see cref="SparkException"/>s, cancellation as <see cref="OperationCanceledException"/> after the work was stopped.
/// Messages handed over are never changed afterwards by either side.
/// </summary>
internal interface ISparkEngine : IAsyncDisposable
{
    EngineDescription Description { get; }

    /// <summary>Starts a plan. Rows stream while they are read; a command has run when its result has been read to the end.</summary>
    Task<QueryResult> ExecuteAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken);

    /// <summary>Answers a question about a plan without running it. The engine fills in the request's session fields.</summary>
    Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken);

    Task<ConfigResponse> ConfigAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellationToken);

    /// <summary>Hands files or cached data to the session; a name that is there already is not sent again.</summary>
    Task AddArtifactsAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken);

    /// <summary>Stops running operations and returns their ids: all of the session, those with a tag, or one.</summary>
    Task<IReadOnlyList<string>> InterruptAsync(InterruptScope scope, CancellationToken cancellationToken);

    /// <summary>Another session on the same engine: its own configuration and temporary views, the same cluster.</summary>
    Task<ISparkEngine> NewSessionAsync(CancellationToken cancellationToken);

    /// <summary>The id under which a server knows the session; null where there is no server.</summary>
    string? SessionId => null;

    /// <summary>Whether the session is gone for good, because its server was restarted or has dropped it.</summary>
    bool IsLost => false;

    /// <summary>Another session with a copy of this one's configuration, views, functions and artifacts.</summary>
    /// <exception cref="SparkUnsupportedOperationException">The engine can't.</exception>
    Task<ISparkEngine> CloneSessionAsync(CancellationToken cancellationToken) => throw new SparkUnsupportedOperationException(
        $"SparkSession.CloneSession needs a Spark of version 4.1 or newer; {Description} is none.",
        new SparkErrorDetails { ErrorClass = "UNSUPPORTED_FEATURE.SERVER_VERSION", Engine = Description.ToString() });
}

/// <summary>Who answers.</summary>
/// <param name="Name"><c>Spark</c> or <c>embedded</c>.</param>
/// <param name="Version">The Spark version that answers, or whose behaviour the embedded engine has.</param>
/// <param name="Location">Where it is, without secrets: <c>sc://host:port</c>, or <c>in process</c>.</param>
internal sealed record EngineDescription(string Name, Version Version, string Location)
{
    public bool IsEmbedded => Name == "embedded";

    /// <summary>As errors and logs name it: <c>Spark 4.2.1</c>, <c>embedded (as Spark 4.2.1)</c>.</summary>
    public override string ToString() => IsEmbedded ? $"embedded (as Spark {Version})" : $"{Name} {Version}";
}

/// <summary>How one plan is run.</summary>
internal sealed record ExecutionOptions
{
    public static readonly ExecutionOptions Default = new();

    /// <summary>Tags by which the operation can be interrupted and found in Spark's own pages.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Called as work proceeds, from whichever thread reads the result; null when nobody asks.</summary>
    public Action<ExecutionProgress>? Progress { get; init; }
}

/// <summary>How far an operation is. An engine without stages reports one of a hundred tasks.</summary>
internal sealed record ExecutionProgress(string OperationId, IReadOnlyList<StageProgress> Stages, long InflightTasks);

internal sealed record StageProgress(long StageId, long Tasks, long CompletedTasks, long InputBytesRead, bool IsDone);

/// <summary>A file or cached data under a name such as <c>cache/HASH</c>, <c>files/NAME</c>, <c>jars/NAME</c>.</summary>
internal sealed record EngineArtifact(string Name, Func<Stream> Open, long LengthBytes)
{
    /// <summary>Begins the name of what goes on to the server's file system and is no part of the session.</summary>
    public const string ForwardToFs = "forward_to_fs";

    /// <summary>Data in memory, which must stay as it is until it has been added.</summary>
    public EngineArtifact(string name, ReadOnlyMemory<byte> content)
        : this(name, () => throw new InvalidOperationException("An artifact in memory is read where it is."), content.Length) => Content = content;

    /// <summary>The data where it is in memory already, so that nobody copies it; null where it comes from <see cref="Open"/>.</summary>
    public ReadOnlyMemory<byte>? Content { get; }
}

/// <summary>Which operations to interrupt: all, those with <see cref="Tag"/>, or the one of <see cref="OperationId"/>.</summary>
internal sealed record InterruptScope(string? Tag = null, string? OperationId = null)
{
    public static readonly InterruptScope All = new();
}
