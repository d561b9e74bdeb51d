using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparkPipelines.Sql.Results;

/// <summary>
/// Memory for values whose number is not known before the last: blocks that stay where they are, lent by the shared pool, and one copy into memory
/// of the right size at the end. An array that doubles would be copied, and fresh memory faulted in, several times over.
/// </summary>
internal sealed class BlockBuffer<T>
    where T : unmanaged
{
    /// <summary>The pool keeps arrays up to this size.</summary>
    private const int BlockBytes = 1 << 20;

    private static readonly int Width = Unsafe.SizeOf<T>();

    private readonly List<byte[]> _blocks = [];
    private int _used = BlockBytes / Width;

    /// <summary>Values so far.</summary>
    public int Count { get; private set; }

    private static int ValuesPerBlock => BlockBytes / Width;

    /// <summary>Room for at least one and at most so many more values, which are then part of the buffer.</summary>
    public Span<T> Grow(int most)
    {
        if (_used == ValuesPerBlock)
        {
            _blocks.Add(ArrayPool<byte>.Shared.Rent(BlockBytes));
            _used = 0;
        }

        var room = Values(_blocks[^1]).Slice(_used, Math.Min(most, ValuesPerBlock - _used));
        _used += room.Length;
        Count = checked(Count + room.Length);
        return room;
    }

    public void Append(ReadOnlySpan<T> values)
    {
        while (!values.IsEmpty)
        {
            var room = Grow(values.Length);
            values[..room.Length].CopyTo(room);
            values = values[room.Length..];
        }
    }

    /// <summary>All values in one piece; afterwards the buffer is empty again and its blocks are the pool's.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked(Count * Width));
        var rest = MemoryMarshal.Cast<byte, T>(bytes.AsSpan());
        foreach (var block in _blocks)
        {
            var filled = Values(block)[..Math.Min(rest.Length, ValuesPerBlock)];
            filled.CopyTo(rest);
            rest = rest[filled.Length..];
            ArrayPool<byte>.Shared.Return(block);
        }

        _blocks.Clear();
        (_used, Count) = (ValuesPerBlock, 0);
        return bytes;
    }

    private static Span<T> Values(byte[] block) => MemoryMarshal.Cast<byte, T>(block.AsSpan(0, ValuesPerBlock * Width));
}
