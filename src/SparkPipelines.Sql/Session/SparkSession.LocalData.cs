using Apache.Arrow;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

/// <remarks>
/// Local rows are read once, while they are sent. To Spark 4.1 and newer they go in parts, so that a sequence that makes its rows as it goes is never in
/// memory whole; older ones take them in one piece of less than 2 GiB. The server reads them anew for every action: rows that several
/// actions need, and many of them, are better kept with <see cref="DataFrame.LocalCheckpoint"/> or written to Parquet.
/// <para>More than 1 MiB of rows travels to a Spark in groups of 16, which it takes apart again: plans show <c>Generate inline</c> over the local rows,
/// <see cref="DataFrame.IsLocal"/> is false, and Spark takes such a relation for 16 times smaller than it is when it decides what to broadcast; a join that
/// should not broadcast it says so with <c>Hint("merge")</c>.</para>
/// </remarks>
public sealed partial class SparkSession
{
    /// <summary>Rows with a schema. Values must be of the columns' CLR types.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame(IEnumerable<GenericRow> data, StructType schema) => CreateDataFrame(LocalTable.FromRows(data, schema));

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{GenericRow}, StructType)"/>
    public Task<DataFrame> CreateDataFrameAsync(IEnumerable<GenericRow> data, StructType schema, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(LocalTable.FromRows(data, schema), cancellationToken);

    /// <summary>Rows of an earlier result, under that or another schema.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame(IEnumerable<Row> data, StructType schema) => CreateDataFrame(LocalTable.FromRows(data, schema));

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{Row}, StructType)"/>
    public Task<DataFrame> CreateDataFrameAsync(IEnumerable<Row> data, StructType schema, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(LocalTable.FromRows(data, schema), cancellationToken);

    /// <summary>
    /// Records, a column for each property under its name; or plain values, in a column <c>_1</c> as Microsoft.Spark names it. Nullability follows C#'s.
    /// </summary>
    /// <exception cref="ArgumentException">The type, or the type of a property, has no Spark type.</exception>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame<T>(IEnumerable<T> data) => CreateDataFrame(LocalTable.FromRecords(data));

    /// <inheritdoc cref="CreateDataFrame{T}(IEnumerable{T})"/>
    public Task<DataFrame> CreateDataFrameAsync<T>(IEnumerable<T> data, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(LocalTable.FromRecords(data), cancellationToken);

    /// <summary>Records under a schema, whose columns the properties of the same names fill.</summary>
    /// <exception cref="ConversionException">A column that no property fills, or a value that its column can't hold.</exception>
    public DataFrame CreateDataFrame<T>(IEnumerable<T> data, StructType schema) => CreateDataFrame(LocalTable.FromRecords(data, schema));

    /// <inheritdoc cref="CreateDataFrame{T}(IEnumerable{T}, StructType)"/>
    public Task<DataFrame> CreateDataFrameAsync<T>(IEnumerable<T> data, StructType schema, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(LocalTable.FromRecords(data, schema), cancellationToken);

    /// <summary>The rows of a frame of Microsoft.Data.Analysis; every column can be null.</summary>
    /// <exception cref="ConversionException">A column whose type has no Spark type.</exception>
    public DataFrame CreateDataFrame(Microsoft.Data.Analysis.DataFrame data) => CreateDataFrame(data.ToLocalTable());

    /// <inheritdoc cref="CreateDataFrame(Microsoft.Data.Analysis.DataFrame)"/>
    public Task<DataFrame> CreateDataFrameAsync(Microsoft.Data.Analysis.DataFrame data, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(data.ToLocalTable(), cancellationToken);

    /// <summary>The rows of a frame of Microsoft.Data.Analysis under a schema, columns by their place.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame(Microsoft.Data.Analysis.DataFrame data, StructType schema) => CreateDataFrame(data.ToLocalTable(schema));

    /// <inheritdoc cref="CreateDataFrame(Microsoft.Data.Analysis.DataFrame, StructType)"/>
    public Task<DataFrame> CreateDataFrameAsync(Microsoft.Data.Analysis.DataFrame data, StructType schema, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(data.ToLocalTable(schema), cancellationToken);

    /// <summary>The rows of an Arrow batch, which stays the caller's.</summary>
    /// <exception cref="NotSupportedException">A column's Arrow type has no Spark type.</exception>
    public DataFrame CreateDataFrame(RecordBatch batch) => CreateDataFrame(LocalTable.FromBatches([batch]));

    /// <summary>The rows of Arrow batches of one schema, which stay the caller's.</summary>
    /// <exception cref="ConversionException">A batch has not just these columns, or a value that its column can't hold.</exception>
    public DataFrame CreateDataFrame(IEnumerable<RecordBatch> batches, StructType schema) => CreateDataFrame(LocalTable.FromBatches(batches, schema));

    /// <inheritdoc cref="CreateDataFrame(IEnumerable{RecordBatch}, StructType)"/>
    public Task<DataFrame> CreateDataFrameAsync(IEnumerable<RecordBatch> batches, StructType schema, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(LocalTable.FromBatches(batches, schema), cancellationToken);

    /// <summary>
    /// The rows of Arrow batches of one schema while they come, from another session's <see cref="DataFrame.ToArrowAsync"/> for instance. The batches stay
    /// the caller's, and must stay as they are until the DataFrame is there.
    /// </summary>
    /// <exception cref="ConversionException">A batch has not just these columns, or a value that its column can't hold.</exception>
    public Task<DataFrame> CreateDataFrameAsync(IAsyncEnumerable<RecordBatch> batches, StructType schema, CancellationToken cancellationToken = default) =>
        CreateDataFrameAsync(schema, batches.Select(batch => LocalTable.Fit(batch, schema)), cancellationToken);

    /// <summary>No rows, with a schema.</summary>
    public DataFrame EmptyDataFrame(StructType schema) => CreateDataFrame(new LocalTable(schema, []));
}
