using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using SparkPipelines.Embedded.Formats.Values;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Json;

/// <summary>Objects as structs: each field by its exact name, the last one of a name, null where there is none.</summary>
internal sealed class JsonStructColumn : JsonColumn
{
    private readonly StructType _type;
    private readonly byte[][] _names;
    private readonly JsonColumn[] _fields;
    private readonly JsonOptions _options;

    internal JsonStructColumn(StructType type, JsonOptions options)
    {
        _type = type;
        _options = options;
        _names = [.. type.Fields.Select(field => Encoding.UTF8.GetBytes(field.Name))];
        _fields = [.. type.Fields.Select(field => For(field.DataType, options))];
    }

    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool)
    {
        byte[] validity = pool.RentValidity(values.Count);
        values.Begin();
        int nulls = 0;
        var fields = Split(block, values, row =>
        {
            JsonBits.Clear(validity, row);
            nulls++;
        });
        var children = new ArrayData[_fields.Length];
        for (int i = 0; i < children.Length; i++)
            children[i] = ConvertField(block, values, fields[i], i, pool).Data;
        ArrowBuffer valid = nulls == 0 ? ArrowBuffer.Empty : new ArrowBuffer(validity.AsMemory(0, (values.Count + 7) / 8));
        return ArrowArrayFactory.BuildArray(new ArrayData(_type.ToArrow(), values.Count, nulls, 0, [valid], children));
    }

    /// <summary>Converts records: some of the fields, each its own column.</summary>
    internal void ConvertRecords(ReadOnlySpan<byte> block, JsonSlices records, PooledBatch pool, Span<IArrowArray> columns, ReadOnlySpan<int> places)
    {
        records.Begin();
        JsonSlices[] fields = Split(block, records, static _ => { });
        for (int i = 0; i < fields.Length; i++)
            columns[places[i]] = ConvertField(block, records, fields[i], i, pool);
    }

    private IArrowArray ConvertField(ReadOnlySpan<byte> block, JsonSlices values, JsonSlices field, int index, PooledBatch pool)
    {
        IArrowArray column = _fields[index].Convert(block, field, pool);
        for (int row = 0; row < field.Count; row++)
            values.Partial[row] |= field.Failed[row] | field.Partial[row];
        return column;
    }

    // Finds the fields of each object. A value that is no object fails.
    private JsonSlices[] Split(ReadOnlySpan<byte> block, JsonSlices values, Action<int> onNull)
    {
        var fields = new JsonSlices[_names.Length];
        for (int i = 0; i < fields.Length; i++)
            fields[i] = new JsonSlices(values.Count);
        for (int row = 0; row < values.Count; row++)
        {
            foreach (JsonSlices field in fields)
                field.Add(0, -1);
            ReadOnlySpan<byte> text = values.Text(block, row);
            if (text.IsEmpty || text[0] != '{')
            {
                values.Failed[row] = !text.IsEmpty;
                onNull(row);
                continue;
            }
            var scanner = new JsonScanner(text, _options.AllowsSingleQuotes, _options.AllowsNonNumericNumbers);
            scanner.Take((byte)'{');
            int expected = 0;
            while (scanner.SkipName(out int nameStart, out int nameLength) && scanner.Skip(out int start, out int length))
            {
                int index = IndexOf(text.Slice(nameStart, nameLength), expected);
                if (index >= 0)
                {
                    fields[index].Replace(row, values.Start(row) + start, length);
                    expected = index + 1;
                }
                if (!scanner.Take((byte)','))
                    break;
            }
        }
        return fields;
    }

    // Records of one file mostly have their fields in one order.
    private int IndexOf(ReadOnlySpan<byte> quotedName, int expected)
    {
        Span<byte> unescaped = quotedName.Length <= 256 ? stackalloc byte[quotedName.Length] : new byte[quotedName.Length];
        ReadOnlySpan<byte> name = unescaped[..JsonText.Unescape(quotedName, unescaped)];
        if (expected < _names.Length && name.SequenceEqual(_names[expected]))
            return expected;
        for (int i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
                return i;
        }
        return -1;
    }
}

