using Grpc.Core;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Tells the server in the background up to which response an operation's memory may be freed. One call at a time, each with the newest
/// response by then: a call for every response would cost the server more than the memory is worth.
/// </summary>
/// <param name="release">Releases up to a response, or the whole operation for null.</param>
/// <param name="background">Where the running calls are kept, so that the session outlives them.</param>
internal sealed class ReleaseQueue(Func<string?, Task> release, BackgroundWork background)
{
    private readonly Lock _lock = new();
    private string? _until;
    private bool _all;
    private bool _running;

    /// <summary>Everything up to and with a response has been received.</summary>
    public void Until(string responseId)
    {
        lock (_lock)
        {
            _until = responseId;
            Start();
        }
    }

    /// <summary>The operation has ended and nothing will be asked of it again.</summary>
    public void All()
    {
        lock (_lock)
        {
            _all = true;
            Start();
        }
    }

    private void Start()
    {
        if (_running)
            return;
        _running = true;
        background.Add(Task.Run(RunAsync));
    }

    private async Task RunAsync()
    {
        while (TryTake(out var until))
        {
            try
            {
                await release(until).ConfigureAwait(false);
            }
            catch (Exception e) when (e is RpcException or SparkException or OperationCanceledException or ObjectDisposedException)
            {
                // Releasing is a courtesy: the server also forgets by size and by time, and the channel may be closed by now.
                _ = e;
            }
        }
    }

    private bool TryTake(out string? until)
    {
        lock (_lock)
        {
            until = _all ? null : _until;
            var any = _all || _until is not null;
            (_until, _all, _running) = (null, false, any);
            return any;
        }
    }
}
