using Apache.Arrow;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Rows in memory on their way to an engine: a schema, and batches in exactly the Arrow types that <see cref="ArrowTypes"/> gives it.</summary>
/// <param name="Schema">Names, types and nullability.</param>
/// <param name="Batches">The rows, made while they are enumerated, which takes them from their source anew; none makes an empty table.</param>
internal sealed record LocalTable(StructType Schema, IEnumerable<RecordBatch> Batches)
{
    /// <summary>A batch ends after so many rows,</summary>
    public const int BatchRows = 65_536;

    /// <summary>or after so many bytes, whichever comes first.</summary>
    public const long BatchBytes = 16 << 20;

    /// <summary>Rows that bring their schema along. Values must be of the columns' CLR types, or of ones that these hold exactly; another one ends the enumeration.</summary>
    public static LocalTable FromRows(IEnumerable<GenericRow> rows, StructType schema) =>
        new(schema, Batch(rows, () => ColumnWriters.OfRow(schema, new ColumnPath("", schema)), schema));

    /// <summary>Rows of an earlier result, under that or another schema.</summary>
    public static LocalTable FromRows(IEnumerable<Row> rows, StructType schema) =>
        new(schema, Batch(rows, () => ColumnWriters.OfRow(schema, new ColumnPath("", schema)), schema));

    /// <summary>Records, or scalars, whose schema is their type's: see <see cref="RecordWriters.SchemaOf(Type)"/>.</summary>
    /// <exception cref="ArgumentException">The type, or the type of a property, has no Spark type.</exception>
    public static LocalTable FromRecords<T>(IEnumerable<T> records, StructType? schema = null)
    {
        schema ??= RecordWriters.SchemaOf(typeof(T));
        return new(schema, Batch(records, () => RecordWriters.Of<T>(schema), schema));
    }

    /// <summary>
    /// Arrow batches; types that Spark does not have become those that hold all their values. The batches are not copied where they are in Spark's types
    /// already.
    /// </summary>
    /// <exception cref="NotSupportedException">Spark has no type for a column's; the message names it.</exception>
    public static LocalTable FromBatches(IEnumerable<RecordBatch> batches, StructType? schema = null)
    {
        schema ??= (batches.FirstOrDefault() ?? throw new ArgumentException("There are no batches and no schema; give the schema of an empty table.", nameof(batches)))
            .Schema.ToSparkSchema();
        return new LocalTable(schema, batches.Select(batch => Fit(batch, schema)));
    }

    /// <summary>A batch in exactly the Arrow types of a schema.</summary>
    /// <exception cref="ConversionException">A value that its column can't hold, or a batch of other columns.</exception>
    public static RecordBatch Fit(RecordBatch batch, StructType schema) => new(schema.ToArrowSchema(), CanonicalArrow.Columns(batch, schema), batch.Length);

    private static IEnumerable<RecordBatch> Batch<TItem, T>(IEnumerable<TItem> items, Func<ColumnWriter<T>> newWriter, StructType schema)
        where TItem : T
    {
        var writer = newWriter();
        var arrowSchema = schema.ToArrowSchema();
        var chunk = new T[ColumnWriter.ChunkRows];
        var (count, done) = (0, 0L);
        foreach (var item in items)
        {
            if (item is null && writer is StructWriter<T>)
                throw new ArgumentException($"Row {done + writer.Length + count} is null; a row is a value of its own, its columns may be null.", nameof(items));
            chunk[count++] = item!;
            if (count < chunk.Length)
                continue;
            writer.Append(chunk, default);
            count = 0;
            if (writer.Length < BatchRows && writer.SizeBytes < BatchBytes)
                continue;
            done += writer.Length;
            yield return Finish(writer, arrowSchema);
        }

        writer.Append(chunk.AsSpan(0, count), default);
        if (writer.Length > 0)
            yield return Finish(writer, arrowSchema);
    }

    private static RecordBatch Finish(ColumnWriter writer, Schema schema)
    {
        var rows = (StructArray)writer.Finish();
        return new RecordBatch(schema, rows.Fields, rows.Length);
    }
}
