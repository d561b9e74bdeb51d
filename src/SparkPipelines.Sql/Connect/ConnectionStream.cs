using System.Diagnostics;
using System.Security.Authentication;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// One connection's bytes. It notes when the last ones came, can be given up for its silence, and tells what answers in place of a Spark where the
/// first bytes show it.
/// </summary>
internal sealed class ConnectionStream(Stream inner, bool isPlain, SilenceWatch watch) : Stream
{
    /// <summary>TLS's record for alerts; as the first byte of HTTP/2 it would begin a frame of over a million bytes.</summary>
    private const byte TlsAlert = 0x15;

    private long _lastReceived = Stopwatch.GetTimestamp();
    private volatile bool _anyReceived;
    private volatile string? _givenUp;

    /// <summary>When bytes came last, or when the connection was made, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long LastReceived => Volatile.Read(ref _lastReceived);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Closes the connection; whoever reads or writes hears the reason.</summary>
    public void GiveUp(string reason)
    {
        _givenUp = reason;
        inner.Dispose();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (_givenUp is { } reason && e is not OperationCanceledException)
        {
            throw watch.Noted(new SilenceFault(reason, e));
        }
        catch (IOException e) when (!_anyReceived && isPlain)
        {
            throw watch.Noted(new ConnectionFault(NoFirstByte, e));
        }
        catch (IOException e)
        {
            throw watch.Noted(e);
        }

        // HTTP/2 also asks with an empty buffer, to hear when there is something to read.
        if (buffer.Length == 0)
            return read;
        if (read > 0)
            Volatile.Write(ref _lastReceived, Stopwatch.GetTimestamp());
        if (!_anyReceived && isPlain)
            CheckFirst(buffer.Span[..read]);
        _anyReceived = true;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (_givenUp is { } reason && e is not OperationCanceledException)
        {
            throw watch.Noted(new SilenceFault(reason, e));
        }
        catch (IOException e) when (!_anyReceived && isPlain)
        {
            throw watch.Noted(new ConnectionFault(NoFirstByte, e));
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            watch.Remove(this);
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A connection that ends before its first byte.</summary>
    public static ConnectionFault ClosedWithoutAWord(Exception? cause, bool isPlain) =>
        new(isPlain ? NoFirstByte : "it closes connections without a word", cause);

    private void CheckFirst(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw watch.Noted(new ConnectionFault(NoFirstByte));
        if (bytes[0] == TlsAlert)
            throw watch.Noted(new TlsFault("it speaks TLS; add ;use_ssl=true to the connection string"));
        if (bytes.StartsWith("HTTP/"u8))
            throw watch.Noted(new ConnectionFault("an older HTTP server answers there, which is no Spark Connect"));
    }

    private const string NoFirstByte = "it closes connections without a word; if it speaks TLS, add ;use_ssl=true to the connection string";
}

/// <summary>A connection that broke for a reason that is known better than the socket's error tells; the message is the end of a sentence.</summary>
internal class ConnectionFault(string reason, Exception? cause = null) : IOException(reason, cause);

/// <summary>The connection was given up for its silence.</summary>
internal sealed class SilenceFault(string reason, Exception cause) : ConnectionFault(reason, cause);

/// <summary>TLS wanted by one side only, or a certificate that is refused; to try again is no use. The message is the end of a sentence.</summary>
internal sealed class TlsFault(string reason) : AuthenticationException(reason);
