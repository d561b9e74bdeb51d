using System.Globalization;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Engine;

/// <summary>
/// A DuckDB table with the rows of a persisted plan, in columns <c>c0</c>, <c>c1</c>, …. It goes when its owner has released it and the last query that reads it is over.
/// </summary>
internal sealed class KeptTable(DuckDbDatabase database)
{
    private static long _last;

    private readonly Lock _lock = new();
    private int _holders = 1;

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"kept_{Interlocked.Increment(ref _last)}");

    /// <summary>Makes the table from a query. Cancelled or failed, there is none.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="cancellationToken">Interrupts the query.</param>
    public Task FillAsync(string sql, int columns, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", Enumerable.Range(0, Math.Max(columns, 1)).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i}")));
        return database.ExecuteStatementAsync($"CREATE TABLE {Name} AS SELECT {names} FROM ({sql}) AS kept({names})", cancellationToken);
    }

    /// <summary>Holds the table for a query, which disposes what it gets; null when the table is gone.</summary>
    public IDisposable? Hold()
    {
        lock (_lock)
        {
            if (_holders == 0)
                return null;
            _holders++;
            return new Holder(this);
        }
    }

    /// <summary>The owner needs it no longer.</summary>
    public void Release()
    {
        lock (_lock)
        {
            if (--_holders > 0)
                return;
        }

        try
        {
            using var connection = database.Connect();
            connection.Execute($"DROP TABLE IF EXISTS {Name}");
        }
        catch (ObjectDisposedException)
        {
            // The database went first, and its tables with it.
            return;
        }
    }

    private sealed class Holder(KeptTable table) : IDisposable
    {
        private int _isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
                table.Release();
        }
    }
}
