using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Digests of bytes.</summary>
internal static class DigestFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
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
}
