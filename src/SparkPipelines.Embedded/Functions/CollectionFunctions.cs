using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Arrays and maps.</summary>
internal static class CollectionFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = "array", Arguments = Args.SameType(0), Nulls = Nulls.Never,
            Result = arguments => new ArrayType(arguments.Count == 0 ? new NullType() : arguments[0].Type, arguments.Any(argument => argument.IsNullable)),
            Lower = Duck("CAST([{*}] AS {type})"),
        },
        new()
        {
            Name = "size", Arguments = Args.Of(InputType.Either(Input.Array, Input.Map)), Result = Result.Int, Lower = (site, call, arguments) =>
                Fill(call.Arguments[0].Type is MapType ? "CAST(cardinality({0}) AS INTEGER)" : "CAST(len({0}) AS INTEGER)", site, call, arguments),
        },
        new()
        {
            Name = "transform", Arguments = Args.Of(Input.Array, Input.Any),
            Result = arguments => new ArrayType(arguments[1].Type, arguments[1].IsNullable),
            Nulls = Nulls.IfArgument(0),
            Lambdas = ElementAndIndex,
            Lower = Duck("list_transform({0}, {1})"),
        },
        new()
        {
            Name = "filter", Arguments = Args.Of(Input.Array, Input.Boolean), Result = Result.SameAs(0), Nulls = Nulls.IfArgument(0),
            Lambdas = ElementAndIndex, Lower = Duck("list_filter({0}, {1})"),
        },
    ];

    /// <summary>A lambda over an array's elements, and their positions from 0 where it has a second parameter.</summary>
    public static readonly LambdaRule ElementAndIndex = (arguments, _, count) =>
    {
        var array = (ArrayType)arguments[0]!.Type;
        return count == 1 ? [(array.ElementType, array.ContainsNull)] : [(array.ElementType, array.ContainsNull), (new IntegerType(), false)];
    };
}
