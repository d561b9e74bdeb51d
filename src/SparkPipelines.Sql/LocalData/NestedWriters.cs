using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.Results;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Collections as lists. The elements of a chunk are gathered and appended in one go.</summary>
/// <param name="type">Arrow's list type.</param>
/// <param name="element">Takes the elements.</param>
/// <param name="items">The elements of a collection.</param>
internal sealed class ListWriter<TCollection, T>(IArrowType type, ColumnWriter<T> element, Func<TCollection, IEnumerable<T>> items) : ColumnWriter<TCollection>
{
    private readonly ListOffsets _offsets = new();
    private readonly List<T> _elements = [];
    private bool[] _nulls = [];

    public override long SizeBytes => element.SizeBytes + _offsets.SizeBytes;

    public override void Append(ReadOnlySpan<TCollection> values, ReadOnlySpan<bool> nulls)
    {
        _elements.Clear();
        var marks = Scratch.Of(ref _nulls, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            marks[i] = values[i] is null || (!nulls.IsEmpty && nulls[i]);
            if (!marks[i])
                _elements.AddRange(items(values[i]));
            _offsets.Append(_elements.Count);
        }

        _offsets.EndChunk(_elements.Count);
        element.Append(CollectionsMarshal.AsSpan(_elements), default);
        AppendValidity(values.Length, marks);
    }

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity) =>
        new(type, length, nullCount, 0, [validity, _offsets.Finish()], [element.Finish().Data]);
}

/// <summary>Dictionaries as maps.</summary>
/// <param name="type">Arrow's map type.</param>
/// <param name="key">Takes the keys.</param>
/// <param name="value">Takes the values.</param>
/// <param name="entries">The entries of a dictionary.</param>
internal sealed class MapWriter<TMap, TKey, TValue>(
    Apache.Arrow.Types.MapType type, ColumnWriter<TKey> key, ColumnWriter<TValue> value, Func<TMap, IEnumerable<KeyValuePair<TKey, TValue>>> entries) : ColumnWriter<TMap>
{
    private readonly ListOffsets _offsets = new();
    private readonly List<TKey> _keys = [];
    private readonly List<TValue> _values = [];
    private bool[] _nulls = [];

    public override long SizeBytes => key.SizeBytes + value.SizeBytes + _offsets.SizeBytes;

    public override void Append(ReadOnlySpan<TMap> values, ReadOnlySpan<bool> nulls)
    {
        _keys.Clear();
        _values.Clear();
        var marks = Scratch.Of(ref _nulls, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            marks[i] = values[i] is null || (!nulls.IsEmpty && nulls[i]);
            if (!marks[i])
            {
                foreach (var (entryKey, entryValue) in entries(values[i]))
                {
                    _keys.Add(entryKey);
                    _values.Add(entryValue);
                }
            }

            _offsets.Append(_keys.Count);
        }

        _offsets.EndChunk(_keys.Count);
        key.Append(CollectionsMarshal.AsSpan(_keys), default);
        value.Append(CollectionsMarshal.AsSpan(_values), default);
        AppendValidity(values.Length, marks);
    }

    protected override ArrayData FinishData(int length, int nullCount, ArrowBuffer validity)
    {
        var count = key.Length;
        var entryData = new ArrayData(type.KeyValueType, count, 0, 0, [ArrowBuffer.Empty], [key.Finish().Data, value.Finish().Data]);
        return new ArrayData(type, length, nullCount, 0, [validity, _offsets.Finish()], [entryData]);
    }
}

/// <summary>Where each list ends among all elements of a batch.</summary>
internal sealed class ListOffsets
{
    private readonly GrowingBuffer<int> _offsets = new();
    private int _base;

    public long SizeBytes => (long)_offsets.Count * sizeof(int);

    /// <summary>A list that ends after so many elements of this chunk.</summary>
    public void Append(int endInChunk)
    {
        if (_offsets.Count == 0)
            _offsets.Append([0]);
        _offsets.Append([_base + endInChunk]);
    }

    public void EndChunk(int elements) => _base += elements;

    public ArrowBuffer Finish()
    {
        if (_offsets.Count == 0)
            _offsets.Append([0]);
        _base = 0;
        return _offsets.Finish();
    }
}
