namespace SparkPipelines.Sql;

/// <summary>Values in order, without a schema: what <c>CreateDataFrame</c> takes and what a function that makes structs gives back.</summary>
/// <param name="values">The values; not copied.</param>
public sealed class GenericRow(object?[] values)
{
    /// <summary>The values in order; the array itself, not a copy.</summary>
#pragma warning disable CA1819 // Microsoft.Spark's member
    public object?[] Values { get; } = values ?? throw new ArgumentNullException(nameof(values));
#pragma warning restore CA1819

    /// <summary>The value at a position, counted from 0.</summary>
    public object? this[int index] => Get(index);

    /// <summary>How many values there are.</summary>
    public int Size() => Values.Length;

    /// <summary>The value at a position, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public object? Get(int index) => (uint)index < (uint)Values.Length
        ? Values[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The row has {Values.Length} values.");

    /// <summary>The value at a position as <typeparamref name="T"/>; converts as <see cref="Row.GetAs{T}(int)"/> does.</summary>
    /// <exception cref="InvalidCastException">The value is of another type, or null where <typeparamref name="T"/> can't be null.</exception>
    public T GetAs<T>(int index) => RowValues.As<T>(Get(index), $"at position {index}");

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is GenericRow other && RowValues.Comparer.Equals(Values, other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => RowValues.Comparer.GetHashCode(Values);

    /// <summary>The values as Spark prints a row: <c>[1,a,null]</c>.</summary>
    public override string ToString() => RowText.OfRow(Values);
}
