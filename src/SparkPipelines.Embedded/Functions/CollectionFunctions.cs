using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Arrays and maps.</summary>
internal static class CollectionFunctions
{
    // Names that users can't write: what s.field and a[i] become.
    public const string FieldOfEach = "field of each";
    public const string ArrayItem = "item of array";
    public const string MapItem = "item of map";

    public static IEnumerable<FunctionDefinition> All() =>
    [
        new()
        {
            Name = FieldOfEach, Arguments = (_, arguments) => arguments, Nulls = Nulls.IfArgument(0), Display = (_, arguments) => $"{arguments[0]}.{arguments[1]}",
            Result = arguments => FieldOf(arguments) is var field ? new ArrayType(field.DataType, ((ArrayType)arguments[0].Type).ContainsNull || field.IsNullable) : null!,
            Lower = (_, call, arguments) => $"list_transform({arguments[0]}, lambda e: struct_extract_at(e, {Quoting.Number(OrdinalOf(call.Arguments) + 1)}))",
        },
        new()
        {
            Name = ArrayItem, Arguments = Args.Of(Input.Array, Input.Integral),
            Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable || ((ArrayType)arguments[0].Type).ContainsNull, Result = Result.ElementOf(0), Display = (_, arguments) => $"{arguments[0]}[{arguments[1]}]",
            Lower = (_, _, a) => $"CASE WHEN {a[1]} < 0 OR {a[1]} >= len({a[0]}) THEN {Raise.Sql("INVALID_ARRAY_INDEX", ("indexValue", a[1]), ("arraySize", $"len({a[0]})"))} ELSE {a[0]}[{a[1]} + 1] END",
        },
        new()
        {
            Name = MapItem, Arguments = MapArguments, Nulls = Nulls.Always, Result = arguments => ((MapType)arguments[0].Type).ValueType, Display = (_, arguments) => $"{arguments[0]}[{arguments[1]}]",
            Lower = Duck("map_extract_value({0}, {1})"),
        },
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

    private static readonly ArgumentRule MapArguments = (site, arguments) =>
    {
        var key = ((MapType)arguments[0].Type).KeyType;
        return [arguments[0], ImplicitCasts.To(arguments[1], InputType.Exactly(key)) ?? throw AnalysisErrors.UnexpectedInputType(site.Sql, 1, key.Sql, arguments[1])];
    };

    private static int OrdinalOf(IReadOnlyList<TypedExpression> arguments)
    {
        var type = (StructType)((ArrayType)arguments[0].Type).ElementType;
        var name = (string)((Constant)arguments[1]).Value!;
        return type.Fields.ToList().FindIndex(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private static StructField FieldOf(IReadOnlyList<TypedExpression> arguments) => ((StructType)((ArrayType)arguments[0].Type).ElementType)[OrdinalOf(arguments)];

    /// <summary>A lambda over an array's elements, and their positions from 0 where it has a second parameter.</summary>
    public static readonly LambdaRule ElementAndIndex = (arguments, _, count) =>
    {
        var array = (ArrayType)arguments[0]!.Type;
        return count == 1 ? [(array.ElementType, array.ContainsNull)] : [(array.ElementType, array.ContainsNull), (new IntegerType(), false)];
    };
}
