using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Digests of bytes, and the 32-bit hash of columns.</summary>
internal static class DigestFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        OfColumns("hash", Result.Int, "CAST(42 AS INTEGER)", HashKernels.MurmurInt, HashKernels.MurmurLong, HashKernels.MurmurBytes),
        new() { Name = "md5", Arguments = Args.Of(Input.Binary), Result = Result.String, Lower = Duck("md5({0})") },
        Sha("sha"), Sha("sha1"),
        new() { Name = "sha2", Arguments = Args.Of(Input.Binary, Input.Int), Result = Result.String, Nulls = Nulls.Always, Natives = [Sha2], Lower = Duck("sp_sha2({0}, {1})") },
        new() { Name = "crc32", Arguments = Args.Of(Input.Binary), Result = Result.Long, Natives = [Crc32], Lower = Duck("sp_crc32({0})") },
    ];

    private static FunctionDefinition Sha(string name) => new() { Name = name, Arguments = Args.Of(Input.Binary), Result = Result.String, Lower = Duck("sha1({0})") };

    private static readonly VectorFunction Sha2 = VectorFunction.Scalar("sp_sha2", [DuckType.Blob, DuckType.Int], DuckType.Varchar, static (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var input = args[0];
        var bits = args[1].Values<int>();
        for (var row = 0; row < args.Count; row++)
        {
            if (args.Result.IsNull(row))
                continue;
            // SHA-224 is not in .NET; what Spark makes of other lengths is null.
            var hash = bits[row] switch
            {
                0 or 256 => System.Security.Cryptography.SHA256.HashData(input.Bytes(row)),
                384 => System.Security.Cryptography.SHA384.HashData(input.Bytes(row)),
                512 => System.Security.Cryptography.SHA512.HashData(input.Bytes(row)),
                224 => throw Refusal.Of("function", "sha2 with 224 bits"),
                _ => null,
            };
            TextKernels.Set(args.Result, row, hash is null ? null : Convert.ToHexStringLower(hash));
        }
    });

    private static readonly VectorFunction Crc32 = VectorFunction.Scalar("sp_crc32", [DuckType.Blob], DuckType.BigInt, static (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var input = args[0];
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                args.Result.Values<long>()[row] = Crc(input.Bytes(row));
        }
    });

    private static long Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }

    private static FunctionDefinition OfColumns(string name, ResultRule result, string seed, VectorFunction ints, VectorFunction longs, VectorFunction bytes) => new()
    {
        Name = name,
        Arguments = Args.Many(Input.Any, atLeast: 1).Then(NoMaps),
        Result = result,
        Nulls = Nulls.Never,
        Lower = (site, call, arguments) =>
        {
            var hash = seed;
            for (var i = 0; i < arguments.Count; i++)
                hash = Column(site, name, arguments[i], call.Arguments[i].Type, hash, (ints, longs, bytes));
            return hash;
        },
    };

    private static readonly ArgumentRule NoMaps = (site, arguments) => arguments.Any(argument => argument.Type is MapType)
        ? throw AnalysisErrors.TypeMismatch(site.Sql, "HASH_MAP_TYPE", ("functionName", Quoting.Id(site.Definition.Name)))
        : arguments;

    private static string Column(LoweringSite site, string name, string value, DataType type, string seed, (VectorFunction Ints, VectorFunction Longs, VectorFunction Bytes) hash) => type switch
    {
        NullType => seed,
        BooleanType or ByteType or ShortType or IntegerType or YearMonthIntervalType => $"{site.Native(hash.Ints)}(CAST({value} AS INTEGER), {seed})",
        DateType => $"{site.Native(hash.Ints)}(CAST({value} - DATE '1970-01-01' AS INTEGER), {seed})",
        LongType or DayTimeIntervalType or TimeType => $"{site.Native(hash.Longs)}({value}, {seed})",
        TimestampType or TimestampNtzType => $"{site.Native(hash.Longs)}(epoch_us({value}), {seed})",
        FloatType => $"{site.Native(hash.Ints)}({site.Native(HashKernels.FloatBits)}({value}), {seed})",
        DoubleType => $"{site.Native(hash.Longs)}({site.Native(HashKernels.DoubleBits)}({value}), {seed})",
        DecimalType { Precision: <= 18 } d => $"{site.Native(hash.Longs)}(CAST(CAST({value} AS DECIMAL(38,{d.Scale})) * CAST({System.Numerics.BigInteger.Pow(10, d.Scale)} AS DECIMAL(19,0)) AS BIGINT), {seed})",
        StringType => $"{site.Native(hash.Bytes)}(encode({value}), {seed})",
        BinaryType => $"{site.Native(hash.Bytes)}({value}, {seed})",
        StructType s => Struct(site, name, value, s, seed, hash),
        _ => throw Refusal.Of("function", $"{name} of {type.SimpleString}"),
    };

    private static string Struct(LoweringSite site, string name, string value, StructType type, string seed, (VectorFunction Ints, VectorFunction Longs, VectorFunction Bytes) hash)
    {
        for (var i = 0; i < type.Count; i++)
            seed = Column(site, name, $"struct_extract_at({value}, {Quoting.Number(i + 1)})", type[i].DataType, seed, hash);
        return seed;
    }
}
