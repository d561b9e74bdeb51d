using System.Runtime.CompilerServices;
using Apache.Arrow;

namespace SparkPipelines.Embedded.Native;

/// <summary>Running a statement from asynchronous code.</summary>
internal static class QueryExecution
{
    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Runs a statement on a connection of its own and streams its rows. DuckDB's work is done on pool threads; cancelling interrupts it, and so
    /// does leaving the loop early.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="schema">The Arrow schema to give the rows (<see cref="DuckDbConnection.Query"/>); null takes DuckDB's own.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, before each batch that DuckDB can tell it for; null when nobody asks.</param>
    /// <param name="cancellationToken">Ends the query with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DuckDbException">DuckDB refused the statement, or it failed.</exception>
    internal static async IAsyncEnumerable<RecordBatch> ExecuteAsync(
        this DuckDbDatabase database,
        string sql,
        Schema? schema = null,
        Action<double>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using DuckDbConnection connection = database.Connect();
        using DuckDbResult result = await RunAsync(connection, () => connection.Query(sql, schema), cancellationToken).ConfigureAwait(false);
        while (await RunAsync(connection, () => result.Next(), cancellationToken).ConfigureAwait(false) is { } batch)
        {
            if (progress is not null && connection.Progress is { } share)
                progress(share);
            yield return batch;
        }
    }

    /// <summary>Runs a statement without rows on a connection of its own.</summary>
    internal static async Task ExecuteStatementAsync(this DuckDbDatabase database, string sql, CancellationToken cancellationToken)
    {
        using DuckDbConnection connection = database.Connect();
        await RunAsync(
            connection,
            () =>
            {
                connection.Run(sql);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T> RunAsync<T>(DuckDbConnection connection, Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<T> running = Task.Run(work, CancellationToken.None);
        try
        {
            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(() => cancelled.TrySetResult()))
                await Task.WhenAny(running, cancelled.Task).ConfigureAwait(false);

            // A query that is just about to start forgets an interrupt, so it is told until it has stopped.
            while (!running.IsCompleted)
            {
                connection.Interrupt();
                await Task.WhenAny(running, Task.Delay(InterruptInterval, CancellationToken.None)).ConfigureAwait(false);
            }
            return await running.ConfigureAwait(false);
        }
        catch (DuckDbException exception) when (exception.IsInterrupt && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
