using Apache.Arrow;
using SparkPipelines.Sql.Types;
using Array = System.Array;

namespace SparkPipelines.Sql.Results;

/// <summary>
/// Several columns side by side as one value: the rows of a batch, or a struct inside one. Where a struct is null its fields are not read, so that
/// a field that must not be null is not looked for there.
/// </summary>
internal abstract class StructReader<T> : ColumnReader<T>
{
    private readonly ColumnReader[] _readers;
    private readonly Array[] _buffers;

    protected StructReader(StructType schema, ColumnReader[] readers)
    {
        Schema = schema;
        _readers = readers;
        _buffers = [.. readers.Select(reader => reader.NewBuffer())];
    }

    /// <summary>The columns that are read, by position.</summary>
    public StructType Schema { get; }

    public sealed override void Read(IArrowArray column, int start, Span<T> destination)
    {
        var fields = ((StructArray)column).Fields;
        var validity = ArrowBuffers.Validity(column);
        if (validity.AllValid)
        {
            ReadColumns(fields, start, destination);
            return;
        }

        for (var from = 0; from < destination.Length;)
        {
            if (!validity.IsValid(start + from))
            {
                destination[from++] = default!;
                continue;
            }

            var to = from + 1;
            while (to < destination.Length && validity.IsValid(start + to))
                to++;
            ReadColumns(fields, start + from, destination[from..to]);
            from = to;
        }
    }

    /// <summary>All rows of a batch.</summary>
    public T[] ReadBatch(RecordBatch batch)
    {
        var rows = new T[batch.Length];
        ReadColumns(CanonicalArrow.Columns(batch, Schema), 0, rows);
        return rows;
    }

    protected abstract void Assemble(Array[] buffers, Span<T> destination);

    private void ReadColumns(IReadOnlyList<IArrowArray> columns, int start, Span<T> destination)
    {
        for (var done = 0; done < destination.Length; done += ChunkRows)
        {
            var count = Math.Min(ChunkRows, destination.Length - done);
            for (var i = 0; i < _readers.Length; i++)
                _readers[i].Read(columns[i], start + done, count, _buffers[i]);
            Assemble(_buffers, destination.Slice(done, count));
        }
    }
}

/// <summary>Rows, or structs inside rows, as <see cref="Row"/>s.</summary>
internal sealed class RowReader(StructType schema, ColumnReader<object?>[] columns) : StructReader<Row>(schema, [.. columns])
{
    /// <summary>A reader of rows of this schema. Not for two threads at once.</summary>
    public static RowReader Of(StructType schema) => new(schema, [.. schema.Fields.Select(ColumnReaders.OfObject)]);

    protected override void Assemble(Array[] buffers, Span<Row> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = new Row(Schema, new object?[buffers.Length]);
        for (var column = 0; column < buffers.Length; column++)
        {
            var values = (object?[])buffers[column];
            for (var i = 0; i < destination.Length; i++)
                destination[i].Values[column] = values[i];
        }
    }
}
