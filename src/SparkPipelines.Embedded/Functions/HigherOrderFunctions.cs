using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Lowering;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Functions of maps, or of two collections, that take a lambda: DuckDB's own takes one parameter, so each of ours stands for a part of that.</summary>
internal static class HigherOrderFunctions
{
    public static IEnumerable<FunctionDefinition> All() =>
    [
        OfMap("map_filter", Input.Boolean, arguments => arguments[0].Type,
            (a, body) => $"map_from_entries(list_filter(map_entries({a}), lambda e: {body}))"),
        OfMap("transform_keys", Input.Any, arguments => arguments[0].Type is MapType m ? new MapType(arguments[1].Type, m.ValueType, m.ValueContainsNull) : arguments[0].Type,
            (a, body) => MapFunctions.FromKeysAndValues($"list_transform(map_entries({a}), lambda e: {body})", $"map_values({a})")),
        OfMap("transform_values", Input.Any, arguments => arguments[0].Type is MapType m ? new MapType(m.KeyType, arguments[1].Type, arguments[1].IsNullable) : arguments[0].Type,
            (a, body) => $"map(map_keys({a}), list_transform(map_entries({a}), lambda e: {body}))"),
        new()
        {
            Name = "zip_with", Arguments = Args.Of(Input.Array, Input.Array, Input.Any), Result = arguments => new ArrayType(arguments[2].Type, arguments[2].IsNullable),
            Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable,
            Lambdas = (arguments, _, _) => arguments is [{ Type: ArrayType x }, { Type: ArrayType y }, ..] ? [(x.ElementType, true), (y.ElementType, true)] : [],
            Lower = (site, call, a) =>
                $"CASE WHEN {a[0]} IS NULL OR {a[1]} IS NULL THEN NULL ELSE list_transform(list_zip({a[0]}, {a[1]}), lambda e: {Body(site, (Lambda)call.Arguments[2], "struct_extract_at(e, 1)", "struct_extract_at(e, 2)")}) END",
        },
        new()
        {
            Name = "map_zip_with", Arguments = SameKeys, Result = arguments => new MapType(((MapType)arguments[0].Type).KeyType, arguments[2].Type, arguments[2].IsNullable),
            Nulls = arguments => arguments[0].IsNullable || arguments[1].IsNullable,
            Lambdas = (arguments, _, _) => arguments is [{ Type: MapType x }, { Type: MapType y }, ..] ? [(x.KeyType, false), (x.ValueType, true), (y.ValueType, true)] : [],
            Lower = (site, call, a) =>
            {
                // The first map's keys in their order, then those that only the second has.
                var keys = $"list_concat(map_keys({a[0]}), list_filter(map_keys({a[1]}), lambda k: NOT list_contains(map_keys({a[0]}), k)))";
                var body = Body(site, (Lambda)call.Arguments[2], "k", $"map_extract_value({a[0]}, k)", $"map_extract_value({a[1]}, k)");
                return $"CASE WHEN {a[0]} IS NULL OR {a[1]} IS NULL THEN NULL ELSE map({keys}, list_transform({keys}, lambda k: {body})) END";
            },
        },
    ];

    private static readonly ArgumentRule SameKeys = (site, arguments) =>
    {
        var converted = Args.Of(Input.Map, Input.Map, Input.Any)(site, arguments);
        return converted[0].Type is MapType a && converted[1].Type is MapType b && a.KeyType.Equals(b.KeyType)
            ? converted
            : throw Refusal.Of("function", "map_zip_with of maps whose keys differ in type", "cast one map's keys");
    };

    private static FunctionDefinition OfMap(string name, InputType lambda, ResultRule result, Func<string, string, string> lower) => new()
    {
        Name = name, Arguments = Args.Of(Input.Map, lambda), Result = result, Nulls = Nulls.IfArgument(0),
        Lambdas = (arguments, _, _) => arguments[0]!.Type is MapType m ? [(m.KeyType, false), (m.ValueType, m.ValueContainsNull)] : [],
        Lower = (site, call, a) =>
            $"CASE WHEN {a[0]} IS NULL THEN NULL ELSE {lower(a[0], Body(site, (Lambda)call.Arguments[1], "struct_extract_at(e, 1)", "struct_extract_at(e, 2)"))} END",
    };

    /// <summary>The lambda's SQL with other SQL for its parameters.</summary>
    private static string Body(LoweringSite site, Lambda lambda, params ReadOnlySpan<string> parameters)
    {
        var sql = new ExpressionLowering(site.Context).Lower(lambda.Body);
        for (var i = 0; i < parameters.Length; i++)
            sql = sql.Replace(lambda.Variables[i].SqlName, parameters[i], StringComparison.Ordinal);
        return sql;
    }
}
