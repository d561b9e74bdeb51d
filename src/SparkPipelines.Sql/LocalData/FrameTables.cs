using Apache.Arrow;
using Microsoft.Data.Analysis;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using Frame = Microsoft.Data.Analysis.DataFrame;

namespace SparkPipelines.Sql.LocalData;

/// <summary>
/// Frames as local tables. Every column is nullable. A <see cref="DateTime"/> column is a timestamp when all its values are instants (of kind UTC or
/// local), and a timestamp without zone when they are all of unspecified kind, as those that are read from text.
/// </summary>
internal static class FrameTables
{
    /// <exception cref="ConversionException">A column's type, or a value, that Spark can't hold; the message names it.</exception>
    public static LocalTable ToLocalTable(this Frame frame, StructType? schema = null)
    {
        if (schema is not null && schema.Count != frame.Columns.Count)
            throw new ConversionException("", schema, $"The schema {schema.SimpleString} has {schema.Count} columns, but the frame has {frame.Columns.Count}.");
        var columns = frame.Columns.Select((column, index) => FrameColumnReader.Of(column, schema?[index])).ToArray();
        schema ??= new StructType(columns.Select(column => column.Field));
        return new LocalTable(schema, Batches(frame, schema));
    }

    private static IEnumerable<RecordBatch> Batches(Frame frame, StructType schema)
    {
        var columns = frame.Columns.Select((column, index) => FrameColumnReader.Of(column, schema[index])).ToArray();
        var arrowSchema = schema.ToArrowSchema();
        for (long start = 0; start < frame.Rows.Count; start += LocalTable.BatchRows)
        {
            var count = (int)Math.Min(LocalTable.BatchRows, frame.Rows.Count - start);
            yield return new RecordBatch(arrowSchema, columns.Select(column => column.Read(start, count)), count);
        }
    }
}

/// <summary>One column of a frame, read from its first row to its last.</summary>
internal abstract class FrameColumnReader(StructField field)
{
    public StructField Field { get; } = field;

    /// <summary>The next rows; calls follow one another without gaps.</summary>
    public abstract IArrowArray Read(long start, int count);

    /// <exception cref="ConversionException">The column's type is none that Spark can hold.</exception>
    public static FrameColumnReader Of(DataFrameColumn column, StructField? field) => column switch
    {
        PrimitiveDataFrameColumn<bool> c => Fixed(c, field),
        PrimitiveDataFrameColumn<sbyte> c => Fixed(c, field),
        PrimitiveDataFrameColumn<byte> c => Fixed(c, field),
        PrimitiveDataFrameColumn<short> c => Fixed(c, field),
        PrimitiveDataFrameColumn<ushort> c => Fixed(c, field),
        PrimitiveDataFrameColumn<int> c => Fixed(c, field),
        PrimitiveDataFrameColumn<uint> c => Fixed(c, field),
        PrimitiveDataFrameColumn<long> c => Fixed(c, field),
        PrimitiveDataFrameColumn<ulong> c => Fixed(c, field),
        PrimitiveDataFrameColumn<float> c => Fixed(c, field),
        PrimitiveDataFrameColumn<double> c => Fixed(c, field),
        PrimitiveDataFrameColumn<decimal> c => Fixed(c, field),
        PrimitiveDataFrameColumn<DateTime> c => Fixed(c, field ?? new StructField(c.Name, TypeOfTimes(c))),
        PrimitiveDataFrameColumn<char> c => new EnumeratedFrameColumn(
            field ?? new StructField(c.Name, new StringType()), c.Select(character => character?.ToString()).GetEnumerator()),
        StringDataFrameColumn c => new EnumeratedFrameColumn(field ?? new StructField(c.Name, new StringType()), c.GetEnumerator()),
        ArrowStringDataFrameColumn c => new EnumeratedFrameColumn(field ?? new StructField(c.Name, new StringType()), c.GetEnumerator()),
        _ => throw new ConversionException(
            column.Name,
            new NullType(),
            $"Column '{column.Name}' of the frame is a {RowValues.Name(column.GetType())} of {RowValues.Name(column.DataType)}, which has no Spark type; leave it out or convert it first."),
    };

