using Apache.Arrow;
using Array = System.Array;

namespace SparkPipelines.Sql.Results;

/// <summary>Reads a column of Arrow arrays into CLR values, many at a time: one virtual call per column and chunk, none per value.</summary>
internal abstract class ColumnReader
{
    /// <summary>How many rows are decoded at a time; their values stay in the processor's nearer caches.</summary>
    public const int ChunkRows = 1024;

    public abstract Type ValueType { get; }

    public abstract Array NewBuffer();

    public abstract void Read(IArrowArray column, int start, int count, Array buffer);
}

/// <inheritdoc/>
internal abstract class ColumnReader<T> : ColumnReader
{
    public sealed override Type ValueType => typeof(T);

    public sealed override Array NewBuffer() => new T[ChunkRows];

    public sealed override void Read(IArrowArray column, int start, int count, Array buffer) => Read(column, start, ((T[])buffer).AsSpan(0, count));

    /// <summary>
    /// The values from <paramref name="start"/> on. Where the column is null, a reference is null and a value is anything:
    /// <see cref="NullableReader{T}"/> and <see cref="RequiredReader{T}"/> see to nulls.
    /// </summary>
    public abstract void Read(IArrowArray column, int start, Span<T> destination);
}
