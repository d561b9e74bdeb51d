using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Finds connections that are open and dead: a firewall that forgot them, a balancer whose server is gone, a network that swallows what is sent.
/// It works only while an answer is awaited. When nothing has come for half of the time allowed, the server is asked whether it is there; what it
/// answers does not matter. When nothing comes for the other half either, the silent connections are closed, and the calls on them fail as they do
/// when a connection breaks.
/// </summary>
internal sealed class SilenceWatch : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly Func<CancellationToken, Task> _ask;
    private readonly ConcurrentDictionary<ConnectionStream, bool> _connections = new();
    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private (Exception Reason, long Moment)? _lastFault;
    private long _waitingSince;
    private int _waiting;
    private bool _looking;
    private bool _disposed;

    private SilenceWatch(TimeSpan timeout, Func<CancellationToken, Task> ask)
    {
        (_timeout, _ask) = (timeout, ask);
        _timer = new Timer(_ => _ = LookAsync());
    }

    /// <param name="ask">Sends the server a question; it is cancelled when there is no answer in time.</param>
    public static SilenceWatch Create(TimeSpan timeout, Func<CancellationToken, Task> ask) => new(timeout, ask);

    public void Add(ConnectionStream connection) => _connections[connection] = true;

    public void Remove(ConnectionStream connection) => _connections.TryRemove(connection, out _);

    /// <summary>Why a connection broke last, and when. gRPC tells the calls on it only that they ended.</summary>
    public (Exception Reason, long Moment)? LastFault
    {
        get
        {
            lock (_lock)
                return _lastFault;
        }
    }

    /// <summary>Keeps the reason why a connection breaks, and gives it back to be thrown.</summary>
    public T Noted<T>(T fault)
        where T : Exception
    {
        lock (_lock)
            _lastFault = (fault, Stopwatch.GetTimestamp());
        return fault;
    }

    public Waiting Begin()
    {
        lock (_lock)
        {
            if (_waiting++ == 0)
            {
                _waitingSince = Stopwatch.GetTimestamp();
                if (!_looking)
                    Arm(_timeout / 2);
            }
        }

        return new Waiting(this);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer.Dispose();
        }
    }

    private void End()
    {
        lock (_lock)
            _waiting--;
    }

    private async Task LookAsync()
    {
        lock (_lock)
        {
            if (_waiting == 0 || _looking || _disposed)
                return;
            var quiet = Stopwatch.GetElapsedTime(Math.Max(_waitingSince, LastReceived()));
            if (quiet < _timeout / 2)
            {
                Arm((_timeout / 2) - quiet);
                return;
            }

            _looking = true;
        }

        var asked = Stopwatch.GetTimestamp();
        using (var patience = new CancellationTokenSource(_timeout / 2))
        {
            try
            {
                await _ask(patience.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                // Without its time being up, the question ended with the connection, as the calls on it do.
                if (patience.IsCancellationRequested)
                    GiveUpSilentSince(asked);
            }
        }

        lock (_lock)
        {
            _looking = false;
            if (_waiting > 0)
                Arm(_timeout / 2);
        }
    }

    private void GiveUpSilentSince(long moment)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"it did not answer for {_timeout.TotalSeconds:0.###} s");
        foreach (var connection in _connections.Keys)
        {
            if (connection.LastReceived < moment)
                connection.GiveUp(reason);
        }
    }

    private long LastReceived()
    {
        var last = 0L;
        foreach (var connection in _connections)
            last = Math.Max(last, connection.Key.LastReceived);
        return last;
    }

    private void Arm(TimeSpan wait)
    {
        if (!_disposed)
            _timer.Change(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>One wait for an answer, until it is disposed.</summary>
    internal readonly struct Waiting(SilenceWatch watch) : IDisposable
    {
        public void Dispose() => watch.End();
    }
}
