using Polly;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>The engine that is a real Spark, reached over Spark Connect.</summary>
internal sealed class ConnectEngine : ISparkEngine
{
    private static readonly TimeSpan BackgroundPatience = TimeSpan.FromSeconds(5);

    private readonly ConnectSession _session;
    private readonly ServerFeatures _features;
    private readonly ArtifactUploader _artifacts;
    private bool _disposed;

    private ConnectEngine(ConnectSession session, EngineDescription description)
    {
        _session = session;
        _features = new ServerFeatures(description);
        _artifacts = new ArtifactUploader(session);
        Description = description;
    }

    public EngineDescription Description { get; }

    internal ConnectSession Session => _session;

    /// <summary>Reaches a server, learns its version and hands it the session's settings.</summary>
    /// <param name="server">A server started for this engine, to be stopped with it; null when the server is somebody else's.</param>
    /// <param name="retry">How calls are repeated; null for the default.</param>
    /// <exception cref="SparkConnectException">The server can't be reached or refuses the token.</exception>
    public static async Task<ConnectEngine> ConnectAsync(
        ConnectionString connection, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, IAsyncDisposable? server = null,
        RetryOptions? retry = null)
    {
        var channel = new ConnectChannel(connection, server, retry);
        try
        {
            var engine = await OpenSessionAsync(channel, connection.SessionId ?? Guid.NewGuid(), cancellationToken).ConfigureAwait(false);
            await SessionSettings.ApplyAsync(engine, settings, cancellationToken).ConfigureAwait(false);
            return engine;
        }
        catch
        {
            await channel.RemoveUserAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<QueryResult> ExecuteAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var request = new ExecutePlanRequest
        {
            SessionId = _session.SessionId,
            UserContext = _session.User,
            ClientType = _session.ClientType,
            OperationId = Guid.NewGuid().ToString("D"),
            Plan = _features.Adapt(plan),
        };
        if (_session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        request.Tags.AddRange(options.Tags.Select(CheckTag));
        request.RequestOptions.Add(new ExecutePlanRequest.Types.RequestOption { ReattachOptions = new() { Reattachable = true } });
        // Servers before 4.1 don't know the option; without it a batch beyond the message limit fails there.
        if (_features.Has(Feature.ArrowBatchChunking))
            request.RequestOptions.Add(new ExecutePlanRequest.Types.RequestOption { ResultChunkingOptions = new() { AllowArrowBatchChunking = true } });
        return await ConnectQueryResult.StartAsync(_session, request, options.Progress, cancellationToken).ConfigureAwait(false);
    }

    public Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return AnalyzeAsync(_session, _features.Adapt(request), cancellationToken);
    }

    public Task<ConfigResponse> ConfigAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var request = new ConfigRequest
        {
            SessionId = _session.SessionId,
            UserContext = _session.User,
            ClientType = _session.ClientType,
            Operation = operation,
        };
        if (_session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        return _session.CallAsync((client, options) => client.ConfigAsync(request, options), answer => answer.ServerSideSessionId, cancellationToken);
    }

    public Task AddArtifactsAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _artifacts.AddAsync(artifacts, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> InterruptAsync(InterruptScope scope, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var request = new InterruptRequest { SessionId = _session.SessionId, UserContext = _session.User, ClientType = _session.ClientType };
        if (_session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        if (scope.OperationId is { } operation)
            (request.InterruptType, request.OperationId) = (InterruptRequest.Types.InterruptType.OperationId, operation);
        else if (scope.Tag is { } tag)
            (request.InterruptType, request.OperationTag) = (InterruptRequest.Types.InterruptType.Tag, CheckTag(tag));
        else
            request.InterruptType = InterruptRequest.Types.InterruptType.All;
        var response = await _session.CallAsync(
            (client, options) => client.InterruptAsync(request, options), answer => answer.ServerSideSessionId, cancellationToken).ConfigureAwait(false);
        return response.InterruptedIds;
    }

    public async Task<ISparkEngine> NewSessionAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _session.Channel.AddUser();
        try
        {
            return await OpenSessionAsync(_session.Channel, Guid.NewGuid(), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await _session.Channel.RemoveUserAsync().ConfigureAwait(false);
            throw;
        }
    }

    public string? SessionId => _session.SessionId;

    public bool IsLost => _session.IsLost;

    public async Task<ISparkEngine> CloneSessionAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _features.Require(Feature.CloneSession, "SparkSession.CloneSession");
        var id = Guid.NewGuid();
        var request = new CloneSessionRequest
        {
            SessionId = _session.SessionId, UserContext = _session.User, ClientType = _session.ClientType, NewSessionId = id.ToString("D"),
        };
        if (_session.ServerSideSessionId is { } known)
            request.ClientObservedServerSideSessionId = known;
        await _session.CallAsync(
            (client, options) => client.CloneSessionAsync(request, options), answer => answer.ServerSideSessionId, cancellationToken).ConfigureAwait(false);
        _session.Channel.AddUser();
        try
        {
            return await OpenSessionAsync(_session.Channel, id, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await _session.Channel.RemoveUserAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the session on the server, unless it was joined by its id and so belongs to others too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        // A release that reaches a server after its session is gone is an error in the server's log.
        await _session.Background.EndAsync(BackgroundPatience).ConfigureAwait(false);
        if (_features.Has(Feature.ReleaseSession) && _session.SessionId != _session.Channel.Connection.SessionId?.ToString("D"))
            await _session.ReleaseAsync().ConfigureAwait(false);
        _artifacts.Dispose();
        await _session.Channel.RemoveUserAsync().ConfigureAwait(false);
    }

    private static async Task<ConnectEngine> OpenSessionAsync(ConnectChannel channel, Guid sessionId, CancellationToken cancellationToken)
    {
        var session = new ConnectSession(channel, sessionId);
        var request = new AnalyzePlanRequest { SparkVersion = new() };
        var answer = await AnalyzeAsync(
            session, request, cancellationToken, channel.Retry.ForFirstContact().ToPipeline(repeatsSilence: false)).ConfigureAwait(false);
        var description = new EngineDescription("Spark", ServerFeatures.ParseVersion(answer.SparkVersion.Version), channel.Connection.Location);
        session.Server = description;
        return new ConnectEngine(session, description);
    }

    private static Task<AnalyzePlanResponse> AnalyzeAsync(
        ConnectSession session, AnalyzePlanRequest request, CancellationToken cancellationToken, ResiliencePipeline? first = null)
    {
        request.SessionId = session.SessionId;
        request.UserContext = session.User;
        request.ClientType = session.ClientType;
        if (session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        return session.CallAsync(
            (client, options) => client.AnalyzePlanAsync(request, options), answer => answer.ServerSideSessionId, cancellationToken, first);
    }

    /// <summary>The server refuses these too, but some versions only while the query already runs.</summary>
    private static string CheckTag(string tag) =>
        tag.Length > 0 && !tag.Contains(',', StringComparison.Ordinal)
            ? tag
            : throw new ArgumentException($"The tag '{tag}' can't be used; a tag has at least one character and no comma.", nameof(tag));
}
