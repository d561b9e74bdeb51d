using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

internal static class StringFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new() { Name = "upper", Arguments = Args.Of(Input.String), Result = Result.String, Lower = Duck("upper({0})") },
        new() { Name = "lower", Arguments = Args.Of(Input.String), Result = Result.String, Lower = Duck("lower({0})") },
        new() { Name = "concat", Arguments = Args.Many(Input.String), Result = Result.String, Lower = (_, _, arguments) => arguments.Count == 0 ? "''" : $"({string.Join(" || ", arguments)})" },
        new()
        {
            Name = "length", Arguments = Args.Of(Input.StringOrBinary), Result = Result.Int,
            Lower = (site, call, arguments) => Fill(call.Arguments[0].Type is BinaryType ? "CAST(octet_length({0}) AS INTEGER)" : "CAST(length({0}) AS INTEGER)", site, call, arguments),
        },
    ];
}
