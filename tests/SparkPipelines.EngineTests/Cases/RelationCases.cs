using SparkPipelines.EngineTests.Harness;
using SparkPipelines.Sql;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class RelationCases
{
    public static IEnumerable<EngineCase> All =>
    [
        Query("relation.local all types", Tables.Numbers),
        Query("relation.local nested", Tables.Lists),
        Query("relation.local times", Tables.Times),
        Query("relation.range", s => s.Range(3, 10, 2)).InOrder(),
        Query("relation.range down", s => s.Range(5, 0, -2)).InOrder(),
        Query("relation.project", s => Tables.Groups(s).Select(Col("v") + Lit(1), Col("k").Alias("key"), Lit("x"), Col("*"))),
        Query("relation.filter", s => Tables.Groups(s).Filter(Col("v") > Lit(1))),
        Query("relation.filter text", s => Tables.Groups(s).Where("v > 1 and (t like 'x%' or t is null)")),
        Query("relation.filter null condition", s => Tables.Groups(s).Filter(Col("b"))),
        Query("relation.sort", s => Tables.Groups(s).OrderBy(Col("k"), Col("v").Desc(), Col("id"))).InOrder(),
        Query("relation.sort nulls", s => Tables.Groups(s).OrderBy(Col("v").AscNullsLast(), Col("id").Desc())).InOrder(),
        Query("relation.sort NaN and zeros", s => Tables.Numbers(s).OrderBy(Col("d").Desc(), Col("id"))).InOrder(),
        Query("relation.sort text", s => Tables.Texts(s).Sort("t")).InOrder(),
        Query("relation.limit", s => Tables.Groups(s).OrderBy("id").Limit(3)).InOrder(),
        Query("relation.offset", s => Tables.Groups(s).OrderBy("id").Offset(2).Limit(3)).InOrder(),
        Query("relation.limit zero", s => Tables.Groups(s).Limit(0)),
        Query("join.inner", s => Tables.Groups(s).Join(Tables.Other(s), "k")),
        Query("join.left", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "left_outer")),
        Query("join.right", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "right")),
        Query("join.full", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "full")),
        Query("join.semi", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "leftsemi")),
        Query("join.anti", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "left_anti")),
        Query("join.cross", s => Tables.Other(s).CrossJoin(s.Range(2))),
        Query("join.condition", s => Tables.Groups(s) is var g && Tables.Other(s) is var o ? g.Join(o, g["k"] == o["k"] & g["v"] < o["w"], "inner") : g),
        Query("join.null safe", s => Tables.Groups(s) is var g && Tables.Other(s) is var o ? g.Join(o, g["k"].EqNullSafe(o["k"]), "inner").Select(g["id"], o["w"]) : g),
        Query("join.self by alias", s => Tables.Groups(s).Alias("l").Join(Tables.Groups(s).Alias("r"), Expr("l.id = r.v"), "left").Select("l.id", "r.id", "r.k")),
        Query("join.types differ", s => Tables.Numbers(s).Join(s.Range(0, 8), Expr("i = cast(id as string)").IsNotNull(), "inner").Limit(0)),
        Query("join.chain of keys", s => Tables.Groups(s).Join(Tables.Other(s).Select("k"), "k").Join(Tables.Other(s), ["k"], "left").Join(Tables.Other(s).Select(Col("k"), Col("w").Alias("x")), ["k"], "full")),
        Query("join.filter within a chain", s => Tables.Groups(s).Join(Tables.Other(s), "k").Filter("v < 5 and w > 10").Select("w", "id").Join(s.Range(5), "id")),
        Query("join.filter over an outer join within a chain", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "left").Filter("w is null or w > 10").Join(s.Range(9), "id")),
        Query("join.filter without a condition within a chain", s => Tables.Other(s).CrossJoin(s.Range(3)).Filter("id * 10 = w").Join(Tables.Groups(s), ["k"], "left")),
        Query("join.chain on the right", s => Tables.Groups(s).Join(Tables.Other(s).Join(s.Range(20).Select(Col("id").Cast("int").Alias("w")), "w").Filter("w < 20"), ["k"], "left")),
        Query("join.semi and anti within a chain", s => Tables.Groups(s).Join(Tables.Other(s), ["k"], "left_semi").Join(Tables.Other(s), "k").Join(s.Range(3), ["id"], "left_anti").Join(s.Range(9), "id")),
        Query("set.union", s => Tables.Other(s).Union(Tables.Other(s))),
        Query("set.union types widen", s => s.Range(2).Select(Col("id").Cast("int").Alias("x")).Union(s.Range(2).Select((Col("id") + Lit(0.5)).Alias("y")))),
        Query("set.union by name", s => Tables.Other(s).UnionByName(Tables.Other(s).Select("w", "k"))),
        Query("set.union by name missing", s => Tables.Other(s).UnionByName(s.Range(2), true)),
        Query("set.intersect", s => Tables.Groups(s).Select("k").Intersect(Tables.Other(s).Select("k"))),
        Query("set.intersect all", s => Tables.Groups(s).Select("k").IntersectAll(Tables.Other(s).Select("k"))),
        Query("set.except", s => Tables.Other(s).Select("k").Except(Tables.Groups(s).Select("k"))),
        Query("set.except all", s => Tables.Groups(s).Select("k").ExceptAll(Tables.Other(s).Select("k"))),
        Query("columns.with column", s => Tables.Groups(s).WithColumn("v", Col("v") * Lit(2)).WithColumn("new", Col("v") + Lit(1))),
        Query("columns.with columns", s => Tables.Groups(s).WithColumns(new Dictionary<string, Column> { ["v"] = Col("id"), ["w"] = Col("v") })),
        Query("columns.rename", s => Tables.Groups(s).WithColumnRenamed("v", "value").WithColumnRenamed("absent", "x")),
        Query("columns.drop", s => Tables.Groups(s).Drop("v", "absent", "D")),
        Query("columns.to df", s => Tables.Other(s).ToDF("a", "b")),
        Query("columns.case of names", s => Tables.Groups(s).Select("ID", "K", "V")),
        Query("columns.quoted names", s => Tables.Other(s).ToDF("a.b", "c d").Select(Col("`a.b`"), Col("`c d`") + Lit(1))),
        Query("columns.select expr", s => Tables.Groups(s).SelectExpr("v + 1", "upper(k) as up", "*", "cast(v as double) / 2")),
        Query("missing.drop", s => Tables.Groups(s).Na().Drop()),
        Query("missing.drop all of", s => Tables.Groups(s).Na().Drop("all", ["v", "d"])),
        Query("missing.fill", s => Tables.Groups(s).Na().Fill(0)),
        Query("missing.fill text", s => Tables.Groups(s).Na().Fill("?", ["k", "t"])),
        Query("missing.replace", s => Tables.Groups(s).Na().Replace("k", new Dictionary<string, string> { ["a"] = "A", ["b"] = "B" })),
        Query("view.temp", View),
        Query("unpivot", s => Tables.Groups(s).Unpivot([Col("id")], [Col("v"), Col("id")], "name", "value")),
        Query("describe", s => Tables.Groups(s).Describe("v", "k")).Within(1e-12),
        Query("show.string", s => s.Range(3)).InOrder(),
    ];

    private static DataFrame View(SparkSession spark)
    {
        Tables.Groups(spark).CreateOrReplaceTempView("engine_case_view");
        return spark.Table("engine_case_view").GroupBy("k").Count();
    }
}
