namespace SparkPipelines.Pipelines;

/// <summary>A step's log file while its process writes to both of its streams, and the last lines for an error.</summary>
internal sealed class StepLog : IAsyncDisposable
{
    private readonly StreamWriter _writer;
    private readonly Queue<string> _tail = new();
    private readonly Lock _writing = new();
    private readonly int _tailLines;

    public StepLog(string file, int tailLines)
    {
        _tailLines = tailLines;
        _writer = new StreamWriter(file, append: true) { AutoFlush = true };
    }

    public IReadOnlyList<string> Tail
    {
        get
        {
            lock (_writing)
                return [.. _tail];
        }
    }

    public async Task DrainAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_writing)
            {
                _writer.WriteLine(line);
                _tail.Enqueue(line);
                if (_tail.Count > _tailLines)
                    _ = _tail.Dequeue();
            }
        }
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
