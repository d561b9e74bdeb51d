using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SparkPipelines.TestSupport;

/// <summary>
/// A proxy that spoils the way to a server on command: it cuts connections after so many bytes or at a moment of a call, holds bytes back, refuses
/// connections, speaks TLS. It reads along to know the moments and changes nothing, so the client meets just what a bad network does.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxyLink, Task> _links = new();
    private readonly ConcurrentDictionary<PlannedFault, bool> _planned = new();
    private readonly ConcurrentDictionary<(string Call, CallMoment Moment), int> _seen = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    private volatile TaskCompletionSource _open = Opened();
    private volatile bool _refusing;
    private volatile EndPoint _target;
    private long _cutAfter = -1;
    private long _bytesFromServer;
    private long _bytesToServer;
    private int _connections;
    private int _cuts;

    /// <summary>Starts a proxy to a server, on a free port of this machine.</summary>
    /// <param name="certificate">What the proxy shows to clients, which then must speak TLS; null for plain connections.</param>
    public FaultProxy(string host, int port, X509Certificate2? certificate = null)
    {
        _target = new DnsEndPoint(host, port);
        Certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The connection string through the proxy.</summary>
    public string Remote => $"sc://localhost:{Port}";

    /// <summary>Connections accepted so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Connections cut so far.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>Bytes handed on from the server so far.</summary>
    public long BytesFromServer => Interlocked.Read(ref _bytesFromServer);

    /// <summary>Bytes handed on to the server so far.</summary>
    public long BytesToServer => Interlocked.Read(ref _bytesToServer);

    internal X509Certificate2? Certificate { get; }

    /// <summary>How often a call was sent, or got to a later moment, so far.</summary>
    public int Count(string call, CallMoment moment = CallMoment.Request) => _seen.GetValueOrDefault((call, moment));

    /// <summary>Plans a fault for the <paramref name="nth"/> time, from now on, that a call, or any for null, gets to a moment.</summary>
    /// <returns>Done when the fault has happened.</returns>
    public Task Plan(Fault fault, string? call, CallMoment moment, int nth = 1)
    {
        var planned = new PlannedFault(call, moment, nth, fault);
        _planned[planned] = true;
        return planned.Happened.Task;
    }

    /// <summary>Cuts every connection, once, after so many further bytes from the server.</summary>
    public void CutAfter(long bytesFromServer) => Interlocked.Exchange(ref _cutAfter, BytesFromServer + bytesFromServer);

    /// <summary>Cuts every connection now.</summary>
    public void Cut()
    {
        foreach (var link in _links.Keys)
        {
            link.Cut();
            Interlocked.Increment(ref _cuts);
        }
    }

    /// <summary>Leads new connections to another server: with <see cref="Cut"/>, what a restart is to a client.</summary>
    public void LeadTo(string host, int port) => _target = new DnsEndPoint(host, port);

    /// <summary>Holds back all bytes, both ways, until <see cref="Resume"/>; connections stay open.</summary>
    public void Pause() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume()
    {
        _open.TrySetResult();
        foreach (var link in _links.Keys)
            link.Resume();
    }

    /// <summary>Closes new connections at once, as a server does that is down.</summary>
    public void Refuse() => _refusing = true;

    public void Accept() => _refusing = false;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Resume();
        foreach (var link in _links.Keys)
            link.Cut();
        await _accepting;
        await Task.WhenAll(_links.Values);
        _end.Dispose();
    }

    internal void CountToServer(int bytes) => Interlocked.Add(ref _bytesToServer, bytes);

    /// <summary>Waits while everything is held back.</summary>
    internal Task WhenOpenAsync() => _open.Task;

    internal Task ConnectAsync(Socket server, CancellationToken cancellationToken) => server.ConnectAsync(_target, cancellationToken).AsTask();

    /// <summary>The fault that is planned for this moment of this call.</summary>
    internal Fault Judge(ProxyLink link, string call, CallMoment moment)
    {
        _seen.AddOrUpdate((call, moment), 1, (_, count) => count + 1);
        // All of them count the moment, so all are asked before the first that is due is looked at.
        foreach (var planned in _planned.Keys.Where(planned => planned.IsDue(call, moment)).ToList())
        {
            _planned.TryRemove(planned, out _);
            switch (planned.Fault)
            {
                case Fault.Silence:
                    Pause();
                    break;
                case Fault.SilenceOfOne:
                    link.Pause();
                    break;
                default:
                    break;
            }

            planned.Happened.SetResult();
            if (planned.Fault != Fault.None)
                return planned.Fault;
        }

        return Fault.None;
    }

    /// <summary>Counts bytes of the server that are about to be handed on; true when they reach a cut.</summary>
    internal bool ReachesCut(int bytes, out int allowed)
    {
        var total = Interlocked.Add(ref _bytesFromServer, bytes);
        var cutAfter = Interlocked.Read(ref _cutAfter);
        allowed = 0;
        if (cutAfter < 0 || total < cutAfter || Interlocked.CompareExchange(ref _cutAfter, -1, cutAfter) != cutAfter)
            return false;
        allowed = (int)Math.Max(0, bytes - (total - cutAfter));
        return true;
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_end.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            if (_refusing)
            {
                ProxyLink.Reset(client);
                continue;
            }

            var link = new ProxyLink(this, client);
            _links[link] = Task.CompletedTask;
            _links[link] = RunAsync(link);
        }
    }

    private async Task RunAsync(ProxyLink link)
    {
        await Task.Yield();
        await link.RunAsync(_end.Token);
        _links.TryRemove(link, out _);
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