    private static FixedFrameColumnReader<T> Fixed<T>(PrimitiveDataFrameColumn<T> column, StructField? field)
        where T : unmanaged =>
        new(column, field ?? new StructField(column.Name, ClrTypes.OfScalar(typeof(T))!));

    private static DataType TypeOfTimes(PrimitiveDataFrameColumn<DateTime> column)
    {
        bool readings = false, instants = false;
        foreach (var value in column)
        {
            readings |= value?.Kind == DateTimeKind.Unspecified;
            instants |= value is not null && value.Value.Kind != DateTimeKind.Unspecified;
        }

        return readings && instants
            ? throw new ConversionException(
                column.Name,
                new TimestampType(),
                $"Column '{column.Name}' of the frame mixes DateTime values of kind Unspecified with others; give all of them one kind, or give the schema.")
            : readings ? new TimestampNtzType() : new TimestampType();
    }
}

/// <summary>A column of fixed-width values, read from the frame's buffers.</summary>
internal sealed class FixedFrameColumnReader<T> : FrameColumnReader
    where T : unmanaged
{
    private readonly ColumnWriter<T> _writer;
    private readonly List<ReadOnlyMemory<T>> _values;
    private readonly List<ReadOnlyMemory<byte>> _validity;
    private readonly bool _hasNulls;
    private readonly bool[] _nulls = new bool[LocalTable.BatchRows];

    public FixedFrameColumnReader(PrimitiveDataFrameColumn<T> column, StructField field)
        : base(field)
    {
        _writer = (ColumnWriter<T>)ColumnWriters.Of(ClrShape.Of(typeof(T)), new ColumnPath(field.Name, field.DataType), nullable: true);
        _values = [.. column.GetReadOnlyDataBuffers()];
        _validity = [.. column.GetReadOnlyNullBitMapBuffers()];
        _hasNulls = column.NullCount > 0;
        if (_hasNulls && !field.IsNullable)
            throw new ColumnPath(field.Name, field.DataType, $"A value of the frame's column '{column.Name}'").NullForColumn();
    }

    public override IArrowArray Read(long start, int count)
    {
        for (var buffer = 0; count > 0; buffer++)
        {
            var length = _values[buffer].Length;
            if (start >= length)
            {
                start -= length;
                continue;
            }

            var taken = (int)Math.Min(count, length - start);
            var nulls = _hasNulls ? _nulls.AsSpan(0, taken) : default;
            var bits = _hasNulls ? _validity[buffer].Span : default;
            for (var i = 0; i < nulls.Length; i++)
            {
                var bit = (int)start + i;
                nulls[i] = ((bits[bit >> 3] >> (bit & 7)) & 1) == 0;
            }

            _writer.Append(_values[buffer].Span.Slice((int)start, taken), nulls);
            count -= taken;
            start += taken;
            if (start == length)
                start = 0;
            else
                break;
        }

        return _writer.Finish();
    }
}

/// <summary>A column of text.</summary>
internal sealed class EnumeratedFrameColumn(StructField field, IEnumerator<string?> values) : FrameColumnReader(field)
{
    private readonly ColumnWriter<string?> _writer = (ColumnWriter<string?>)ColumnWriters.Of(
        ClrShape.Of(typeof(string)), new ColumnPath(field.Name, field.DataType, $"a value of the frame's column '{field.Name}'"), field.IsNullable);

    private readonly string?[] _chunk = new string?[ColumnWriter.ChunkRows];

    public override IArrowArray Read(long start, int count)
    {
        while (count > 0)
        {
            var chunk = _chunk.AsSpan(0, Math.Min(_chunk.Length, count));
            for (var i = 0; i < chunk.Length; i++)
                chunk[i] = values.MoveNext() ? values.Current : null;
            _writer.Append(chunk, default);
            count -= chunk.Length;
        }

        return _writer.Finish();
    }
}
