using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Functions that make many rows of one. Their SQL is the list whose elements, structs of the generated columns in order, become the rows.</summary>
internal static class GeneratorFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        Explode("explode", withPosition: false), Explode("explode_outer", withPosition: false),
        Explode("posexplode", withPosition: true), Explode("posexplode_outer", withPosition: true),
    ];

    /// <summary>Whether a row that generates none stays, with nulls.</summary>
    public static bool IsOuter(FunctionDefinition definition) => definition.Name.EndsWith("_outer", StringComparison.Ordinal);

    private static FunctionDefinition Explode(string name, bool withPosition) => new()
    {
        Name = name,
        Kind = FunctionKind.Generator,
        Arguments = Args.Of(InputType.Either(Input.Array, Input.Map)),
        Result = arguments => new StructType(Fields(arguments, name.EndsWith("_outer", StringComparison.Ordinal), withPosition)),
        Nulls = Nulls.Always,
        GeneratedFields = arguments => Fields(arguments, name.EndsWith("_outer", StringComparison.Ordinal), withPosition),
        Lower = (_, call, arguments) => (call.Arguments[0].Type, withPosition) switch
        {
            (ArrayType, false) => $"list_transform({arguments[0]}, lambda e: {{'a': e}})",
            (ArrayType, true) => $"list_transform({arguments[0]}, lambda e, i: {{'p': CAST(i - 1 AS INTEGER), 'a': e}})",
            (_, false) => $"list_transform(map_entries({arguments[0]}), lambda e: {{'k': e.key, 'v': e.value}})",
            _ => $"list_transform(map_entries({arguments[0]}), lambda e, i: {{'p': CAST(i - 1 AS INTEGER), 'k': e.key, 'v': e.value}})",
        },
    };

    private static List<StructField> Fields(IReadOnlyList<TypedExpression> arguments, bool outer, bool withPosition)
    {
        var fields = new List<StructField>();
        if (withPosition)
            fields.Add(new StructField("pos", new IntegerType(), outer));
        switch (arguments[0].Type)
        {
            case ArrayType array:
                fields.Add(new StructField("col", array.ElementType, outer || array.ContainsNull));
                break;
            case MapType map:
                fields.Add(new StructField("key", map.KeyType, outer));
                fields.Add(new StructField("value", map.ValueType, outer || map.ValueContainsNull));
                break;
        }

        return fields;
    }
}
