using System.Runtime.CompilerServices;
using Apache.Arrow;
using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>How many rows there are.</summary>
    public long Count() => Blocking.Wait(() => CountAsync());

    /// <inheritdoc cref="Count"/>
    public Task<long> CountAsync(CancellationToken cancellationToken = default) =>
        AskedFor(Agg(Functions.Count(Functions.Lit(1)))).ReadScalarAsync(static column => ((Int64Array)column).GetValue(0)!.Value, cancellationToken);

    /// <summary>Whether there is no row.</summary>
    public bool IsEmpty() => Blocking.Wait(() => IsEmptyAsync());

    /// <inheritdoc cref="IsEmpty"/>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken = default) =>
        await AskedFor(Limit(1)).CountAsync(cancellationToken).ConfigureAwait(false) == 0;

    /// <summary>The rows as Arrow batches, streamed as the engine makes them. Each batch is the caller's to dispose; leaving early stops the query.</summary>
    public async IAsyncEnumerable<RecordBatch> ToArrowAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            await foreach (var batch in result.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
                yield return batch;
        }
    }

    /// <summary>The rows as Arrow batches, all in memory. Each batch is the caller's to dispose.</summary>
    public IReadOnlyList<RecordBatch> ToArrow() => Blocking.Wait(async () => await ToArrowAsync().ToListAsync().ConfigureAwait(false));

    /// <summary>Prints the first rows as a table to standard output.</summary>
    /// <param name="numRows">How many rows.</param>
    /// <param name="truncate">Values longer than this are cut and end in dots; 0 leaves them whole.</param>
    /// <param name="vertical">Whether each value gets a line of its own.</param>
    public void Show(int numRows = 20, int truncate = 20, bool vertical = false) => Blocking.Wait(() => ShowAsync(numRows, truncate, vertical));

    /// <inheritdoc cref="Show"/>
    public async Task ShowAsync(int numRows = 20, int truncate = 20, bool vertical = false, CancellationToken cancellationToken = default) =>
        await ConsoleOutput.WriteLineAsync(await ShowStringAsync(numRows, truncate, vertical, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>What <see cref="Show"/> prints, as text.</summary>
    public string ShowString(int numRows = 20, int truncate = 20, bool vertical = false) =>
        Blocking.Wait(() => ShowStringAsync(numRows, truncate, vertical));

    /// <inheritdoc cref="ShowString"/>
    public Task<string> ShowStringAsync(int numRows = 20, int truncate = 20, bool vertical = false, CancellationToken cancellationToken = default) =>
        AskedFor(Over(new Proto.Relation
        {
            Common = Common,
            ShowString = new() { Input = Relation, NumRows = numRows, Truncate = truncate, Vertical = vertical },
        })).ReadScalarAsync(static column => ((StringArray)column).GetString(0), cancellationToken);

    /// <summary>Runs the plan for the one value that it makes.</summary>
    internal async Task<T> ReadScalarAsync<T>(Func<IArrowArray, T> read, CancellationToken cancellationToken)
    {
        var found = default(T);
        var rows = 0;
        await foreach (var batch in ToArrowAsync(cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                if (rows == 0 && batch.Length > 0)
                    found = read(batch.Column(0));
                rows += batch.Length;
            }
        }

        return rows == 1 ? found! : throw new SparkException($"The engine gave {rows} rows where one was due.");
    }
}
