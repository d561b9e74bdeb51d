using System.Buffers.Binary;
using System.Numerics;

namespace SparkPipelines.Embedded.Functions;

/// <summary>
/// xxHash with 64 bits as Spark's <c>XXH64</c> has it: the hash of one column is the seed of the next, and a number counts as the bytes of its
/// 32- or 64-bit form. Arithmetic wraps around.
/// </summary>
internal sealed class XxHash64 : IRowHash
{
    public static string Name => "xxhash64";

    private const ulong Prime1 = 0x9E3779B185EBCA87, Prime2 = 0xC2B2AE3D27D4EB4F, Prime3 = 0x165667B19E3779F9, Prime4 = 0x85EBCA77C2B2AE63, Prime5 = 0x27D4EB2F165667C5;

    public static long OfInt(int value, long seed)
    {
        unchecked
        {
            var hash = (ulong)seed + Prime5 + sizeof(int);
            hash ^= (uint)value * Prime1;
            hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
            return (long)Mix(hash);
        }
    }

    public static long OfLong(long value, long seed)
    {
        unchecked
        {
            var hash = (ulong)seed + Prime5 + sizeof(long);
            return (long)Mix(AddLong(hash, (ulong)value));
        }
    }

    public static long OfBytes(ReadOnlySpan<byte> bytes, long seed)
    {
        unchecked
        {
            var rest = bytes;
            var hash = (ulong)seed + Prime5;
            if (bytes.Length >= 32)
            {
                ulong v1 = (ulong)seed + Prime1 + Prime2, v2 = (ulong)seed + Prime2, v3 = (ulong)seed, v4 = (ulong)seed - Prime1;
                for (; rest.Length >= 32; rest = rest[32..])
                {
                    v1 = Round(v1, BinaryPrimitives.ReadUInt64LittleEndian(rest));
                    v2 = Round(v2, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
                    v3 = Round(v3, BinaryPrimitives.ReadUInt64LittleEndian(rest[16..]));
                    v4 = Round(v4, BinaryPrimitives.ReadUInt64LittleEndian(rest[24..]));
                }

                hash = BitOperations.RotateLeft(v1, 1) + BitOperations.RotateLeft(v2, 7) + BitOperations.RotateLeft(v3, 12) + BitOperations.RotateLeft(v4, 18);
                hash = Merge(Merge(Merge(Merge(hash, v1), v2), v3), v4);
            }

            hash += (ulong)bytes.Length;
            for (; rest.Length >= 8; rest = rest[8..])
                hash = AddLong(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            if (rest.Length >= 4)
            {
                hash ^= BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1;
                hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
                rest = rest[4..];
            }

            foreach (var one in rest)
            {
                hash ^= one * Prime5;
                hash = BitOperations.RotateLeft(hash, 11) * Prime1;
            }

            return (long)Mix(hash);
        }
    }

    private static ulong Round(ulong lane, ulong value)
    {
        unchecked
        {
            return BitOperations.RotateLeft(lane + (value * Prime2), 31) * Prime1;
        }
    }

    private static ulong Merge(ulong hash, ulong lane)
    {
        unchecked
        {
            return ((hash ^ Round(0, lane)) * Prime1) + Prime4;
        }
    }

    private static ulong AddLong(ulong hash, ulong value)
    {
        unchecked
        {
            return (BitOperations.RotateLeft(hash ^ Round(0, value), 27) * Prime1) + Prime4;
        }
    }

    private static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }
}
