using System.Runtime.InteropServices;
using Apache.Arrow;
using SparkPipelines.Sql.LocalData;

namespace SparkPipelines.Sql.Results;

/// <summary>Arrow arrays as spans. Offsets of sliced arrays are taken into account here and nowhere else.</summary>
internal static class ArrowBuffers
{
    /// <summary>The fixed-width values of an array.</summary>
    public static ReadOnlySpan<T> Values<T>(IArrowArray array)
        where T : unmanaged =>
        array.Length == 0 ? [] : MemoryMarshal.Cast<byte, T>(array.Data.Buffers[1].Span).Slice(array.Data.Offset, array.Length);

    /// <summary>Where each value of a string, binary, list or map array begins, and where the last one ends.</summary>
    public static ReadOnlySpan<int> Offsets(IArrowArray array) =>
        array.Length == 0 ? [0] : MemoryMarshal.Cast<byte, int>(array.Data.Buffers[1].Span).Slice(array.Data.Offset, array.Length + 1);

    /// <summary>The bytes that the offsets of a string or binary array point into.</summary>
    public static ReadOnlySpan<byte> Bytes(IArrowArray array) => array.Length == 0 ? [] : array.Data.Buffers[2].Span;

    public static Validity Validity(IArrowArray array) => new(array);
}

/// <summary>Which values of an array are not null.</summary>
internal readonly ref struct Validity
{
    private readonly ReadOnlySpan<byte> _bits;
    private readonly int _offset;

    public Validity(IArrowArray array)
    {
        if (array is NullArray)
        {
            AllNull = true;
            return;
        }

        _bits = array.NullCount == 0 ? default : array.Data.Buffers[0].Span;
        _offset = array.Data.Offset;
    }

    /// <summary>Whether no value can be null, so that nobody needs to ask one by one.</summary>
    public bool AllValid => !AllNull && _bits.IsEmpty;

    private bool AllNull { get; }

    /// <summary>Appends a bit for each of the first <paramref name="count"/> values.</summary>
    public void AppendTo(BitBuffer buffer, int count)
    {
        if (AllValid)
            buffer.AppendTrue(count);
        else if (AllNull)
            buffer.Append(new bool[count]);
        else
            buffer.AppendBits(_bits, _offset, count);
    }

    public bool IsValid(int index) => !AllNull && (_bits.IsEmpty || ((_bits[(_offset + index) >> 3] >> ((_offset + index) & 7)) & 1) != 0);

    public bool AnyNull(int start, int count)
    {
        if (AllValid)
            return false;
        for (var i = start; i < start + count; i++)
        {
            if (!IsValid(i))
                return true;
        }

        return false;
    }
}