/// <summary>Arrays. One element that can't be converted makes the array null.</summary>
internal sealed class JsonArrayColumn(ArrayType type, JsonOptions options) : JsonColumn
{
    private readonly JsonColumn _element = For(type.ElementType, options);

    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool)
    {
        var lists = new JsonLists(values, pool);
        var elements = new JsonSlices(values.Count * 2);
        for (int row = 0; row < values.Count; row++)
        {
            ReadOnlySpan<byte> text = values.Text(block, row);
            if (!text.IsEmpty && text[0] == '[')
            {
                var scanner = new JsonScanner(text, options.AllowsSingleQuotes, options.AllowsNonNumericNumbers);
                scanner.Take((byte)'[');
                while (scanner.Peek() != ']' && scanner.Skip(out int start, out int length))
                {
                    elements.Add(values.Start(row) + start, length);
                    if (!scanner.Take((byte)','))
                        break;
                }
                lists.End(row, elements.Count);
            }
            else
            {
                lists.EndNull(row, elements.Count, isFailure: !text.IsEmpty);
            }
        }
        IArrowArray children = _element.Convert(block, elements, pool);
        lists.TakeFailures(elements);
        return lists.Build(type.ToArrow(), children.Data);
    }
}

/// <summary>Objects as maps of their fields, in order. One value that can't be converted makes the map null.</summary>
internal sealed class JsonMapColumn(MapType type, JsonOptions options) : JsonColumn
{
    private readonly JsonColumn _key = For(type.KeyType, options);
    private readonly JsonColumn _value = For(type.ValueType, options);

    internal override IArrowArray Convert(ReadOnlySpan<byte> block, JsonSlices values, PooledBatch pool)
    {
        var lists = new JsonLists(values, pool);
        var keys = new JsonSlices(values.Count * 2);
        var items = new JsonSlices(values.Count * 2);
        for (int row = 0; row < values.Count; row++)
        {
            ReadOnlySpan<byte> text = values.Text(block, row);
            if (!text.IsEmpty && text[0] == '{')
            {
                var scanner = new JsonScanner(text, options.AllowsSingleQuotes, options.AllowsNonNumericNumbers);
                scanner.Take((byte)'{');
                while (scanner.Peek() != '}' && scanner.SkipName(out int nameStart, out int nameLength) && scanner.Skip(out int start, out int length))
                {
                    keys.Add(values.Start(row) + nameStart, nameLength);
                    items.Add(values.Start(row) + start, length);
                    if (!scanner.Take((byte)','))
                        break;
                }
                lists.End(row, items.Count);
            }
            else
            {
                lists.EndNull(row, items.Count, isFailure: !text.IsEmpty);
            }
        }
        var arrow = (Apache.Arrow.Types.MapType)type.ToArrow();
        ArrayData entries = new(
            arrow.KeyValueType, items.Count, 0, 0, [ArrowBuffer.Empty], [_key.Convert(block, keys, pool).Data, _value.Convert(block, items, pool).Data]);
        lists.TakeFailures(items);
        return lists.Build(arrow, entries);
    }
}

/// <summary>The offsets and nulls of a column of lists being made.</summary>
internal sealed class JsonLists
{
    private readonly JsonSlices _values;
    private readonly byte[] _offsets;
    private readonly byte[] _validity;
    private int _nulls;

    internal JsonLists(JsonSlices values, PooledBatch pool)
    {
        _values = values;
        _offsets = pool.Rent((values.Count + 1) * sizeof(int));
        _validity = pool.RentValidity(values.Count);
        MemoryMarshal.Write(_offsets, 0);
        values.Begin();
    }

    internal void End(int row, int elements) => MemoryMarshal.Write(_offsets.AsSpan((row + 1) * sizeof(int)), elements);

    internal void EndNull(int row, int elements, bool isFailure)
    {
        End(row, elements);
        _values.Failed[row] = isFailure;
        SetNull(row);
    }

    /// <summary>Lists with an element that failed are null; those with one that is there in part are so too.</summary>
    internal void TakeFailures(JsonSlices elements)
    {
        ReadOnlySpan<int> offsets = MemoryMarshal.Cast<byte, int>(_offsets);
        for (int row = 0; row < _values.Count; row++)
        {
            for (int i = offsets[row]; i < offsets[row + 1]; i++)
            {
                _values.Failed[row] |= elements.Failed[i];
                _values.Partial[row] |= elements.Partial[i];
            }
            if (_values.Failed[row] && (_validity[row >> 3] & (1 << (row & 7))) != 0)
                SetNull(row);
        }
    }

    internal IArrowArray Build(Apache.Arrow.Types.IArrowType type, ArrayData elements)
    {
        int rows = _values.Count;
        ArrowBuffer valid = _nulls == 0 ? ArrowBuffer.Empty : new ArrowBuffer(_validity.AsMemory(0, (rows + 7) / 8));
        return ArrowArrayFactory.BuildArray(new ArrayData(type, rows, _nulls, 0, [valid, new ArrowBuffer(_offsets.AsMemory(0, (rows + 1) * sizeof(int)))], [elements]));
    }

    private void SetNull(int row)
    {
        JsonBits.Clear(_validity, row);
        _nulls++;
    }
}
