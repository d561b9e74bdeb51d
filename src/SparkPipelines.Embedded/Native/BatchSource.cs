using Apache.Arrow;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// Rows from outside DuckDB that a query can read, as often as it likes and from several threads: batches in memory
/// (<see cref="MemoryBatches"/>) or batches made while they are read, as by the readers of text formats.
/// </summary>
internal abstract class BatchSource
{
    /// <summary>Names and types of the columns, in the form of <c>ArrowTypes</c>.</summary>
    internal abstract Schema Schema { get; }

    /// <summary>How many rows there are, where that is known; it helps to plan joins.</summary>
    internal virtual long? RowCount => null;

    /// <summary>How many threads may read one scan at once.</summary>
    internal virtual int MaxThreads => 1;

    /// <summary>Begins to read the columns at these positions; every scan reads all rows.</summary>
    internal abstract BatchScan Scan(IReadOnlyList<int> columns);
}

/// <summary>One reading of a source. <see cref="Next"/> is called from as many threads at once as the source allows.</summary>
internal abstract class BatchScan : IDisposable
{
    /// <summary>The next batch, whose columns are those asked for, in that order; null when there are no more. The caller releases it.</summary>
    internal abstract ExportedBatch? Next();

    /// <summary>Where in the batches of <see cref="Next"/> the column is that was asked for in that place.</summary>
    internal virtual int ColumnOf(int place) => place;

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>Batches in memory, in order. They stay the caller's and must outlive the relation; nothing is copied.</summary>
internal sealed class MemoryBatches : BatchSource, IDisposable
{
    private readonly ExportedBatch[] _batches;

    internal MemoryBatches(Schema schema, params IEnumerable<RecordBatch> batches)
    {
        Schema = schema;
        _batches = [.. batches.Where(batch => batch.Length > 0).Select(batch => new ExportedBatch(batch, owned: null))];
    }

    internal override Schema Schema { get; }

    internal override long? RowCount => _batches.Sum(batch => (long)batch.Rows);

    internal override int MaxThreads => Math.Max(1, _batches.Length);

    internal override BatchScan Scan(IReadOnlyList<int> columns) => new MemoryScan(_batches, columns);

    /// <summary>Unpins the batches once no query reads them any more.</summary>
    public void Dispose()
    {
        foreach (ExportedBatch batch in _batches)
            batch.Release();
    }

    private sealed class MemoryScan(ExportedBatch[] batches, IReadOnlyList<int> columns) : BatchScan
    {
        private int _next = -1;

        internal override ExportedBatch? Next()
        {
            int index = Interlocked.Increment(ref _next);
            if (index >= batches.Length)
                return null;
            batches[index].AddReference();
            return batches[index];
        }

        internal override int ColumnOf(int place) => columns[place];

        public override void Dispose()
        {
            // Nothing is held between two batches.
        }
    }
}
