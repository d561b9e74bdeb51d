using System.Runtime.CompilerServices;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

/// <summary>A result's batches as rows, records or a frame. The batches are disposed as they are read.</summary>
internal static class BatchReading
{
    /// <summary>The rows of a result; none when it is a command's.</summary>
    public static IAsyncEnumerable<Row> ReadRowsAsync(this QueryResult result, CancellationToken cancellationToken = default) =>
        result.ReadRecordsAsync<Row>(cancellationToken);

    /// <summary>The rows of a result as records; <typeparamref name="T"/> may be a scalar when there is one column.</summary>
    /// <exception cref="ConversionException">Columns and members don't fit, or a value can't be held.</exception>
    public static async IAsyncEnumerable<T> ReadRecordsAsync<T>(this QueryResult result, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var records in result.ReadRecordBatchesAsync<T>(cancellationToken).ConfigureAwait(false))
        {
            foreach (var record in records)
                yield return record;
        }
    }

    /// <summary>All rows of a result in one list.</summary>
    public static async Task<List<T>> ToListAsync<T>(this QueryResult result, CancellationToken cancellationToken = default)
    {
        var all = new List<T>();
        await foreach (var records in result.ReadRecordBatchesAsync<T>(cancellationToken).ConfigureAwait(false))
            all.AddRange(records);
        return all;
    }

    /// <summary>All rows of a result as a frame; for a command without rows a frame without columns.</summary>
    /// <exception cref="ConversionException">A column's type, or a value, that a frame can't hold.</exception>
    public static async Task<Microsoft.Data.Analysis.DataFrame> ToFrameAsync(this QueryResult result, FrameText text = FrameText.Strings, CancellationToken cancellationToken = default)
    {
        var builder = result.Schema is { } schema ? new FrameBuilder(schema, text) : null;
        await foreach (var batch in result.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                builder ??= new FrameBuilder(batch.Schema.ToSparkSchema(), text);
                builder.Append(batch);
            }
        }

        return builder?.Build() ?? new Microsoft.Data.Analysis.DataFrame();
    }

    private static async IAsyncEnumerable<T[]> ReadRecordBatchesAsync<T>(this QueryResult result, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Made before the first batch, so that a result without rows is held to its record too.
        var reader = result.Schema is { } schema ? RecordReaders.Of<T>(schema) : null;
        await foreach (var batch in result.ReadBatchesAsync(cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                reader ??= RecordReaders.Of<T>(batch.Schema.ToSparkSchema());
                yield return reader.ReadBatch(batch);
            }
        }
    }
}
