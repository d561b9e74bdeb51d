using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class CollectionCases
{
    public static IEnumerable<EngineCase> All =>
    [
        Select("collection.size", Tables.Lists, t => [Size(t["a"]), Size(t["m"]), ArraySize(t["s"]), Cardinality(t["a"])]),
        Select("collection.array", Tables.Lists, t => [Array(t["id"], Lit(7)), Array(t["r"]["x"], t["id"])]),
        Select("collection.array_contains", Tables.Lists, t => [ArrayContains(t["a"], 1), ArrayContains(t["s"], "ä")]),
        Select("collection.array_distinct", Tables.Lists, t => [ArrayDistinct(t["a"]), ArrayDistinct(t["s"])]),
        Select("collection.array_sort", Tables.Lists, t => [ArraySort(t["a"]), SortArray(t["a"]), SortArray(t["s"], false)]),
        Select("collection.array_min and max", Tables.Lists, t => [ArrayMin(t["a"]), ArrayMax(t["a"])]),
        Select("collection.array_position", Tables.Lists, t => [ArrayPosition(t["a"], 1), ArrayRemove(t["a"], 1)]),
        Select("collection.array_join", Tables.Lists, t => [ArrayJoin(t["s"], ","), ArrayJoin(t["s"], ",", "?")]),
        Select("collection.set operations", Tables.Lists, t => [ArrayUnion(t["a"], Array(Lit(1), Lit(9))), ArrayIntersect(t["a"], Array(Lit(1), Lit(2))), ArrayExcept(t["a"], Array(Lit(1)))]),
        Select("collection.arrays_overlap", Tables.Lists, t => [ArraysOverlap(t["a"], Array(Lit(1), Lit(9)))]),
        Select("collection.slice and reverse", Tables.Lists, t => [Slice(t["a"], 1, 2), Reverse(t["a"]), Concat(t["a"], t["a"])]),
        Select("collection.element_at", Tables.Lists, t => [TryElementAt(t["a"], Lit(1)), TryElementAt(t["m"], Lit("one"))]),
        Constants("collection.element_at beyond", "element_at(array(1, 2), 5)"),
        Constants("collection.index beyond", "array(1, 2)[2]"),
        Constants("collection.index", "array(1, 2)[0]", "map('a', 1)['a']", "map('a', 1)['b']", "named_struct('x', 1, 'y', 'b').y"),
        Select("collection.get", Tables.Lists, t => [Get(t["a"], Lit(0)), Get(t["a"], Lit(9)), t["m"]["one"], t["r"].GetField("y")]),
        Select("collection.struct", Tables.Lists, t => [Struct(t["id"], t["r"]["x"].Alias("x")), t["r"]]),
        Select("collection.map", Tables.Lists, t => [MapKeys(t["m"]), MapValues(t["m"]), Map(Lit("k"), t["id"])]),
        Constants("collection.map functions", "map_from_arrays(array('a', 'b'), array(1, 2))", "map_concat(map('a', 1), map('b', 2))", "map_contains_key(map('a', 1), 'a')", "map_entries(map('a', 1))"),
        Select("collection.transform", Tables.Lists, t => [Transform(t["a"], x => x + Lit(1L)), Filter(t["a"], x => x > Lit(1)), Exists(t["a"], x => x == Lit(1))]),
        Expressions("collection.lambdas", Tables.Lists, "forall(a, x -> x > 0)", "transform(s, (x, i) -> concat(x, cast(i as string)))", "aggregate(a, 0L, (acc, x) -> acc + coalesce(x, 0))"),
        Constants("collection.sequence", "sequence(1, 5)", "sequence(5, 1, -2)", "sequence(date'2020-01-30', date'2020-02-02')"),
        Constants("collection.flatten", "flatten(array(array(1, 2), array(3)))", "array_repeat('x', 3)", "arrays_zip(array(1, 2), array('a', 'b'))", "array_compact(array(1, null))"),
        Query("collection.explode", s => Tables.Lists(s).Select(Col("id"), Explode(Col("a")))),
        Query("collection.explode_outer", s => Tables.Lists(s).Select(Col("id"), ExplodeOuter(Col("a")).Alias("item"))),
        Query("collection.explode map", s => Tables.Lists(s).Select(Col("id"), Explode(Col("m")))),
        Query("collection.posexplode", s => Tables.Lists(s).Select(Col("id"), PosExplode(Col("s")))),
        Select("json.to_json", Tables.Lists, t => [ToJson(t["r"]), ToJson(t["a"])]),
        Expressions("json.get_json_object", Tables.Lists, "get_json_object('{\"a\":{\"b\":[1,2]}}', '$.a.b[1]')", "from_json('{\"x\":1,\"y\":\"z\"}', 'x int, y string')"),
        Expressions("collection.array_insert", Tables.Lists, "array_insert(a, 1, 9)", "array_insert(a, 2, 9)", "array_insert(a, 6, 9)", "array_insert(a, -1, 9)", "array_insert(a, -2, 9)", "array_insert(a, -6, 9)", "array_insert(s, 2, cast(null as string))"),
        Constants("collection.array_insert at zero", "array_insert(array(1, 2), 0, 9)"),
        Expressions("collection.zip_with", Tables.Lists, "zip_with(a, s, (x, y) -> concat(cast(x as string), y))", "zip_with(a, array(10, 20), (x, y) -> x + y)", "zip_with(a, a, (x, y) -> coalesce(x, y, 0))"),
        Expressions("collection.map lambdas", Tables.Lists, "transform_keys(m, (k, v) -> concat(k, '!'))", "transform_values(m, (k, v) -> v + 1)", "transform_values(m, (k, v) -> k)", "map_filter(m, (k, v) -> v > 1)"),
        Expressions("collection.map_zip_with", Tables.Lists, "map_zip_with(m, map('two', 20, 'three', 30), (k, v1, v2) -> concat_ws('-', k, cast(v1 as string), cast(v2 as string)))"),
        Constants("collection.transform_keys twice", "transform_keys(map('a', 1, 'b', 2), (k, v) -> 'x')"),
        Constants("collection.transform_keys null", "transform_keys(map('a', 1, 'b', 2), (k, v) -> cast(null as string))"),
        Query("collection.inline", s => Tables.Lists(s).SelectExpr("id", "inline(array(r, named_struct('x', 0, 'y', 'c')))")),
        Query("collection.inline_outer", s => Tables.Lists(s).SelectExpr("id", "inline_outer(transform(a, e -> named_struct('e', e, 'id', id)))")),
        Query("collection.stack", s => Tables.Lists(s).SelectExpr("stack(2, id, 'a', 3, 'b')")),
        Query("collection.stack uneven", s => Tables.Lists(s).SelectExpr("id", "stack(2, 1, 'a', null)")),
        Query("collection.explode functions", s => Tables.Lists(s).SelectExpr("id", "posexplode_outer(m)")),
        Expressions("collection.append", Tables.Lists, "array_append(a, 5)", "array_prepend(a, 5)", "array_append(a, cast(null as int))", "array_repeat(s, 2)", "array_repeat(id, -1)", "arrays_zip(a, s)"),
        Expressions("collection.slices", Tables.Lists, "slice(a, -2, 2)", "slice(a, 2, 5)", "slice(a, -5, 2)", "slice(a, 5, 1)", "slice(s, 1, 0)"),
        Expressions("collection.lambdas of null", Tables.Lists, "exists(a, x -> x > 2)", "forall(a, x -> x >= 1)", "filter(a, (x, i) -> i > 0)", "transform(a, x -> array_contains(a, x))", "aggregate(a, 0, (acc, x) -> acc + coalesce(x, 0) % 7, acc -> acc * 10)", "transform(a, x -> transform(a, y -> coalesce(x, 0) % 5 + coalesce(y, 0) % 5))"),
        Constants("collection.sequences", "sequence(1, 1)", "sequence(3L, 1L)", "sequence(cast(1 as tinyint), cast(3 as tinyint))", "sequence(date'2020-01-31', date'2020-05-31', interval 1 month)", "sequence(timestamp'2020-01-01 00:00:00', timestamp'2020-01-01 03:00:00', interval 90 minutes)", "sequence(date'2020-01-03', date'2020-01-01')"),
        Constants("collection.map of null key", "map(cast(null as string), 1)"),
        Constants("collection.map twice", "map('a', 1, 'a', 2)"),
        Constants("collection.map from entries", "map_from_entries(array(struct('a', 1), struct('b', null)))", "map()", "map_concat()", "map_keys(map(1, array(2)))", "element_at(map(1, 'x'), 2)", "map_from_arrays(array(1, 2), array('x', null))"),
    ];
}
