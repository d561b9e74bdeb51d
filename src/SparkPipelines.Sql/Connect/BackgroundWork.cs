using System.Collections.Concurrent;

namespace SparkPipelines.Sql.Connect;

/// <summary>Work that goes on beside a session and should be over before the session ends. None of it fails: it handles its own errors.</summary>
internal sealed class BackgroundWork
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    public void Add(Task work)
    {
        _running[work] = true;
        _ = work.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for what runs now, for as long as the patience lasts.</summary>
    public Task EndAsync(TimeSpan patience) => Task.WhenAny(Task.WhenAll(_running.Keys), Task.Delay(patience));
}
