using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Polly;
using Spark.Connect;

namespace SparkPipelines.Sql.Connect;

/// <summary>The connection to one server, shared by all sessions on it and closed when the last of them leaves.</summary>
internal sealed class ConnectChannel
{
    /// <summary>
    /// The largest window that .NET grants: with the default of 64 KiB a stream of Arrow batches waits for a round trip after every few rows.
    /// </summary>
    private const int StreamWindowBytes = 16 * 1024 * 1024;

    private readonly GrpcChannel _channel;
    private readonly CallInvoker _invoker;
    private readonly Metadata _headers;
    private readonly IAsyncDisposable? _server;
    private readonly SilenceWatch _silence;
    private int _users = 1;

    /// <param name="server">A server that was started for this channel and ends with it; null when the server is somebody else's.</param>
    /// <param name="retry">How calls are repeated; null for the default.</param>
    public ConnectChannel(ConnectionString connection, IAsyncDisposable? server = null, RetryOptions? retry = null)
    {
        Connection = connection;
        Retry = retry ?? RetryOptions.Default;
        RetryPipeline = Retry.ToPipeline();
        _silence = SilenceWatch.Create(Retry.SilenceTimeout, AskServerAsync);
        _server = server;
        _headers = HeadersOf(connection);
        _channel = GrpcChannel.ForAddress(connection.Address, new GrpcChannelOptions
        {
            HttpHandler = CreateHandler(),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = connection.MaxMessageBytes,
            MaxSendMessageSize = connection.MaxMessageBytes,
            ThrowOperationCanceledOnCancellation = true,
            // Arrow batches hardly shrink and the server would spend its time on it; none is offered.
            CompressionProviders = [],
            // Repetition is RetryOptions' affair.
            MaxRetryAttempts = null,
            ServiceConfig = null,
        });
        _invoker = _channel.CreateCallInvoker();
        Client = new SparkConnectService.SparkConnectServiceClient(new LinearCallInvoker(_invoker));
    }

    public ConnectionString Connection { get; }

    public RetryOptions Retry { get; }

    /// <summary><see cref="Retry"/> for all calls but a session's first.</summary>
    public ResiliencePipeline RetryPipeline { get; }

    public SparkConnectService.SparkConnectServiceClient Client { get; }

    public CallOptions CallOptions(CancellationToken cancellationToken) => new(_headers, cancellationToken: cancellationToken);

    /// <summary>Whether the server answers at all.</summary>
    /// <exception cref="OperationCanceledException">There was no answer in time.</exception>
    public Task<bool> AskServerAsync(CancellationToken cancellationToken) => ServerProbe.AskAsync(_invoker, CallOptions(cancellationToken));

    /// <summary>From here until it is disposed an answer is awaited, and silence is looked into.</summary>
    public SilenceWatch.Waiting AwaitAnswer() => _silence.Begin();

    /// <summary>Why a connection broke since a moment; null when none did.</summary>
    public Exception? FaultSince(long moment) => _silence.LastFault is { } fault && fault.Moment >= moment ? fault.Reason : null;

    public void AddUser() => Interlocked.Increment(ref _users);

    public async ValueTask RemoveUserAsync()
    {
        if (Interlocked.Decrement(ref _users) != 0)
            return;
        _silence.Dispose();
        _channel.Dispose();
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
    }

    private static Metadata HeadersOf(ConnectionString connection)
    {
        var headers = new Metadata();
        foreach (var (name, value) in connection.Headers)
            headers.Add(name, value);
        // gRPC's own call credentials refuse a connection without TLS, which is what a job's server on this machine has; a plain header goes over both.
        if (connection.Token is { } token)
            headers.Add("authorization", $"Bearer {token}");
        return headers;
    }

    private SocketsHttpHandler CreateHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        InitialHttp2StreamWindowSize = StreamWindowBytes,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        // HTTP proxies tunnel TLS only; a plain connection is to this machine or to a cluster at hand.
        UseProxy = Connection.UseTls,
        UseCookies = false,
        ConnectCallback = ConnectAsync,
        SslOptions = new() { RemoteCertificateValidationCallback = CertificateCheck.For(Connection) },
    };

    /// <summary>
    /// A dead peer is found by TCP's keepalive and, where something on the way still answers for it, by <see cref="SilenceWatch"/>. HTTP/2 pings
    /// are no help: Spark's server closes connections that ping more often than every five minutes while a query is silent.
    /// </summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 6);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            var stream = new ConnectionStream(new NetworkStream(socket, ownsSocket: true), isPlain: !Connection.UseTls, _silence);
            _silence.Add(stream);
            return stream;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            // Whoever accepts and closes at once may be heard already here.
            throw _silence.Noted<Exception>(
                e.SocketErrorCode is SocketError.Shutdown or SocketError.ConnectionReset ? ConnectionStream.ClosedWithoutAWord(e, isPlain: !Connection.UseTls) : e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
