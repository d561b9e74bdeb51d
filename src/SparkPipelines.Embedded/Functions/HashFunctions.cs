using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Hashes of columns.</summary>
internal static class HashFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "xxhash64", Arguments = Hashed, Result = Result.Long, Nulls = Nulls.Never,
            Lower = (site, call, arguments) => $"{site.Native(RowHash<XxHash64>.Of([.. call.Arguments.Select(argument => argument.Type)], 42, DuckType.BigInt))}({string.Join(", ", arguments)})",
        },
        new()
        {
            Name = "hash", Arguments = Hashed, Result = Result.Int, Nulls = Nulls.Never,
            Lower = (site, call, arguments) => $"{site.Native(RowHash<Murmur3>.Of([.. call.Arguments.Select(argument => argument.Type)], 42, DuckType.Int))}({string.Join(", ", arguments)})",
        },
    ];

    private static readonly ArgumentRule Hashed = Args.Many(Input.Any, atLeast: 1).Then((site, arguments) => arguments.Any(argument => HasMap(argument.Type))
        ? throw AnalysisErrors.TypeMismatch(site.Sql, "HASH_MAP_TYPE", ("functionName", Quoting.Id(site.Definition.Name)))
        : arguments);

    private static bool HasMap(DataType type) => type switch
    {
        MapType => true,
        ArrayType array => HasMap(array.ElementType),
        StructType s => s.Fields.Any(field => HasMap(field.DataType)),
        _ => false,
    };
}
