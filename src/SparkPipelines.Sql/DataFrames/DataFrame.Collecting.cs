using System.Runtime.CompilerServices;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Results;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>All rows, in memory.</summary>
    public IEnumerable<Row> Collect() => Collect<Row>();

    /// <inheritdoc cref="Collect()"/>
    public Task<IReadOnlyList<Row>> CollectAsync(CancellationToken cancellationToken = default) => CollectAsync<Row>(cancellationToken);

    /// <summary>
    /// All rows, in memory, as records: columns go to constructor parameters and properties of the same name, in whatever case and with or
    /// without underscores. With one column <typeparamref name="T"/> may be the type of its values.
    /// </summary>
    /// <exception cref="ConversionException">Columns and members don't fit, or a value can't be held.</exception>
    public IReadOnlyList<T> Collect<T>() => Blocking.Wait(() => CollectAsync<T>());

    /// <inheritdoc cref="Collect{T}()"/>
    public async Task<IReadOnlyList<T>> CollectAsync<T>(CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
            return await result.ToListAsync<T>(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// All rows as a Microsoft.Data.Analysis frame. Dates and timestamps are <see cref="DateTime"/> columns (of kind UTC for timestamps with time zone),
    /// decimals <see cref="decimal"/> columns.
    /// </summary>
    /// <param name="text">How columns of text are kept; .NET strings by default.</param>
    /// <exception cref="ConversionException">A column's type, or a value, that a frame can't hold; the message names it.</exception>
    public Microsoft.Data.Analysis.DataFrame ToDataFrame(FrameText text = FrameText.Strings) => Blocking.Wait(() => ToDataFrameAsync(text));

    /// <inheritdoc cref="ToDataFrame"/>
    public async Task<Microsoft.Data.Analysis.DataFrame> ToDataFrameAsync(FrameText text = FrameText.Strings, CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
            return await result.ToFrameAsync(text, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows one after the other as the engine makes them; leaving early stops the query.</summary>
    public IAsyncEnumerable<Row> ToLocalIteratorAsync(CancellationToken cancellationToken = default) => StreamAsync<Row>(cancellationToken);

    /// <summary>The rows one after the other as records; see <see cref="Collect{T}()"/>. Leaving early stops the query.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            await foreach (var record in result.ReadRecordsAsync<T>(cancellationToken).ConfigureAwait(false))
                yield return record;
        }
    }

    /// <summary>The rows one after the other, a batch of them in memory at a time.</summary>
    public IEnumerable<Row> ToLocalIterator() => ToLocalIteratorAsync().ToBlockingEnumerable();

    /// <summary>The same as <see cref="ToLocalIterator()"/>; Spark Connect has the next rows under way in any case.</summary>
    public IEnumerable<Row> ToLocalIterator(bool prefetchPartitions) => ToLocalIterator();

    /// <summary>Calls an action for each row, in this process.</summary>
    public void Foreach(Action<Row> action)
    {
        foreach (var row in ToLocalIterator())
            action(row);
    }

    /// <inheritdoc cref="Foreach"/>
    public async Task ForeachAsync(Func<Row, CancellationToken, ValueTask> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        await foreach (var row in ToLocalIteratorAsync(cancellationToken).ConfigureAwait(false))
            await action(row, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>At most so many first rows.</summary>
    public IEnumerable<Row> Head(int n) => Take(n);

    /// <summary>The first row.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public Row Head() => First();

    /// <summary>The first row.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public Row First() => Blocking.Wait(() => FirstAsync());

    /// <inheritdoc cref="First"/>
    public async Task<Row> FirstAsync(CancellationToken cancellationToken = default) =>
        await TakeAsync(1, cancellationToken).ConfigureAwait(false) is [var row, ..]
            ? row
            : throw new InvalidOperationException("The DataFrame has no first row: it is empty.");

    /// <summary>At most so many first rows.</summary>
    public IEnumerable<Row> Take(int n) => Blocking.Wait(() => TakeAsync(n));

    /// <inheritdoc cref="Take"/>
    public Task<IReadOnlyList<Row>> TakeAsync(int n, CancellationToken cancellationToken = default) => AskedFor(Limit(n)).CollectAsync(cancellationToken);

    /// <summary>At most so many last rows.</summary>
    public IEnumerable<Row> Tail(int n) => Blocking.Wait(() => TailAsync(n));

    /// <inheritdoc cref="Tail"/>
    public Task<IReadOnlyList<Row>> TailAsync(int n, CancellationToken cancellationToken = default) =>
        AskedFor(Over(new Proto.Relation { Common = Common, Tail = new() { Input = Relation, Limit = n } })).CollectAsync(cancellationToken);
}
