using SparkPipelines.Embedded.Formats.Lines;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Formats;

/// <summary>
/// Makes batches of the pieces of files in their order, the next ones on other threads while one is used: where DuckDB has to keep the rows' order it reads with one
/// thread, which would unpack, parse and compute in turn. The first piece is made when it is asked for, so that small files and the first rows of large ones
/// cost no more than they need.
/// </summary>
/// <param name="reader">The pieces.</param>
/// <param name="parse">Makes a batch of a piece; null where it has no rows.</param>
/// <param name="ahead">How many pieces to be ahead, at most.</param>
internal sealed class ReadAhead(IBlockReader reader, Func<LineBlock, ExportedBatch?> parse, int ahead) : IDisposable
{
    /// <summary>As many as there are cores to make them; more would only fill the memory.</summary>
    internal static readonly int Usual = Math.Min(Environment.ProcessorCount, 4);

    private readonly Lock _lock = new();
    private readonly Queue<Task<Made>> _making = [];
    private Task _lastRead = Task.CompletedTask;
    private bool _hasBegun;
    private bool _isDisposed;

    /// <summary>The next batch; null after the last. May be called from several threads.</summary>
    internal ExportedBatch? Next()
    {
        while (true)
        {
            Made made = Take();
            if (made.Batch is not null || made.IsEnd)
                return made.Batch;
        }
    }

    /// <summary>Waits for what is being made and lets go of it. The reader can be disposed then.</summary>
    public void Dispose()
    {
        Task<Made>[] making;
        lock (_lock)
        {
            _isDisposed = true;
            making = [.. _making];
            _making.Clear();
        }

        foreach (Task<Made> one in making)
        {
            // A piece that nobody asked for may be as bad as it likes.
            _ = Task.WaitAny(one);
            if (one.IsCompletedSuccessfully)
                one.Result.Batch?.Release();
        }
    }

    private Made Take()
    {
        Task<Made>? next = null;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_hasBegun && ahead > 0)
            {
                while (_making.Count <= ahead)
                {
                    Task<LineBlock?> read = ReadAsync(_lastRead);
                    _lastRead = read;
                    _making.Enqueue(MakeAsync(read));
                }

                next = _making.Dequeue();
            }

            _hasBegun = true;
        }

        return next is null ? Parse(reader.Next()) : next.GetAwaiter().GetResult();
    }

    private async Task<LineBlock?> ReadAsync(Task previous)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return reader.Next();
    }

    private async Task<Made> MakeAsync(Task<LineBlock?> read)
    {
        LineBlock? block = await read.ConfigureAwait(false);
        // Not here: the next piece is to be read meanwhile.
        return await Task.Run(() => Parse(block)).ConfigureAwait(false);
    }

    private Made Parse(LineBlock? block)
    {
        if (block is null)
            return new Made(null, IsEnd: true);
        using (block)
            return new Made(parse(block), IsEnd: false);
    }

    private readonly record struct Made(ExportedBatch? Batch, bool IsEnd);
}
