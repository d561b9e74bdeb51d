using Apache.Arrow;
using Apache.Arrow.Types;

namespace SparkPipelines.Embedded.Native;

/// <summary>Putting batches together, and the one change of shape that storage needs.</summary>
internal static class ArrowBatches
{
    /// <summary>
    /// One batch of all rows. A single part is returned as it is (and stays the caller's); of several a copy is made, and the parts stay the caller's.
    /// </summary>
    internal static RecordBatch? Concatenate(Schema schema, IReadOnlyList<RecordBatch> parts)
    {
        if (parts.Count <= 1)
            return parts.Count == 0 ? null : parts[0];
        int rows = 0;
        foreach (RecordBatch part in parts)
            rows += part.Length;
        var columns = new IArrowArray[schema.FieldsList.Count];
        var arrays = new ArrayData[parts.Count];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int i = 0; i < arrays.Length; i++)
                arrays[i] = parts[i].Column(column).Data;
            columns[column] = ArrowArrayFactory.BuildArray(Concatenate(arrays, schema.FieldsList[column].DataType, rows));
        }
        return new RecordBatch(schema, columns, rows);
    }

    /// <summary>An array with its null-typed parts replaced by all-null integers, which is how <see cref="StorageTypes"/> holds them.</summary>
    internal static ArrayData ToStorage(ArrayData data)
    {
        if (data.DataType is NullType)
        {
            var zeros = new byte[checked((data.Offset + data.Length) * sizeof(int))];
            return new ArrayData(Int32Type.Default, data.Length, data.Length, data.Offset, [new ArrowBuffer(zeros), new ArrowBuffer(zeros)]);
        }
        if (data.Children is null || !HasNullType(data.DataType))
            return data;
        return new ArrayData(data.DataType, data.Length, data.NullCount, data.Offset, data.Buffers, data.Children.Select(ToStorage));
    }

    private static ArrayData Concatenate(ArrayData[] arrays, IArrowType type, int rows)
    {
        if (type is NullType)
            return new ArrayData(type, rows, rows, 0, []);
        return ArrayDataConcatenator.Concatenate(arrays);
    }

    private static bool HasNullType(IArrowType type) =>
        type is NullType || (type is NestedType nested && nested.Fields.Any(field => HasNullType(field.DataType)));
}
