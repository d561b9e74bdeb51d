using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>Where rows come from.</summary>
internal static class SourceCases
{
    public static IEnumerable<RelationCase> All =>
    [
        new("Sql: with arguments by name", p => p.Spark.Sql("SELECT id, name FROM people WHERE age > :least", new Dictionary<string, object?> { ["least"] = 30 }),
            "SELECT id, name FROM people WHERE age > 30", "[1,Ada] [4,null]"),
        new("Command.SqlCommand: with arguments by place", p => p.Spark.Sql("SELECT ? + ? AS s", 1, 2.5m), "SELECT 1 + 2.5BD AS s", "[3.5]"),
        new("Command.SqlCommand: a command runs once, when it is given", p =>
        {
            var table = p.NewTable("once", "SELECT 1 AS x");
            var inserted = p.Spark.Sql($"INSERT INTO {table} VALUES (2)");
            inserted.Collect();
            inserted.Collect();
            return p.Spark.Table(table);
        }, "SELECT * FROM VALUES (1), (2) AS t(x)", "[1] [2]"),
        new("LocalRelation: rows with a schema", p => p.Spark.CreateDataFrame([new GenericRow([1, "é", null]), new GenericRow([2, null, 2.5])], StructType.FromDDL("a INT, b STRING, c DOUBLE")),
            "SELECT * FROM VALUES (1, 'é', NULL), (2, NULL, 2.5D) AS t(a, b, c)", "[1,é,null] [2,null,2.5]"),
        new("LocalRelation: without rows", p => p.Spark.EmptyDataFrame(StructType.FromDDL("a INT, b STRING")), "SELECT 1 AS a, 'x' AS b WHERE false", ""),
        RelationCase.WithoutSql("CachedLocalRelation: more than goes into a plan, before 4.1", "SQL sends no rows.", Large, "[40000,2000000,39999]").Before(4, 1),
        RelationCase.WithoutSql("ChunkedCachedLocalRelation: more than goes into a plan", "SQL sends no rows.", Large, "[40000,2000000,39999]").NewWayFrom(4, 1),
        new RelationCase("UnresolvedTableValuedFunction: explode with a null in it", p => p.Spark.Tvf().ExplodeOuter(Expr("array(1, null)")), "SELECT * FROM explode_outer(array(1, null))", "[1] [null]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: stack", p => p.Spark.Tvf().Stack(Lit(2), Lit(1), Lit("a"), Lit(2), Lit("b")), "SELECT * FROM stack(2, 1, 'a', 2, 'b')", "[1,a] [2,b]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: inline", p => p.Spark.Tvf().Inline(Expr("array(struct(1 AS a, 'x' AS b))")), "SELECT * FROM inline(array(struct(1 AS a, 'x' AS b)))", "[1,x]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: json_tuple", p => p.Spark.Tvf().JsonTuple(Lit("""{"a":1,"b":"é"}"""), Lit("a"), Lit("b"), Lit("c")),
            """SELECT * FROM json_tuple('{"a":1,"b":"é"}', 'a', 'b', 'c')""", "[1,é,null]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: posexplode", p => p.Spark.Tvf().PosExplode(Expr("map('k', 1)")), "SELECT * FROM posexplode(map('k', 1))", "[0,k,1]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: reserved words", p => p.Spark.Tvf().SqlKeywords().Where("keyword IN ('SELECT', 'CACHE')"),
            "SELECT * FROM sql_keywords() WHERE keyword IN ('SELECT', 'CACHE')", "[CACHE,false] [SELECT,false]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: collations", p => p.Spark.Tvf().Collations().Where("NAME = 'UTF8_LCASE'").Select("NAME", "PAD_ATTRIBUTE"),
            "SELECT NAME, PAD_ATTRIBUTE FROM collations() WHERE NAME = 'UTF8_LCASE'", "[UTF8_LCASE,NO_PAD]").From(4, 0),
        new RelationCase("UnresolvedTableValuedFunction: members of a variant", p => p.Spark.Tvf().VariantExplode(ParseJson(Lit("""{"b":true,"a":[]}"""))).Select(Col("pos"), Col("key"), Col("value").Cast("string").As("v")),
            """SELECT pos, key, CAST(value AS STRING) AS v FROM variant_explode(parse_json('{"b":true,"a":[]}'))""", "[0,a,[]] [1,b,true]").From(4, 0),
        new("Parse.Json: lines with a schema", p => p.Spark.Read().Schema("a INT, b STRING").Json(p.Sql("""SELECT * FROM VALUES ('{"a":1,"b":"x"}'), ('{"b":null}') AS t(value)""")),
            """SELECT j.* FROM (SELECT from_json(value, 'a INT, b STRING') AS j FROM VALUES ('{"a":1,"b":"x"}'), ('{"b":null}') AS t(value))""", "[1,x] [null,null]"),
        new("Parse.Csv: lines with an option", p => p.Spark.Read().Schema("a INT, b STRING").Option("sep", ";").Csv(p.Sql("SELECT * FROM VALUES ('1;x'), ('2;\"y;z\"') AS t(value)")),
            "SELECT c.* FROM (SELECT from_csv(value, 'a INT, b STRING', map('sep', ';')) AS c FROM VALUES ('1;x'), ('2;\"y;z\"') AS t(value))", "[1,x] [2,y;z]"),
        new("Read: files with a header, their types found out", p =>
        {
            var path = Path.Combine(p.Folder, "read.csv");
            File.WriteAllText(path, "n,d,t\n1,1.5,ä\n2,,\n");
            return p.Spark.Read().Option("header", true).Option("inferSchema", true).Csv(path);
        }, "SELECT * FROM VALUES (1, 1.5D, 'ä'), (2, NULL, NULL) AS t(n, d, t)", "[1,1.5,ä] [2,null,null]"),
        new("Read: a table by its name", p => p.Spark.Table(p.NewTable("named", "SELECT 7 AS x")), "SELECT 7 AS x", "[7]"),
        new("Read: a table that is not there", p => p.Spark.Table("nowhere"), "SELECT * FROM nowhere", "!TABLE_OR_VIEW_NOT_FOUND"),
        RelationCase.WithoutSql("RelationChanges: of a table that keeps none", "SQL refuses it while parsing.", p => p.Spark.Read().Option("startingVersion", 0).Changes(p.NewTable("kept", "SELECT 1 AS x")), "!UNSUPPORTED_FEATURE.CHANGE_DATA_CAPTURE").From(4, 2),
    ];

    private static DataFrame Large(Place p)
    {
        var rows = Enumerable.Range(0, 40_000).Select(i => new GenericRow([i, new string((char)('a' + (i % 26)), 50)]));
        var frame = p.Spark.CreateDataFrame(rows, StructType.FromDDL("i INT, s STRING"));
        return frame.Agg(Count(Lit(1)).As("n"), Sum(Length(Col("s"))).As("l"), Max("i").As("m"));
    }
}
