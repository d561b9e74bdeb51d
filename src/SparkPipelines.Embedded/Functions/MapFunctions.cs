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
            Name = "map_from_arrays", Arguments = Args.Of(Input.Array, Input.Array), Lower = (_, _, a) => $"CASE WHEN {a[0]} IS NULL OR {a[1]} IS NULL THEN NULL ELSE {FromKeysAndValues(a[0], a[1])} END",
            Result = arguments => new MapType(((ArrayType)arguments[0].Type).ElementType, ((ArrayType)arguments[1].Type).ElementType, ((ArrayType)arguments[1].Type).ContainsNull),
        },
        new()
        {
            Name = "map_from_entries", Arguments = Args.Of(Input.Array), Nulls = arguments => arguments[0].IsNullable || ((ArrayType)arguments[0].Type).ContainsNull, Lower = (_, _, a) => $"CASE WHEN {a[0]} IS NULL OR len({a[0]}) > list_count({a[0]}) THEN NULL ELSE {FromEntries(a[0])} END",
            Result = arguments => ((ArrayType)arguments[0].Type).ElementType is StructType s ? new MapType(s[0].DataType, s[1].DataType, s[1].IsNullable) : new NullType(),
        },
        new()
        {
            Name = "map_concat", Arguments = Args.SameType(0), Result = arguments => arguments.Count == 0 ? new MapType(new StringType(), new StringType()) : arguments[0].Type,
            Lower = (_, call, a) => a.Count == 0
                ? $"CAST(map([], []) AS {Lowering.LoweringSite.TypeOf(call.Type)})"
                : $"CASE WHEN {string.Join(" OR ", a.Select(x => $"{x} IS NULL"))} THEN NULL ELSE {FromEntries(a.Select(x => $"map_entries({x})").Aggregate((x, y) => $"list_concat({x}, {y})"))} END",
        },
        new() { Name = "map_contains_key", Arguments = KeyArguments, Result = Result.Boolean, Nulls = Nulls.Always, Lower = Duck("list_contains(map_keys({0}), {1})") },
    ];

    private static FunctionDefinition Create(string name) => new()
    {
        Name = name, Display = Names.As("map"), Arguments = CreateArguments, Nulls = Nulls.Never,
        Result = arguments => arguments.Count == 0
            ? new MapType(new NullType(), new NullType(), false)
            : new MapType(arguments[0].Type, arguments[1].Type, arguments.Where((_, i) => i % 2 == 1).Any(value => value.IsNullable)),
        Lower = (site, call, a) => $"CAST({(a.Count == 0 ? "map([], [])" : FromKeysAndValues($"[{string.Join(", ", a.Where((_, i) => i % 2 == 0))}]", $"[{string.Join(", ", a.Where((_, i) => i % 2 == 1))}]"))} AS {Lowering.LoweringSite.TypeOf(call.Type)})",
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

    /// <summary>A map of a list of keys and a list of values; a key that comes twice fails the row.</summary>
    public static string FromKeysAndValues(string keys, string values) => $"map({Unique(keys)}, {values})";

    // A lambda over the one list, so that it is computed once.
    private static string Unique(string keys) =>
        $"list_transform([{keys}], lambda ks: CASE WHEN len(list_distinct(ks)) < list_count(ks) THEN {Raise.Sql("DUPLICATED_MAP_KEY", ("key", "list_filter(ks, lambda x, i: list_position(ks, x) < i)[1]"), ("mapKeyDedupPolicy", "'\"spark.sql.mapKeyDedupPolicy\"'"))} ELSE ks END)[1]";

    private static string FromEntries(string entries) =>
        $"list_transform([{entries}], lambda es: {FromKeysAndValues("list_transform(es, lambda e: struct_extract_at(e, 1))", "list_transform(es, lambda e: struct_extract_at(e, 2))")})[1]";
}
