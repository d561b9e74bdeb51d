using Apache.Arrow;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql;

public sealed partial class SparkSession
{
    /// <summary>Rows with a schema. Values must be of the columns' CLR types.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame(IEnumerable<GenericRow> data, StructType schema) => CreateDataFrame(LocalTable.FromRows(data, schema));

    /// <summary>Rows of an earlier result, under that or another schema.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame(IEnumerable<Row> data, StructType schema) => CreateDataFrame(LocalTable.FromRows(data, schema));

    /// <summary>
    /// Records, a column for each property under its name; or plain values, in a column <c>_1</c> as Microsoft.Spark names it. Nullability follows C#'s.
    /// </summary>
    /// <exception cref="ArgumentException">The type, or the type of a property, has no Spark type.</exception>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame<T>(IEnumerable<T> data) => CreateDataFrame(LocalTable.FromRecords(data));

    /// <summary>Records under a schema, whose columns the properties of the same names fill.</summary>
    /// <exception cref="ConversionException">A column that no property fills, or a value that its column can't hold.</exception>
    public DataFrame CreateDataFrame<T>(IEnumerable<T> data, StructType schema) => CreateDataFrame(LocalTable.FromRecords(data, schema));

    /// <summary>The rows of a frame of Microsoft.Data.Analysis; every column can be null.</summary>
    /// <exception cref="ConversionException">A column whose type has no Spark type.</exception>
    public DataFrame CreateDataFrame(Microsoft.Data.Analysis.DataFrame data) => CreateDataFrame(data.ToLocalTable());

    /// <summary>The rows of a frame of Microsoft.Data.Analysis under a schema, columns by their place.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public DataFrame CreateDataFrame(Microsoft.Data.Analysis.DataFrame data, StructType schema) => CreateDataFrame(data.ToLocalTable(schema));

    /// <summary>The rows of an Arrow batch, which stays the caller's.</summary>
    /// <exception cref="NotSupportedException">A column's Arrow type has no Spark type.</exception>
    public DataFrame CreateDataFrame(RecordBatch batch) => CreateDataFrame(LocalTable.FromBatches([batch]));

    /// <summary>The rows of Arrow batches of one schema, which stay the caller's.</summary>
    /// <exception cref="ArgumentException">A batch has not just these columns.</exception>
    public DataFrame CreateDataFrame(IReadOnlyList<RecordBatch> batches, StructType schema) => CreateDataFrame(LocalTable.FromBatches(batches, schema));

    /// <summary>No rows, with a schema.</summary>
    public DataFrame EmptyDataFrame(StructType schema) => CreateDataFrame(new LocalTable(schema, []));
}
