using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SparkPipelines.TestSupport;

/// <summary>
/// A TCP proxy that spoils the way to a server on command: it cuts connections after so many bytes, holds bytes back, refuses connections.
/// It knows nothing of what passes through, so the client meets just what a bad network does.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Link, Task> _links = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    private volatile TaskCompletionSource _open = Opened();
    private volatile bool _refusing;
    private long _cutAfter = -1;
    private long _bytesFromServer;
    private long _bytesToServer;
    private int _connections;
    private int _cuts;

    /// <summary>Starts a proxy to a server, on a free port of this machine.</summary>
    public FaultProxy(string host, int port)
    {
        (_host, _port) = (host, port);
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

    /// <summary>Holds back all bytes, both ways, until <see cref="Resume"/>; connections stay open.</summary>
    public void Pause() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume() => _open.TrySetResult();

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
                Reset(client);
                continue;
            }

            var link = new Link(client);
            _links[link] = Task.CompletedTask;
            _links[link] = RunAsync(link);
        }
    }

    private async Task RunAsync(Link link)
    {
        await Task.Yield();
        try
        {
            await link.Server.ConnectAsync(_host, _port, _end.Token);
            await Task.WhenAny(
                CopyAsync(link.Client.GetStream(), link.Server.GetStream(), fromServer: false),
                CopyAsync(link.Server.GetStream(), link.Client.GetStream(), fromServer: true));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Either side went away; the other is closed below, as a network does.
            _ = e;
        }
        finally
        {
            link.Cut();
            _links.TryRemove(link, out _);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool fromServer)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is var read and > 0)
        {
            await _open.Task;
            if (!fromServer)
                Interlocked.Add(ref _bytesToServer, read);
            if (fromServer && ReachesCut(read, out var allowed))
            {
                await to.WriteAsync(buffer.AsMemory(0, allowed), _end.Token);
                Cut();
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }

    private bool ReachesCut(int read, out int allowed)
    {
        var total = Interlocked.Add(ref _bytesFromServer, read);
        var cutAfter = Interlocked.Read(ref _cutAfter);
        allowed = 0;
        if (cutAfter < 0 || total < cutAfter || Interlocked.CompareExchange(ref _cutAfter, -1, cutAfter) != cutAfter)
            return false;
        allowed = (int)Math.Max(0, read - (total - cutAfter));
        return true;
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    /// <summary>Closes with a reset, not with an orderly end.</summary>
    private static void Reset(TcpClient client)
    {
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    private sealed class Link(TcpClient client)
    {
        private int _cut;

        public TcpClient Client { get; } = client;

        public TcpClient Server { get; } = new();

        /// <summary>Cuts both sides, once: the one who disposes the proxy and the one who sees a side go away may come together.</summary>
        public void Cut()
        {
            if (Interlocked.Exchange(ref _cut, 1) == 1)
                return;
            if (Client.Client is not null && Client.Connected)
                Reset(Client);
            Client.Dispose();
            Server.Dispose();
        }
    }
}
