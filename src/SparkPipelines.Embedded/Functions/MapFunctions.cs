using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Maps. A key that comes twice fails the row, as Spark's default has it.</summary>
internal static class MapFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        Create("map"), Create("create_map"),
        new() { Name = "map_keys", Arguments = Args.Of(Input.Map), Result = arguments => new ArrayType(((MapType)arguments[0].Type).KeyType), Lower = Duck("map_keys({0})") },
        new() { Name = "map_values", Arguments = Args.Of(Input.Map), Result = arguments => arguments[0].Type is MapType m ? new ArrayType(m.ValueType, m.ValueContainsNull) : null!, Lower = Duck("map_values({0})") },
        new()
        {
            Name = "map_entries", Arguments = Args.Of(Input.Map), Lower = (_, _, a) => $"list_transform(map_entries({a[0]}), lambda e: {{'key': struct_extract_at(e, 1), 'value': struct_extract_at(e, 2)}})",
            Result = arguments => arguments[0].Type is MapType m ? new ArrayType(new StructType(new StructField("key", m.KeyType, false), new StructField("value", m.ValueType, m.ValueContainsNull)), false) : null!,
        },
        new()
        {
            Name = "map_from_arrays", Arguments = Args.Of(Input.Array, Input.Array), Lower = Duck("CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE map({0}, {1}) END"),
            Result = arguments => new MapType(((ArrayType)arguments[0].Type).ElementType, ((ArrayType)arguments[1].Type).ElementType, ((ArrayType)arguments[1].Type).ContainsNull),
        },
        new()
        {
            Name = "map_from_entries", Arguments = Args.Of(Input.Array), Nulls = Nulls.Always, Lower = Duck("CASE WHEN {0} IS NULL THEN NULL ELSE map_from_entries({0}) END"),
            Result = arguments => ((ArrayType)arguments[0].Type).ElementType is StructType s ? new MapType(s[0].DataType, s[1].DataType, s[1].IsNullable) : new NullType(),
        },
        new()
        {
            Name = "map_concat", Arguments = Args.SameType(0), Result = Result.SameAs(0),
            Lower = (_, _, a) => $"CASE WHEN {string.Join(" OR ", a.Select(x => $"{x} IS NULL"))} THEN NULL ELSE map_from_entries({a.Select(x => $"map_entries({x})").Aggregate((x, y) => $"list_concat({x}, {y})")}) END",
        },
        new() { Name = "map_contains_key", Arguments = KeyArguments, Result = Result.Boolean, Nulls = Nulls.Always, Lower = Duck("list_contains(map_keys({0}), {1})") },
        Filter("map_filter", arguments => arguments[0].Type, "CASE WHEN {0} IS NULL THEN NULL ELSE map_from_entries(list_filter(map_entries({0}), lambda e: {predicate})) END"),
    ];

    private static FunctionDefinition Create(string name) => new()
    {
        Name = name, Display = Names.As("map"), Arguments = CreateArguments, Nulls = Nulls.Never,
        Result = arguments => arguments.Count == 0
            ? new MapType(new NullType(), new NullType(), false)
            : new MapType(arguments[0].Type, arguments[1].Type, arguments.Where((_, i) => i % 2 == 1).Any(value => value.IsNullable)),
        Lower = (site, call, a) => $"CAST(map([{string.Join(", ", a.Where((_, i) => i % 2 == 0))}], [{string.Join(", ", a.Where((_, i) => i % 2 == 1))}]) AS {Lowering.LoweringSite.TypeOf(call.Type)})",
    };

    private static readonly ArgumentRule CreateArguments = (site, arguments) =>
    {
        if (arguments.Count % 2 != 0)
            throw AnalysisErrors.WrongNumberOfArguments("map", "2n (n > 0)", arguments.Count);
        var keys = Common(site, [.. arguments.Where((_, i) => i % 2 == 0)], "CREATE_MAP_KEY_DIFF_TYPES");
        var values = Common(site, [.. arguments.Where((_, i) => i % 2 == 1)], "CREATE_MAP_VALUE_DIFF_TYPES");
        return [.. keys.Zip(values).SelectMany(pair => (TypedExpression[])[pair.First, pair.Second])];
    };

    private static IReadOnlyList<TypedExpression> Common(CallSite site, IReadOnlyList<TypedExpression> arguments, string condition) =>
        TypeCoercion.ToCommonType(site.Settings, arguments) ?? throw AnalysisErrors.TypeMismatch(site.Sql, condition,
            ("functionName", "`map`"), ("dataType", $"[{string.Join(", ", arguments.Select(argument => Quoting.Type(argument.Type)))}]"));

    private static readonly ArgumentRule KeyArguments = (site, arguments) =>
    {
        var checkedArguments = Args.Of(Input.Map, Input.Any)(site, arguments);
        var key = ((MapType)checkedArguments[0].Type).KeyType;
        return [checkedArguments[0], ImplicitCasts.To(checkedArguments[1], InputType.Exactly(key)) ?? throw AnalysisErrors.UnexpectedInputType(site.Sql, 1, key.Sql, arguments[1])];
    };

    private static FunctionDefinition Filter(string name, ResultRule result, string template) => new()
    {
        Name = name, Arguments = Args.Of(Input.Map, Input.Boolean), Result = result, Nulls = Nulls.IfArgument(0),
        Lambdas = (arguments, _, _) => arguments[0]!.Type is MapType m ? [(m.KeyType, false), (m.ValueType, m.ValueContainsNull)] : [],
        Lower = (site, call, a) =>
        {
            // The lambda's two parameters are the entry's two members.
            var lambda = (Lambda)call.Arguments[1];
            var body = new Lowering.ExpressionLowering(site.Context).Lower(lambda.Body)
                .Replace(lambda.Variables[0].SqlName, "struct_extract_at(e, 1)", StringComparison.Ordinal).Replace(lambda.Variables[1].SqlName, "struct_extract_at(e, 2)", StringComparison.Ordinal);
            return template.Replace("{0}", a[0], StringComparison.Ordinal).Replace("{predicate}", body, StringComparison.Ordinal);
        },
    };
}
