using System.Diagnostics;
using Grpc.Core;
using Polly;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// One session on a server: who calls, which session the server made of it, and how a call is repeated and its failure told. Every call goes
/// through here.
/// </summary>
internal sealed class ConnectSession
{
    private string? _serverSideSessionId;
    private volatile bool _isLost;

    public ConnectSession(ConnectChannel channel, Guid sessionId)
    {
        Channel = channel;
        SessionId = sessionId.ToString("D");
        ClientType = Connect.ClientType.Of(channel.Connection.UserAgent);
        User = channel.Connection.UserId is { } user ? new UserContext { UserId = user, UserName = user } : new UserContext();
    }

    public ConnectChannel Channel { get; }

    public string SessionId { get; }

    /// <summary>Calls that nobody waits for while the session is used.</summary>
    public BackgroundWork Background { get; } = new();

    public string ClientType { get; }

    public UserContext User { get; }

    /// <summary>The server's own id of the session, once it has answered; servers before 4.0 have none.</summary>
    public string? ServerSideSessionId => Volatile.Read(ref _serverSideSessionId);

    /// <summary>Whether the server has said that it no longer has the session; it never comes back.</summary>
    public bool IsLost => _isLost;

    /// <summary>Who answers; null before the first answer.</summary>
    public EngineDescription? Server { get; set; }

    /// <summary>A call with one answer, repeated as the policy says.</summary>
    /// <param name="first">The policy of the session's first call; null for the usual one.</param>
    public async Task<T> CallAsync<T>(
        Func<SparkConnectService.SparkConnectServiceClient, CallOptions, AsyncUnaryCall<T>> call,
        Func<T, string> serverSideSessionId, CancellationToken cancellationToken, ResiliencePipeline? first = null)
    {
        var answer = await RetryAsync(
            async token =>
            {
                using var running = call(Channel.Client, Channel.CallOptions(token));
                return await running.ResponseAsync.ConfigureAwait(false);
            },
            cancellationToken, first).ConfigureAwait(false);
        Observe(serverSideSessionId(answer));
        return answer;
    }

    /// <summary>Work that may be repeated when it fails with an <see cref="RpcException"/>; the last failure is translated.</summary>
    public async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken, ResiliencePipeline? policy = null)
    {
        try
        {
            return await (policy ?? Channel.RetryPipeline).ExecuteAsync(
                static async (call, token) => await call.Session.AttemptAsync(call.Work, token).ConfigureAwait(false), (Session: this, Work: work), cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException e) when (cancellationToken.IsCancellationRequested && e.StatusCode == StatusCode.Cancelled)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (RpcException e)
        {
            throw await TranslateAsync(e).ConfigureAwait(false);
        }
        catch (OperationLostException e)
        {
            throw await TranslateAsync((RpcException)e.InnerException!).ConfigureAwait(false);
        }
    }

    /// <summary>A connection that breaks before the first header ends a call as if it had been cancelled; nobody did that.</summary>
    private async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var waiting = Channel.AwaitAnswer();
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "the connection broke", Channel.FaultSince(begun) ?? e));
        }
    }

    public async Task<SparkException> TranslateAsync(RpcException exception)
    {
        var error = await ErrorTranslator.TranslateAsync(exception, FetchErrorDetailsAsync, Channel.Connection.Location, Server?.ToString()).ConfigureAwait(false);
        return LostHandles.IsOfSession(error.ErrorClass) ? Lost(error.Details, error) : error;
    }

    /// <summary>
    /// Notes the server's id of the session. Another id than before means that the server was restarted or dropped the session: views, settings
    /// and artifacts are gone, and to go on silently would answer from an empty session.
    /// </summary>
    /// <exception cref="SparkConnectException">The server has lost the session.</exception>
    public void Observe(string serverSideSessionId)
    {
        if (serverSideSessionId.Length == 0)
            return;
        var known = Interlocked.CompareExchange(ref _serverSideSessionId, serverSideSessionId, null);
        if (known is null || known == serverSideSessionId)
            return;
        throw Lost(
            new SparkErrorDetails
            {
                ErrorClass = LostHandles.SessionChanged,
                SqlState = "HY000",
                MessageParameters = new Dictionary<string, string> { ["handle"] = SessionId },
                Engine = Server?.ToString(),
            },
            null);
    }

    private SparkConnectException Lost(SparkErrorDetails error, Exception? inner)
    {
        _isLost = true;
        return ConnectionErrors.SessionLost(SessionId, Channel.Connection.Location, error, inner);
    }

    /// <summary>Ends the session on the server: what runs in it is stopped, what it holds is freed.</summary>
    public async Task ReleaseAsync()
    {
        var request = new ReleaseSessionRequest { SessionId = SessionId, UserContext = User, ClientType = ClientType };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await Channel.Client.ReleaseSessionAsync(request, Channel.CallOptions(patience.Token)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // A server that can't be reached drops the session by itself after an hour without calls.
            _ = e;
        }
    }

    private async Task<FetchErrorDetailsResponse?> FetchErrorDetailsAsync(string errorId)
    {
        var request = new FetchErrorDetailsRequest { SessionId = SessionId, UserContext = User, ClientType = ClientType, ErrorId = errorId };
        if (ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        // Its own short time: the error must be told even when the server that had it is going away.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            return await Channel.Client.FetchErrorDetailsAsync(request, Channel.CallOptions(patience.Token)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // The status that came with the error says the same, only shorter.
            return null;
        }
    }
}
