using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace SparkPipelines.Sql.LocalData;

/// <summary>How many bytes the rows of an array take, which for a slice is less than its buffers have.</summary>
internal static class ArrowSizes
{
    public static long Of(RecordBatch batch) => batch.Arrays.Sum(array => Of(array.Data));

    private static long Of(ArrayData data)
    {
        var validity = data.Length / 8;
        return data.DataType switch
        {
            NullType => 0,
            FixedWidthType type => validity + ((long)data.Length * type.BitWidth / 8),
            Apache.Arrow.Types.StringType or Apache.Arrow.Types.BinaryType => validity + OffsetBytes(data) + Range(data).Length,
            ListType or Apache.Arrow.Types.MapType => validity + OffsetBytes(data) + Of(data.Children[0].Slice(Range(data).Start, Range(data).Length)),
            Apache.Arrow.Types.StructType => validity + data.Children.Sum(child => Of(child.Slice(data.Offset, data.Length))),
            // What Spark's types never become: at most all of it.
            _ => data.Buffers.Sum(buffer => (long)buffer.Length),
        };
    }

    private static long OffsetBytes(ArrayData data) => (data.Length + 1L) * sizeof(int);

    /// <summary>Where in the values an array's part begins, and how much of them it is.</summary>
    private static (int Start, int Length) Range(ArrayData data)
    {
        if (data.Length == 0)
            return (0, 0);
        var offsets = MemoryMarshal.Cast<byte, int>(data.Buffers[1].Span);
        return (offsets[data.Offset], offsets[data.Offset + data.Length] - offsets[data.Offset]);
    }
}
