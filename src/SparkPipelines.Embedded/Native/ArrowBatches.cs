using Apache.Arrow;
using Apache.Arrow.Types;

namespace SparkPipelines.Embedded.Native;

/// <summary>The one change of shape that storage needs.</summary>
internal static class ArrowBatches
{
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

    private static bool HasNullType(IArrowType type) =>
        type is NullType || (type is NestedType nested && nested.Fields.Any(field => HasNullType(field.DataType)));
}
