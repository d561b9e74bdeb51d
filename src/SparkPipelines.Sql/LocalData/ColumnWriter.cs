using System.Runtime.CompilerServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Array = System.Array;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Turns CLR values into Arrow arrays, many at a time: one virtual call per column and chunk, none per value.</summary>
internal abstract class ColumnWriter
{
    private readonly BitBuffer _validity = new();
    private int _length;
    private int _nullCount;

    /// <summary>How many rows are taken at a time.</summary>
    public const int ChunkRows = 1024;

    public abstract Type ValueType { get; }

    /// <summary>Values appended since the last <see cref="Finish"/>.</summary>
    public virtual int Length => _length;

    /// <summary>About how much memory they take, so that a batch can end before it grows too large.</summary>
    public abstract long SizeBytes { get; }

    public abstract Array NewBuffer();

    public abstract void Append(Array values, int count, ReadOnlySpan<bool> nulls);

    /// <summary>The array of all values appended; afterwards the writer is empty again.</summary>
    public IArrowArray Finish()
    {
        var nullCount = _nullCount;
        var validity = nullCount == 0 ? ArrowBuffer.Empty : _validity.Finish();
        if (nullCount == 0)
            _validity.Finish();
        var length = _length;
        _length = _nullCount = 0;
        return ArrowArrayFactory.BuildArray(FinishData(length, nullCount, validity));
    }

    protected abstract ArrayData FinishData(int length, int nullCount, ArrowBuffer validity);

    /// <summary>Notes which values are null; none when <paramref name="nulls"/> is empty.</summary>
    protected void AppendValidity(int count, ReadOnlySpan<bool> nulls)
    {
        _length += count;
        if (nulls.IsEmpty)
        {
            _validity.AppendTrue(count);
            return;
        }

        _validity.Append(nulls, negate: true);
        foreach (var isNull in nulls)
            _nullCount += isNull ? 1 : 0;
    }
}

/// <inheritdoc/>
internal abstract class ColumnWriter<T> : ColumnWriter
{
    public sealed override Type ValueType => typeof(T);

    public sealed override Array NewBuffer() => new T[ChunkRows];

    public sealed override void Append(Array values, int count, ReadOnlySpan<bool> nulls) => Append(((T[])values).AsSpan(0, count), nulls);

    /// <summary>
    /// Appends values. Those marked in <paramref name="nulls"/> are null whatever stands there; empty marks none.
    /// A null reference is null without a mark.
    /// </summary>
    public abstract void Append(ReadOnlySpan<T> values, ReadOnlySpan<bool> nulls);
}

/// <summary>A writer that passes values on to another one.</summary>
internal abstract class PassingWriter<T> : ColumnWriter<T>
{
    public sealed override int Length => Inner.Length;

    public sealed override long SizeBytes => Inner.SizeBytes;

    protected abstract ColumnWriter Inner { get; }

    protected sealed override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) => Inner.Finish().Data;
}

/// <summary>Values of one fixed-width buffer.</summary>
internal abstract class BufferWriter<T, TRaw>(IArrowType type) : ColumnWriter<T>
    where TRaw : unmanaged
{
    protected GrowingBuffer<TRaw> Values { get; } = new();

    public override long SizeBytes => (long)Values.Count * Unsafe.SizeOf<TRaw>();

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) =>
        new(type, length, nullCount, 0, [validity, Values.Finish()]);
}
