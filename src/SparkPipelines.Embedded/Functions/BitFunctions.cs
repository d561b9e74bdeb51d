using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Single bits. Negative numbers count in two's complement of 64 bits.</summary>
internal static class BitFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "bit_count", Arguments = Args.Of(InputType.Either(Input.Integral, Input.Boolean)), Result = Result.Int,
            Natives = [VectorFunction.Map<long, int>("sp_bit_count", DuckType.BigInt, DuckType.Int, static value => System.Numerics.BitOperations.PopCount(unchecked((ulong)value)))],
            Lower = Duck("sp_bit_count(CAST({0} AS BIGINT))"),
        },
        Get("bit_get"), Get("getbit"),
    ];

    private static FunctionDefinition Get(string name) => new()
    {
        Name = name, Arguments = Args.Of(Input.Integral, Input.Int), Result = Result.Of(new ByteType()),
        Lower = (site, call, a) =>
        {
            var bits = call.Arguments[0].Type switch { ByteType => 8, ShortType => 16, IntegerType => 32, _ => 64 };
            return Fill($"CASE WHEN {{1}} < 0 OR {{1}} >= {Resolve.Quoting.Number(bits)} THEN {Raise.Sql("INVALID_PARAMETER_VALUE.BIT_POSITION_RANGE", ("functionName", $"'`{name}`'"), ("parameter", "'`pos`'"), ("upper", $"'{Resolve.Quoting.Number(bits)}'"), ("invalidValue", "CAST({1} AS VARCHAR)"))} ELSE CAST((CAST({{0}} AS BIGINT) >> {{1}}) & 1 AS TINYINT) END", site, call, a);
        },
    };
}
