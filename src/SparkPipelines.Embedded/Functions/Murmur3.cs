using System.Buffers.Binary;
using System.Numerics;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Spark's 32-bit hash (Murmur 3), which takes the bytes after the last whole word each as a word of its own. Arithmetic wraps around.</summary>
internal sealed class Murmur3 : IRowHash
{
    public static string Name => "hash";

    public static long OfInt(int value, long seed) => Finish(Mix(unchecked((uint)seed), unchecked((uint)value)), sizeof(int));

    public static long OfLong(long value, long seed) => unchecked(Finish(Mix(Mix((uint)seed, (uint)value), (uint)(value >> 32)), sizeof(long)));

    public static long OfBytes(ReadOnlySpan<byte> bytes, long seed)
    {
        var hash = unchecked((uint)seed);
        var length = bytes.Length;
        for (; bytes.Length >= 4; bytes = bytes[4..])
            hash = Mix(hash, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        foreach (var b in bytes)
            hash = Mix(hash, unchecked((uint)(sbyte)b));
        return Finish(hash, (uint)length);
    }

    private static uint Mix(uint hash, uint word)
    {
        unchecked
        {
            word = BitOperations.RotateLeft(word * 0xCC9E2D51, 15) * 0x1B873593;
            return (BitOperations.RotateLeft(hash ^ word, 13) * 5) + 0xE6546B64;
        }
    }

    private static uint Finish(uint hash, uint length)
    {
        unchecked
        {
            hash ^= length;
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
            return hash ^ (hash >> 16);
        }
    }
}
