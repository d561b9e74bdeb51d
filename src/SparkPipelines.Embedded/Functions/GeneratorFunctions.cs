using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
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
        Inline("inline"), Inline("inline_outer"),
        new()
        {
            Name = "stack", Kind = FunctionKind.Generator, Arguments = StackArguments, Nulls = Nulls.Always, Result = arguments => new StructType(StackFields(arguments)), GeneratedFields = StackFields,
            Lower = (_, call, arguments) =>
            {
                var fields = StackFields(call.Arguments);
                var rows = arguments.Skip(1).Chunk(fields.Count).Select(row => $"{{{string.Join(", ", fields.Select((field, i) => $"'c{Quoting.Number(i)}': CAST({(i < row.Length ? row[i] : "NULL")} AS {Lowering.LoweringSite.TypeOf(field.DataType)})"))}}}");
                return $"[{string.Join(", ", rows)}]";
            },
        },
    ];

    /// <summary>Whether a row that generates none stays, with nulls.</summary>
    public static bool IsOuter(FunctionDefinition definition) => definition.Name.EndsWith("_outer", StringComparison.Ordinal);

    private static FunctionDefinition Inline(string name) => new()
    {
        Name = name, Kind = FunctionKind.Generator, Arguments = Args.Of(InputType.ArrayOf(Input.Struct) with { Name = "ARRAY<STRUCT>" }), Nulls = Nulls.Always,
        Result = arguments => new StructType(InlineFields(arguments, name is "inline_outer")), GeneratedFields = arguments => InlineFields(arguments, name is "inline_outer"),
        Lower = (_, call, arguments) =>
            $"list_transform({arguments[0]}, lambda e: {{{string.Join(", ", InlineFields(call.Arguments, false).Select((_, i) => $"'c{Quoting.Number(i)}': struct_extract_at(e, {Quoting.Number(i + 1)})"))}}})",
    };

    private static List<StructField> InlineFields(IReadOnlyList<TypedExpression> arguments, bool outer)
    {
        var array = (ArrayType)arguments[0].Type;
        return [.. ((StructType)array.ElementType).Fields.Select(field => new StructField(field.Name, field.DataType, outer || array.ContainsNull || field.IsNullable))];
    }

    private static readonly ArgumentRule StackArguments = (site, arguments) =>
    {
        if (arguments.Count < 2)
            throw AnalysisErrors.WrongNumberOfArguments("stack", "> 1", arguments.Count);
        if (arguments[0] is not Constant { Value: int and > 0 })
            throw Refusal.Of("function", "stack into a number of rows that is no positive literal");
        var width = Width(arguments);
        var result = arguments.ToArray();
        for (var i = 1; i < result.Length; i++)
        {
            var type = StackType(arguments, (i - 1) % width);
            result[i] = result[i].Type is NullType || result[i].Type.Equals(type)
                ? ImplicitCasts.Cast(result[i], type)
                : throw Refusal.Of("function", $"stack of {result[i].Type.SimpleString} under {type.SimpleString}", "cast one of them");
        }

        return result;
    };

    private static int Width(IReadOnlyList<TypedExpression> arguments)
    {
        var rows = (int)((Constant)arguments[0]).Value!;
        return (arguments.Count - 1 + rows - 1) / rows;
    }

    private static DataType StackType(IReadOnlyList<TypedExpression> arguments, int column)
    {
        var width = Width(arguments);
        return arguments.Skip(1).Where((argument, i) => i % width == column && argument.Type is not NullType).FirstOrDefault()?.Type ?? new NullType();
    }

    private static List<StructField> StackFields(IReadOnlyList<TypedExpression> arguments) =>
        [.. Enumerable.Range(0, Width(arguments)).Select(i => new StructField($"col{Quoting.Number(i)}", StackType(arguments, i)))];

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
