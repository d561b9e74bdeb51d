using System.Buffers.Binary;
using System.Numerics;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Spark's 32-bit hash (Murmur 3), a function of a value and the hash so far; null leaves that as it is.</summary>
internal static class HashKernels
{
    public static readonly VectorFunction MurmurInt = Fixed<int, int>("sp_murmur_int", DuckType.Int, DuckType.Int, static (value, seed) => unchecked((int)Finish(Mix((uint)seed, (uint)value), 4)));
    public static readonly VectorFunction MurmurLong = Fixed<long, int>("sp_murmur_long", DuckType.BigInt, DuckType.Int, static (value, seed) => unchecked((int)Finish(Mix(Mix((uint)seed, (uint)value), (uint)(value >> 32)), 8)));
    public static readonly VectorFunction MurmurBytes = Bytes<int>("sp_murmur_bytes", DuckType.Int, static (value, seed) => unchecked((int)Murmur(value, (uint)seed)));

    /// <summary>The bits of a double as a long, zero without its sign and one NaN only.</summary>
    public static readonly VectorFunction DoubleBits = VectorFunction.Map<double, long>("sp_double_bits", DuckType.Double, DuckType.BigInt, static value =>
        value == 0 ? 0L : double.IsNaN(value) ? 0x7FF8000000000000L : BitConverter.DoubleToInt64Bits(value));

    /// <summary>The bits of a float as an int, zero without its sign and one NaN only.</summary>
    public static readonly VectorFunction FloatBits = VectorFunction.Map<float, int>("sp_float_bits", DuckType.Float, DuckType.Int, static value =>
        value == 0 ? 0 : float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(value));

    private static VectorFunction Fixed<T, TSeed>(string name, DuckType type, DuckType seedType, Func<T, TSeed, TSeed> hash)
        where T : unmanaged
        where TSeed : unmanaged => VectorFunction.Scalar(name, [type, seedType], seedType, (in VectorArgs args) =>
        {
            var input = args[0];
            var values = input.Values<T>();
            var seeds = args[1].Values<TSeed>();
            var result = args.Result.Values<TSeed>();
            for (var row = 0; row < args.Count; row++)
                result[row] = input.IsNull(row) ? seeds[row] : hash(values[row], seeds[row]);
        });

    private delegate TSeed BytesHash<TSeed>(ReadOnlySpan<byte> value, TSeed seed);

    private static VectorFunction Bytes<TSeed>(string name, DuckType seedType, BytesHash<TSeed> hash)
        where TSeed : unmanaged => VectorFunction.Scalar(name, [DuckType.Blob, seedType], seedType, (in VectorArgs args) =>
        {
            var input = args[0];
            var seeds = args[1].Values<TSeed>();
            var result = args.Result.Values<TSeed>();
            for (var row = 0; row < args.Count; row++)
                result[row] = input.IsNull(row) ? seeds[row] : hash(input.Bytes(row), seeds[row]);
        });

    // Whole words, then Spark's own way with the bytes that are left: each as a word.
    private static uint Murmur(ReadOnlySpan<byte> bytes, uint seed)
    {
        var hash = seed;
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
