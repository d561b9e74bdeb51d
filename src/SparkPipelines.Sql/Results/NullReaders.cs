using Apache.Arrow;

namespace SparkPipelines.Sql.Results;

/// <summary>Values that may be null.</summary>
internal sealed class NullableReader<T>(ColumnReader<T> inner) : ColumnReader<T?>
    where T : struct
{
    private T[] _values = [];

    public override void Read(IArrowArray column, int start, Span<T?> destination)
    {
        var values = Scratch.Of(ref _values, destination.Length);
        inner.Read(column, start, values);
        var validity = ArrowBuffers.Validity(column);
        if (validity.AllValid)
        {
            for (var i = 0; i < destination.Length; i++)
                destination[i] = values[i];
            return;
        }

        for (var i = 0; i < destination.Length; i++)
            destination[i] = validity.IsValid(start + i) ? values[i] : null;
    }
}

/// <summary>Values that must not be null, because what they go into can't be.</summary>
internal sealed class RequiredReader<T>(ColumnReader<T> inner, ColumnPath path) : ColumnReader<T>
{
    public override void Read(IArrowArray column, int start, Span<T> destination)
    {
        if (ArrowBuffers.Validity(column).AnyNull(start, destination.Length))
            throw path.NullError();
        inner.Read(column, start, destination);
    }
}

/// <summary>Values as objects, for rows. The one reader that boxes.</summary>
internal sealed class ObjectReader<T>(ColumnReader<T> inner) : ColumnReader<object?>
{
    private T[] _values = [];

    public override void Read(IArrowArray column, int start, Span<object?> destination)
    {
        var values = Scratch.Of(ref _values, destination.Length);
        inner.Read(column, start, values);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = validity.IsValid(start + i) ? values[i] : null;
    }
}

/// <summary>A column of nothing but nulls, as whatever can be null.</summary>
internal sealed class NothingReader<T> : ColumnReader<T>
{
    public override void Read(IArrowArray column, int start, Span<T> destination) => destination.Clear();
}

/// <summary>Buffers that readers keep from chunk to chunk.</summary>
internal static class Scratch
{
    public static Span<T> Of<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[Math.Max(length, buffer.Length * 2)];
        return buffer.AsSpan(0, length);
    }
}
