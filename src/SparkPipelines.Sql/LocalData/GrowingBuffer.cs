using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Array = System.Array;

namespace SparkPipelines.Sql.LocalData;

/// <summary>Memory that values are appended to and that then becomes an Arrow buffer without a copy.</summary>
internal sealed class GrowingBuffer<T>
    where T : unmanaged
{
    private static readonly int Width = Unsafe.SizeOf<T>();

    private byte[] _bytes = [];

    /// <summary>Values so far.</summary>
    public int Count { get; private set; }

    /// <summary>Room for so many more values, which are then part of the buffer.</summary>
    public Span<T> Grow(int count)
    {
        var needed = (long)(Count + (long)count) * Width;
        if (needed > _bytes.Length)
        {
            // Not cleared: every value is written by whoever asked for the room.
            var larger = GC.AllocateUninitializedArray<byte>((int)Math.Max(needed, Math.Min(Array.MaxLength, Math.Max(256, _bytes.LongLength * 2))));
            _bytes.AsSpan(0, Count * Width).CopyTo(larger);
            _bytes = larger;
        }

        var room = MemoryMarshal.Cast<byte, T>(_bytes.AsSpan()).Slice(Count, count);
        Count += count;
        return room;
    }

    public void Append(ReadOnlySpan<T> values) => values.CopyTo(Grow(values.Length));

    /// <summary>Gives back what the last <see cref="Grow"/> asked too much.</summary>
    public void Shrink(int unused) => Count -= unused;

    /// <summary>The buffer; afterwards this one is empty again.</summary>
    public ArrowBuffer Finish() => new(FinishMemory());

    /// <summary>The buffer's memory; afterwards this one is empty again.</summary>
    public ReadOnlyMemory<byte> FinishMemory()
    {
        var memory = _bytes.AsMemory(0, Count * Width);
        _bytes = [];
        Count = 0;
        return memory;
    }
}

/// <summary>One bit per value, packed as Arrow packs them.</summary>
internal sealed class BitBuffer
{
    private readonly GrowingBuffer<byte> _bytes = new();

    public int Count { get; private set; }

    public void Append(ReadOnlySpan<bool> values, bool negate = false)
    {
        var i = 0;
        // Up to a byte's edge, then eight at a time.
        for (; i < values.Length && (Count & 7) != 0; i++)
            Append(values[i] ^ negate);
        var whole = (values.Length - i) >> 3;
        var room = _bytes.Grow(whole);
        for (var b = 0; b < whole; b++, i += 8)
        {
            var bits = 0;
            for (var bit = 0; bit < 8; bit++)
                bits |= (values[i + bit] ? 1 : 0) << bit;
            room[b] = (byte)(negate ? bits ^ 0xFF : bits);
        }

        Count += whole << 3;
        for (; i < values.Length; i++)
            Append(values[i] ^ negate);
    }

    public void AppendTrue(int count)
    {
        for (; count > 0 && (Count & 7) != 0; count--)
            Append(true);
        _bytes.Grow(count >> 3).Fill(0xFF);
        Count += count & ~7;
        for (count &= 7; count > 0; count--)
            Append(true);
    }

    /// <summary>Bits that are packed already, from bit <paramref name="offset"/> on.</summary>
    public void AppendBits(ReadOnlySpan<byte> bits, int offset, int count)
    {
        if ((Count & 7) == 0 && (offset & 7) == 0)
        {
            var room = _bytes.Grow((count + 7) >> 3);
            bits.Slice(offset >> 3, room.Length).CopyTo(room);
            if ((count & 7) != 0)
                room[^1] &= (byte)((1 << (count & 7)) - 1);
            Count += count;
            return;
        }

        for (var i = offset; i < offset + count; i++)
            Append(((bits[i >> 3] >> (i & 7)) & 1) != 0);
    }

    public ArrowBuffer Finish() => new(FinishMemory());

    public ReadOnlyMemory<byte> FinishMemory()
    {
        Count = 0;
        return _bytes.FinishMemory();
    }

    private void Append(bool value)
    {
        if ((Count & 7) == 0)
        {
            _bytes.Grow(1)[0] = value ? (byte)1 : (byte)0;
        }
        else if (value)
        {
            _bytes.Shrink(1);
            _bytes.Grow(1)[0] |= (byte)(1 << (Count & 7));
        }

        Count++;
    }
}
