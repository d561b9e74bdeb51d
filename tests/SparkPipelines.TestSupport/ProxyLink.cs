using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;

namespace SparkPipelines.TestSupport;

/// <summary>One connection through a <see cref="FaultProxy"/>, frame by frame.</summary>
internal sealed class ProxyLink(FaultProxy proxy, TcpClient client) : IDisposable
{
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Http2Calls _calls = new();

    private volatile TaskCompletionSource? _paused;
    private int _cut;

    public void Pause() => _paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume() => _paused?.TrySetResult();

    /// <summary>Carries bytes until either side goes away or a fault ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var fromClient = await OpenAsync(cancellationToken);
            await proxy.ConnectAsync(_server, cancellationToken);
            var fromServer = new NetworkStream(_server);
            var ended = await Task.WhenAny(
                CarryClientAsync(fromClient, fromServer, cancellationToken), CarryServerAsync(fromServer, fromClient, cancellationToken));
            await ended;
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException or AuthenticationException)
        {
            // Either side went away; the other is closed below, as a network does.
            _ = e;
        }
        finally
        {
            Cut();
        }
    }

    public void Dispose() => Cut();

    /// <summary>Cuts both sides, once: the one who disposes the proxy and the one who sees a side go away may come together.</summary>
    public void Cut()
    {
        if (Interlocked.Exchange(ref _cut, 1) == 1)
            return;
        Reset(client);
        _server.Dispose();
        Resume();
    }

    /// <summary>Closes with a reset, not with an orderly end.</summary>
    public static void Reset(TcpClient client)
    {
        if (client.Client is { Connected: true })
            client.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        client.NoDelay = true;
        if (proxy.Certificate is null)
            return client.GetStream();
        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = proxy.Certificate, ApplicationProtocols = [SslApplicationProtocol.Http2] }, cancellationToken);
        return secure;
    }

    private async Task CarryClientAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var start = new byte[Http2Calls.Preface.Length];
        var read = await from.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        await WhenOpenAsync();
        await to.WriteAsync(start.AsMemory(0, read), cancellationToken);
        if (!start.AsSpan(0, read).SequenceEqual(Http2Calls.Preface))
        {
            await from.CopyToAsync(to, cancellationToken);
            return;
        }

        // What is on its way arrives, even when its sender has gone meanwhile; so it is taken in while it is held back.
        var underway = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var taking = TakeInAsync(from, underway.Writer, cancellationToken);
        await foreach (var frame in underway.Reader.ReadAllAsync(cancellationToken))
        {
            await WhenOpenAsync();
            proxy.CountToServer(frame.Length);
            await to.WriteAsync(frame, cancellationToken);
        }

        await taking;
    }

    private async Task TakeInAsync(Stream from, ChannelWriter<byte[]> underway, CancellationToken cancellationToken)
    {
        try
        {
            while (await ReadFrameAsync(from, cancellationToken) is { } frame)
            {
                if (_calls.FromClient(frame).Select(seen => proxy.Judge(this, seen.Call, seen.Moment)).Contains(Fault.Cut))
                {
                    proxy.Cut();
                    return;
                }

                underway.TryWrite(frame);
            }
        }
        finally
        {
            underway.Complete();
        }
    }

    private async Task CarryServerAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        while (await ReadFrameAsync(from, cancellationToken) is { } frame)
        {
            await WhenOpenAsync();
            foreach (var (call, moment) in _calls.FromServer(frame))
            {
                if (proxy.Judge(this, call, moment) != Fault.Cut)
                    continue;
                // In the middle of the frame, for a client must bear that too.
                await to.WriteAsync(frame.AsMemory(0, moment == CallMoment.Batch ? frame.Length / 2 : 0), cancellationToken);
                proxy.Cut();
                return;
            }

            await WhenOpenAsync();
            if (proxy.ReachesCut(frame.Length, out var allowed))
            {
                await to.WriteAsync(frame.AsMemory(0, allowed), cancellationToken);
                proxy.Cut();
                return;
            }

            await to.WriteAsync(frame, cancellationToken);
        }
    }

    private async Task WhenOpenAsync()
    {
        await proxy.WhenOpenAsync();
        if (_paused is { } paused)
            await paused.Task;
    }

    private static async Task<byte[]?> ReadFrameAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[Http2Calls.FrameHeaderBytes];
        if (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken) < header.Length)
            return null;
        var length = (header[0] << 16) | (header[1] << 8) | header[2];
        var frame = new byte[header.Length + length];
        header.CopyTo(frame, 0);
        await stream.ReadExactlyAsync(frame.AsMemory(header.Length), cancellationToken);
        return frame;
    }
}
