using System.Buffers;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace SparkPipelines.Embedded.Formats.Values;

/// <summary>Rented memory of a batch being made; goes back to the pool when the batch is let go of.</summary>
internal sealed class PooledBatch : IDisposable
{
    private readonly List<byte[]> _rented = [];

    /// <summary>Memory of at least that size, not cleared.</summary>
    internal byte[] Rent(int bytes)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(Math.Max(bytes, 64));
        _rented.Add(rented);
        return rented;
    }

    /// <summary>Exchanges memory for twice as much with the same content.</summary>
    internal byte[] Grow(byte[] full, int used, int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(full.Length * 2), needed));
        full.AsSpan(0, used).CopyTo(larger);
        _rented[_rented.IndexOf(full)] = larger;
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    /// <summary>A bitmap of rows that are all there.</summary>
    internal byte[] RentValidity(int rows)
    {
        byte[] validity = Rent((rows + 7) / 8);
        validity.AsSpan(0, (rows + 7) / 8).Fill(0xFF);
        return validity;
    }

    /// <summary>A column of fixed-size values or bits, or of strings when there are offsets.</summary>
    internal static IArrowArray Array(IArrowType type, int rows, int nulls, byte[] validity, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte>? offsets = null)
    {
        ArrowBuffer valid = nulls == 0 ? ArrowBuffer.Empty : new ArrowBuffer(validity.AsMemory(0, (rows + 7) / 8));
        ArrowBuffer[] buffers = offsets is { } o ? [valid, new ArrowBuffer(o), new ArrowBuffer(values)] : [valid, new ArrowBuffer(values)];
        return ArrowArrayFactory.BuildArray(new ArrayData(type, rows, nulls, 0, buffers));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (byte[] rented in _rented)
            ArrayPool<byte>.Shared.Return(rented);
        _rented.Clear();
    }
}
