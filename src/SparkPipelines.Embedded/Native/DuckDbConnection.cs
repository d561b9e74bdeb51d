using Apache.Arrow;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// A connection: one query at a time, from one thread at a time; only <see cref="Interrupt"/> and <see cref="Progress"/> may be called meanwhile.
/// </summary>
internal sealed unsafe class DuckDbConnection : IDisposable
{
    internal DuckDbConnection(DuckDbDatabase database, ConnectionHandle handle)
    {
        Database = database;
        Handle = handle;
    }

    internal DuckDbDatabase Database { get; }

    internal ConnectionHandle Handle { get; }

    /// <summary>Share of the running query that is done, 0 to 1; null while DuckDB can't tell.</summary>
    internal double? Progress => NativeMethods.QueryProgress(Handle).Percentage is >= 0 and var percent ? percent / 100 : null;

    /// <summary>Runs statements whose rows nobody wants.</summary>
    /// <exception cref="DuckDbException">DuckDB refused a statement.</exception>
    internal void Execute(string sql)
    {
        using var result = new ResultHandle();
        if (NativeMethods.Query(Handle, sql, result.Pointer) != NativeMethods.Success)
            throw Error(NativeMethods.ResultError(result.Pointer));
    }

    /// <summary>
    /// Runs one statement whose rows nobody wants, and takes part in its work. While other threads do all that can be done it sleeps, where
    /// <see cref="Execute"/> would ask for work without a pause: a core is better left to those who read ahead.
    /// </summary>
    /// <exception cref="DuckDbException">DuckDB refused the statement, or it failed.</exception>
    internal void Run(string sql)
    {
        nint statement;
        nint pending = 0;
        try
        {
            if (NativeMethods.Prepare(Handle, sql, &statement) != NativeMethods.Success)
                throw Error(NativeMethods.PrepareError(statement));
            if (NativeMethods.PendingPrepared(statement, &pending) != NativeMethods.Success)
                throw Error(NativeMethods.PendingError(pending));
            var pause = new SpinWait();
            PendingState state;
            while ((state = NativeMethods.PendingExecuteTask(pending)) is PendingState.ResultNotReady or PendingState.NoTasksAvailable)
            {
                if (state == PendingState.NoTasksAvailable)
                    pause.SpinOnce();
                else
                    pause.Reset();
            }

            // A state of neither kind without an error is one that the C API has no name for: DuckDB goes on by itself.
            if (state == PendingState.Error && NativeMethods.PendingError(pending) is var error && error is not null && *error != 0)
                throw Error(error);
            using var result = new ResultHandle();
            if (NativeMethods.ExecutePending(pending, result.Pointer) != NativeMethods.Success)
                throw Error(NativeMethods.ResultError(result.Pointer));
        }
        finally
        {
            NativeMethods.DestroyPending(&pending);
            NativeMethods.DestroyPrepare(&statement);
        }
    }

    /// <summary>Starts one statement and streams its result: nothing but a bounded buffer is held.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="schema">
    /// The Arrow schema to give the rows, whose types must have the layout of the statement's (<see cref="StorageTypes"/>); null takes DuckDB's own.
    /// </param>
    /// <exception cref="DuckDbException">DuckDB refused the statement or failed before its first rows.</exception>
    internal DuckDbResult Query(string sql, Schema? schema = null)
    {
        nint statement;
        ResultHandle? result = null;
        try
        {
            if (NativeMethods.Prepare(Handle, sql, &statement) != NativeMethods.Success)
                throw Error(NativeMethods.PrepareError(statement));
            result = new ResultHandle();
            if (NativeMethods.ExecutePreparedStreaming(statement, result.Pointer) != NativeMethods.Success)
                throw Error(NativeMethods.ResultError(result.Pointer));
            return new DuckDbResult(this, result, schema);
        }
        catch
        {
            result?.Dispose();
            throw;
        }
        finally
        {
            NativeMethods.DestroyPrepare(&statement);
        }
    }

    /// <summary>Stops the running query; it fails with an interrupt error.</summary>
    internal void Interrupt()
    {
        if (!Handle.IsClosed)
            NativeMethods.Interrupt(Handle);
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    internal DuckDbException Error(byte* text) => DuckDbException.Parse(NativeMethods.Text(text), Database.CallbackErrors);
}
