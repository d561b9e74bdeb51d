using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>DataFrames within expressions, and expressions that are not functions.</summary>
internal static class SubqueryCases
{
    public static IEnumerable<RelationCase> All =>
    [
        new RelationCase("WithRelations: a mean of all beside each row", p => p.Pay.Select(Col("id"), (Col("amount") - p.Pay.Agg(Avg("amount")).Scalar()).As("d")),
            "SELECT id, amount - (SELECT avg(amount) FROM pay) AS d FROM pay", "[1,0.0] [1,50.0] [2,-20.0] [5,-30.0]").From(4, 0),
        new RelationCase("Expression.SubqueryExpression.Scalar: one that sees the outer row, null without a row", p => p.People.As("p").Select(Col("id"),
                p.Pay.As("y").Where(Col("y.id") == Col("p.id").Outer()).Agg(Sum("amount").As("s")).Scalar().As("s")),
            "SELECT id, (SELECT sum(amount) AS s FROM pay y WHERE y.id = p.id) AS s FROM people p", "[1,250.0] [2,80.0] [3,null] [4,null]").From(4, 0),
        new RelationCase("Expression.SubqueryExpression.Exists: and not", p => p.People.As("p").Where(!p.Pay.As("y").Where(Col("y.id") == Col("p.id").Outer()).Exists()).Select("id"),
            "SELECT id FROM people p WHERE NOT EXISTS (SELECT 1 FROM pay y WHERE y.id = p.id)", "[3] [4]").From(4, 0),
        new RelationCase("Expression.SubqueryExpression.In: one column", p => p.People.Where(Col("id").IsIn(p.Pay.Select("id"))).Select("id"),
            "SELECT id FROM people WHERE id IN (SELECT id FROM pay)", "[1] [2]").From(4, 0),
        new RelationCase("Expression.SubqueryExpression.Scalar: more than one row", p => p.Spark.Range(1).Select(p.Pay.Select("id").Scalar().As("x")),
            "SELECT (SELECT id FROM pay) AS x", "!SCALAR_SUBQUERY_TOO_MANY_ROWS").From(4, 0),
        new("Expression.Literal: of every simple type", p => p.Spark.Range(1).Select(Lit(true).As("a"), Lit((sbyte)1).As("b"), Lit((short)-2).As("c"), Lit(3L).As("d"), Lit(1.5f).As("e"),
                Lit(1.25m).As("f"), Lit("ö").As("g"), Lit(new byte[] { 1, 255 }).As("h"), Lit(new DateOnly(2024, 2, 29)).As("i"), Lit(null).As("j")),
            "SELECT true AS a, 1Y AS b, -2S AS c, 3L AS d, 1.5F AS e, 1.25BD AS f, 'ö' AS g, X'01FF' AS h, DATE '2024-02-29' AS i, NULL AS j",
            "[true,1,-2,3,1.5,1.25,ö,[01 FF],2024-02-29,null]"),
        new("Expression.UnresolvedAttribute: with a dot in its name", p => p.Sql("SELECT 1 AS `a.b`").Select(Col("`a.b`")), "SELECT 1 AS `a.b`", "[1]"),
        new("Expression.CallFunction: one that is not there", p => p.Spark.Range(1).Select(CallFunction("no_such", Col("id"))), "SELECT no_such(id) FROM range(1)", "!UNRESOLVED_ROUTINE"),
        new("Expression.UnresolvedFunction: within another", p => p.People.Select(Upper(Concat(Col("name"), Lit("!"))).As("n")), "SELECT upper(concat(name, '!')) AS n FROM people", "[ADA!] [BOB!] [null] [ÖDÖN!]"),
        new("Expression.CallFunction: by name", p => p.Spark.Range(3, 4).Select(CallFunction("pmod", -Col("id"), Lit(5)).As("m")), "SELECT pmod(-id, 5) AS m FROM range(3, 4)", "[2]"),
        new("Expression.ExpressionString: SQL in the middle", p => p.Spark.Range(2).Select(Expr("CASE WHEN id = 0 THEN 'no' ELSE 'yes' END").As("x")),
            "SELECT CASE WHEN id = 0 THEN 'no' ELSE 'yes' END AS x FROM range(2)", "[no] [yes]"),
        new("Expression.UnresolvedStar: of one side", p => p.People.As("p").Join(p.Pay.As("y"), Col("p.id") == Col("y.id")).Select(Col("y.*")).Where("amount > 100"),
            "SELECT y.* FROM people p JOIN pay y ON p.id = y.id WHERE amount > 100", "[1,Feb,150.0]"),
        new("Expression.Alias: several names for a generator's columns", p => p.Spark.Range(1).Select(PosExplode(Expr("array('a', 'b')")).As(["i", "v"])),
            "SELECT posexplode(array('a', 'b')) AS (i, v)", "[0,a] [1,b]"),
        new("Expression.Cast: to a type by its name", p => p.Sql("SELECT '12' AS s").Select(Col("s").Cast("decimal(5,1)")), "SELECT CAST(s AS DECIMAL(5, 1)) AS s FROM (SELECT '12' AS s)", "[12.0]"),
        new("Expression.Cast: of what is no number", p => p.Sql("SELECT 'x' AS s").Select(Col("s").Cast("int")), "SELECT CAST(s AS INT) FROM (SELECT 'x' AS s)", "!CAST_INVALID_INPUT"),
        new RelationCase("Expression.Cast.Try: null for what is no number", p => p.Sql("SELECT 'x' AS s").Select(Col("s").TryCast("int").As("i")),
            "SELECT try_cast(s AS INT) AS i FROM (SELECT 'x' AS s)", "[null]").From(4, 0),
        new("Expression.UnresolvedRegex: columns by a pattern", p => p.People.Select(p.People.ColRegex("`(id|na.*)`")).Where("id = 1"), "SELECT id, name FROM people WHERE id = 1", "[1,Ada]"),
        new("Expression.LambdaFunction: of two variables", p => p.Spark.Range(1).Select(Transform(Expr("array(5, 7)"), (x, i) => x + i).As("a")), "SELECT transform(array(5, 7), (x, i) -> x + i) AS a", "[[5, 8]]"),
        new("Expression.UnresolvedNamedLambdaVariable: one within another", p => p.Spark.Range(1).Select(Transform(Expr("array(1, 2)"), x => Transform(Expr("array(10)"), y => x * y)).As("a")),
            "SELECT transform(array(1, 2), x -> transform(array(10), y -> x * y)) AS a", "[[[10], [20]]]"),
        new("Expression.UnresolvedExtractValue: of an array, a map, a struct", p =>
                p.Sql("SELECT array(1, 2) AS a, map('k', 3) AS m, named_struct('f', 4) AS s").Select(Col("a")[1].As("x"), Col("m")["k"].As("y"), Col("s").GetField("f").As("z")),
            "SELECT a[1] AS x, m['k'] AS y, s.f AS z FROM (SELECT array(1, 2) AS a, map('k', 3) AS m, named_struct('f', 4) AS s)", "[2,3,4]"),
        new("Expression.UpdateFields: one changed, one added, one dropped", p =>
                p.Sql("SELECT named_struct('a', 1, 'b', 2) AS s").Select(Col("s").WithField("a", Lit(9)).WithField("c", Lit("x")).DropFields("b").As("s")),
            "SELECT named_struct('a', 9, 'c', 'x') AS s", "[[9,x]]"),
    ];
}
