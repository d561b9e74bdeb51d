using Apache.Arrow;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Rows in memory on their way to an engine: a schema, and batches in exactly the Arrow types that <see cref="ArrowTypes"/> gives it.</summary>
/// <param name="Schema">Names, types and nullability.</param>
/// <param name="Batches">The rows; none makes an empty table.</param>
internal sealed record LocalTable(StructType Schema, IReadOnlyList<RecordBatch> Batches)
{
    /// <summary>A batch ends after so many rows,</summary>
    public const int BatchRows = 65_536;

    /// <summary>or after so many bytes, whichever comes first.</summary>
    public const long BatchBytes = 16 << 20;

    /// <summary>All rows.</summary>
    public long RowCount => Batches.Sum(batch => (long)batch.Length);

    /// <summary>Rows that bring their schema along. Values must be of the columns' CLR types, or of ones that these hold exactly.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public static LocalTable FromRows(IEnumerable<GenericRow> rows, StructType schema) => FromValues(rows, ColumnWriters.OfRow(schema, new ColumnPath("", schema)), schema);

    /// <summary>Rows of an earlier result, under that or another schema.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public static LocalTable FromRows(IEnumerable<Row> rows, StructType schema) => FromValues(rows, ColumnWriters.OfRow(schema, new ColumnPath("", schema)), schema);

    /// <summary>Records, or scalars, whose schema is their type's: see <see cref="RecordWriters.SchemaOf(Type)"/>.</summary>
    /// <exception cref="ArgumentException">The type, or the type of a property, has no Spark type.</exception>
    /// <exception cref="ConversionException">A value that its column can't hold; the message names column, value and type.</exception>
    public static LocalTable FromRecords<T>(IEnumerable<T> records, StructType? schema = null)
    {
        schema ??= RecordWriters.SchemaOf(typeof(T));
        return FromValues(records, RecordWriters.Of<T>(schema), schema);
    }

    /// <summary>
    /// Arrow batches; types that Spark does not have become those that hold all their values. The batches are not copied where they are in Spark's types
    /// already, and must live as long as the table.
    /// </summary>
    /// <exception cref="NotSupportedException">Spark has no type for a column's; the message names it.</exception>
    /// <exception cref="ConversionException">A value that its column can't hold, or batches of different columns.</exception>
    public static LocalTable FromBatches(IReadOnlyList<RecordBatch> batches, StructType? schema = null)
    {
        if (batches.Count == 0 && schema is null)
            throw new ArgumentException("There are no batches and no schema; give the schema of an empty table.", nameof(batches));
        schema ??= batches[0].Schema.ToSparkSchema();
        var arrowSchema = schema.ToArrowSchema();
        return new LocalTable(schema, [.. batches.Select(batch => new RecordBatch(arrowSchema, CanonicalArrow.Columns(batch, schema), batch.Length))]);
    }

    private static LocalTable FromValues<TItem, T>(IEnumerable<TItem> items, ColumnWriter<T> writer, StructType schema)
        where TItem : T
    {
        var batches = new List<RecordBatch>();
        var arrowSchema = schema.ToArrowSchema();
        var chunk = new T[ColumnWriter.ChunkRows];
        var count = 0;
        foreach (var item in items)
        {
            if (item is null && writer is StructWriter<T>)
                throw new ArgumentException($"Row {RowNumber(batches, writer, count)} is null; a row is a value of its own, its columns may be null.", nameof(items));
            chunk[count++] = item!;
            if (count < chunk.Length)
                continue;
            writer.Append(chunk, default);
            count = 0;
            if (writer.Length >= BatchRows || writer.SizeBytes >= BatchBytes)
                batches.Add(Finish(writer, arrowSchema));
        }

        writer.Append(chunk.AsSpan(0, count), default);
        if (writer.Length > 0)
            batches.Add(Finish(writer, arrowSchema));
        return new LocalTable(schema, batches);
    }

    private static long RowNumber(List<RecordBatch> batches, ColumnWriter writer, int inChunk) => batches.Sum(batch => (long)batch.Length) + writer.Length + inChunk;

    private static RecordBatch Finish(ColumnWriter writer, Schema schema)
    {
        var rows = (StructArray)writer.Finish();
        return new RecordBatch(schema, rows.Fields, rows.Length);
    }
}
