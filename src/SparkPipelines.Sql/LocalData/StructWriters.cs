using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;
using Array = System.Array;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Values of several parts as columns side by side: the rows of a batch, or a struct inside one.</summary>
internal abstract class StructWriter<T> : ColumnWriter<T>
{
    private readonly IArrowType _type;
    private readonly ColumnWriter[] _writers;
    private readonly Array[] _buffers;
    private readonly T[] _chunk = new T[ChunkRows];
    private readonly bool[] _nulls = new bool[ChunkRows];

    protected StructWriter(IArrowType type, ColumnWriter[] writers)
    {
        _type = type;
        _writers = writers;
        _buffers = [.. writers.Select(writer => writer.NewBuffer())];
    }

    public sealed override long SizeBytes => _writers.Sum(writer => writer.SizeBytes);

    public sealed override void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls)
    {
        for (var done = 0; done < values.Length; done += ChunkRows)
        {
            var count = Math.Min(ChunkRows, values.Length - done);
            values.Slice(done, count).CopyTo(_chunk);
            var anyNull = false;
            for (var i = 0; i < count; i++)
            {
                _nulls[i] = _chunk[i] is null || (!nulls.IsEmpty && nulls[done + i]);
                anyNull |= _nulls[i];
            }

            var marks = anyNull ? _nulls.AsSpan(0, count) : default;
            Split(_chunk, count, marks, _buffers);
            for (var i = 0; i < _writers.Length; i++)
                _writers[i].Append(_buffers[i], count, marks);
            AppendValidity(count, marks);
        }
    }

    /// <summary>Puts the parts of <paramref name="count"/> values into the columns' buffers; values marked null are passed over.</summary>
    protected abstract void Split(T[] values, int count, ReadOnlySpan<bool> nulls, Array[] buffers);

    protected sealed override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) =>
        new(_type, length, nullCount, 0, [validity], [.. _writers.Select(writer => writer.Finish().Data)]);
}

/// <summary>Rows without a CLR type of their own: <see cref="Row"/>, <see cref="GenericRow"/>, or plain arrays of values.</summary>
internal sealed class RowWriter(IArrowType type, ColumnWriter[] writers, ColumnPath path) : StructWriter<object?>(type, writers)
{
    protected override void Split(object?[] values, int count, ReadOnlySpan<bool> nulls, Array[] buffers)
    {
        for (var i = 0; i < count; i++)
        {
            if (!nulls.IsEmpty && nulls[i])
                continue;
            var parts = values[i] switch
            {
                GenericRow row => row.Values,
                Row row => row.Values,
                object?[] array => array,
                var other => throw path.ValueError(other, "takes a Row, a GenericRow or an array of values"),
            };
            if (parts.Length != buffers.Length && path.Column.Length == 0)
                throw new ConversionException("", path.Type, $"The row {RowText.OfRow(parts)} has {parts.Length} values, but the schema {path.Type.SimpleString} has {buffers.Length} columns.");
            if (parts.Length != buffers.Length)
                throw path.ValueError(values[i], $"has {buffers.Length} fields, not {parts.Length}");
            for (var column = 0; column < parts.Length; column++)
                ((object?[])buffers[column])[i] = parts[column];
        }
    }
}

/// <summary>Records of a CLR type.</summary>
internal sealed class RecordWriter<T>(IArrowType type, ColumnWriter[] writers, Action<T[], int, Array[]> split) : StructWriter<T>(type, writers)
{
    protected override void Split(T[] values, int count, ReadOnlySpan<bool> nulls, Array[] buffers) => split(values, count, buffers);
}
