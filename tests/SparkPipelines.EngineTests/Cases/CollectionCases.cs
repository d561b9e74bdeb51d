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
    ];
}
