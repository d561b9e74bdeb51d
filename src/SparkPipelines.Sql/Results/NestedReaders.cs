using System.Runtime.InteropServices;
using Apache.Arrow;

namespace SparkPipelines.Sql.Results;

/// <summary>Lists as arrays. All elements of a chunk are decoded in one go and then handed out.</summary>
internal sealed class ListReader<T>(ColumnReader<T> element) : ColumnReader<T[]?>
{
    private T[] _elements = [];

    public override void Read(IArrowArray column, int start, Span<T[]?> destination)
    {
        var offsets = ArrowBuffers.Offsets(column).Slice(start, destination.Length + 1);
        var elements = Scratch.Of(ref _elements, offsets[^1] - offsets[0]);
        element.Read(((ListArray)column).Values, offsets[0], elements);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = validity.IsValid(start + i) ? elements[(offsets[i] - offsets[0])..(offsets[i + 1] - offsets[0])].ToArray() : null;
    }
}

/// <summary>Maps as dictionaries in the order of their entries; of equal keys the last one counts.</summary>
internal sealed class MapReader<TKey, TValue>(ColumnReader<TKey> key, ColumnReader<TValue> value, IEqualityComparer<TKey>? comparer)
    : ColumnReader<Dictionary<TKey, TValue>?>
    where TKey : notnull
{
    private TKey[] _keys = [];
    private TValue[] _values = [];

    public override void Read(IArrowArray column, int start, Span<Dictionary<TKey, TValue>?> destination)
    {
        var map = (MapArray)column;
        var offsets = ArrowBuffers.Offsets(column).Slice(start, destination.Length + 1);
        var keys = Scratch.Of(ref _keys, offsets[^1] - offsets[0]);
        var values = Scratch.Of(ref _values, keys.Length);
        key.Read(map.Keys, offsets[0], keys);
        value.Read(map.Values, offsets[0], values);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < destination.Length; i++)
        {
            if (!validity.IsValid(start + i))
            {
                destination[i] = null;
                continue;
            }

            var dictionary = new Dictionary<TKey, TValue>(offsets[i + 1] - offsets[i], comparer);
            for (var entry = offsets[i] - offsets[0]; entry < offsets[i + 1] - offsets[0]; entry++)
                dictionary[keys[entry]] = values[entry];
            destination[i] = dictionary;
        }
    }
}

/// <summary>Values of one reader made into something else, one by one; for lists and other things that are allocated anyway.</summary>
internal sealed class MappingReader<TFrom, TTo>(ColumnReader<TFrom> inner, Func<TFrom, TTo> map) : ColumnReader<TTo?>
{
    private TFrom[] _values = [];

    public override void Read(IArrowArray column, int start, Span<TTo?> destination)
    {
        var values = Scratch.Of(ref _values, destination.Length);
        inner.Read(column, start, values);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = values[i] is null ? default : map(values[i]);
    }
}

/// <summary>Ways from the arrays that <see cref="ListReader{T}"/> makes to other collections.</summary>
internal static class Collections
{
    public static ColumnReader<List<T>?> AsList<T>(ColumnReader<T[]?> arrays) => new MappingReader<T[]?, List<T>>(arrays, ToList!);

    /// <summary>The same objects under a type they have, such as an interface.</summary>
    public static ColumnReader<TTo?> As<TFrom, TTo>(ColumnReader<TFrom> reader) => new MappingReader<TFrom, TTo>(reader, static value => (TTo)(object)value!);

    private static List<T> ToList<T>(T[] items)
    {
        var list = new List<T>(items.Length);
        CollectionsMarshal.SetCount(list, items.Length);
        items.CopyTo(CollectionsMarshal.AsSpan(list));
        return list;
    }
}
