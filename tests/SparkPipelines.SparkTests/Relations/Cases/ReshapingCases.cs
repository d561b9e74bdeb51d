using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>Rows turned into columns and back, partitions, null values filled.</summary>
internal static class ReshapingCases
{
    private const string Wide = "SELECT * FROM VALUES (1, 10, 20.5D), (2, NULL, 40D) AS t(id, a, b)";
    private const string Gaps = "SELECT * FROM VALUES (1, 'x', 1.5D, true), (NULL, 'y', NULL, NULL), (NULL, NULL, DOUBLE('NaN'), false), (4, '', 4D, true) AS t(i, s, d, f)";

    public static IEnumerable<RelationCase> All =>
    [
        new("Unpivot: columns named", p => p.Sql(Wide).Unpivot([Col("id")], [Col("a"), Col("b")], "k", "v"),
            $"SELECT id, k, v FROM ({Wide}) UNPIVOT INCLUDE NULLS (v FOR k IN (a, b))", "[1,a,10.0] [1,b,20.5] [2,a,null] [2,b,40.0]"),
        new("Unpivot: all columns but the ids", p => p.Sql(Wide).Unpivot([Col("id")], "k", "v"),
            $"SELECT id, stack(2, 'a', CAST(a AS DOUBLE), 'b', b) AS (k, v) FROM ({Wide})", "[1,a,10.0] [1,b,20.5] [2,a,null] [2,b,40.0]"),
        new("Unpivot: types without a common one", p => p.Sql("SELECT 1 AS id, true AS a, 2 AS b").Melt([Col("id")], [Col("a"), Col("b")], "k", "v"),
            "SELECT * FROM (SELECT 1 AS id, true AS a, 2 AS b) UNPIVOT INCLUDE NULLS (v FOR k IN (a, b))", "!UNPIVOT_VALUE_DATA_TYPE_MISMATCH"),
        new RelationCase("Transpose: by the first column", p => p.Sql("SELECT * FROM VALUES ('r1', 1, 2), ('r2', 3, 4) AS t(k, x, y)").Transpose(),
            "SELECT * FROM VALUES ('x', 1, 3), ('y', 2, 4) AS t(key, r1, r2)", "[x,1,3] [y,2,4]").From(4, 0),
        new RelationCase("Transpose: by another column", p => p.Sql("SELECT * FROM VALUES (1, 'r1'), (3, 'r2') AS t(x, k)").Transpose(Col("k")),
            "SELECT * FROM VALUES ('x', 1, 3) AS t(key, r1, r2)", "[x,1,3]").From(4, 0),
        new("Repartition: round and round", p => p.Spark.Range(0, 6, 1, 1).Repartition(3).Select(SparkPartitionId().As("p")).GroupBy("p").Count(),
            "SELECT p, count(1) AS count FROM (SELECT spark_partition_id() AS p FROM (SELECT /*+ REPARTITION(3) */ * FROM range(0, 6, 1, 1))) GROUP BY p", "[0,2] [1,2] [2,2]"),
        new("Repartition: fewer without a shuffle", p => p.Spark.Range(0, 6, 1, 3).Coalesce(1).Select(SparkPartitionId().As("p")).Distinct(),
            "SELECT DISTINCT spark_partition_id() AS p FROM (SELECT /*+ COALESCE(1) */ * FROM range(0, 6, 1, 3))", "[0]"),
        new("RepartitionByExpression: equal values share a partition", p =>
                p.Sql("SELECT id % 2 AS k FROM range(6)").Repartition(3, Col("k")).Select(Col("k"), SparkPartitionId().As("p")).Distinct(),
            "SELECT DISTINCT k, spark_partition_id() AS p FROM (SELECT /*+ REPARTITION(3, k) */ * FROM (SELECT id % 2 AS k FROM range(6)))", "[0,1] [1,2]"),
        new("RepartitionByExpression: without a number", p => p.Pay.Repartition(Col("id")).GroupBy("id").Count(),
            "SELECT id, count(1) AS count FROM (SELECT /*+ REPARTITION(id) */ * FROM pay) GROUP BY id", "[1,2] [2,1] [5,1]"),
        new("Expression.SortOrder.Ascending: ranges of values upwards", p => p.Spark.Range(0, 4, 1, 1).RepartitionByRange(2, Col("id")).Select(Col("id"), SparkPartitionId().As("p")),
            "SELECT id, spark_partition_id() AS p FROM (SELECT /*+ REPARTITION_BY_RANGE(2, id) */ * FROM range(0, 4, 1, 1))", "[0,0] [1,0] [2,1] [3,1]"),
        RelationCase.WithoutSql("Expression.SortOrder.Descending: ranges of values downwards", "The hint takes no order.", p =>
                p.Spark.Range(0, 4, 1, 1).RepartitionByRange(2, Col("id").Desc()).Select(Col("id"), SparkPartitionId().As("p")), "[0,1] [1,1] [2,0] [3,0]"),
        RelationCase.WithoutSql("Expression.SortOrder.SortNullsLast: null in the last range", "The hint takes no order.", p =>
                p.People.Coalesce(1).RepartitionByRange(2, Col("age").AscNullsLast()).Select(Col("age"), SparkPartitionId().As("p")), "[25,0] [36,0] [61,1] [null,1]"),
        RelationCase.WithoutSql("Expression.SortOrder.SortNullsFirst: null in the first range", "The hint takes no order.", p =>
                p.People.Coalesce(1).RepartitionByRange(2, Col("age").AscNullsFirst()).Select(Col("age"), SparkPartitionId().As("p")), "[25,0] [36,1] [61,1] [null,0]"),
        RelationCase.WithoutSql("Expression.DirectShufflePartitionId: the row says where it goes", "SQL has no words for it.", p =>
                p.Spark.Range(4).RepartitionById(3, (Col("id") % 2).Cast("int")).Select(Col("id"), SparkPartitionId().As("p")), "[0,0] [1,1] [2,0] [3,1]").From(4, 1),
        new("FillNa: a number into numeric columns", p => p.Sql(Gaps).Na().Fill(7L).Select("i", "s", "d"),
            $"SELECT coalesce(i, 7) AS i, s, coalesce(nanvl(d, NULL), 7D) AS d FROM ({Gaps})", "[1,x,1.5] [4,,4.0] [7,null,7.0] [7,y,7.0]"),
        new("FillNa: text into some columns", p => p.Sql(Gaps).Na().Fill("?", ["s"]).Select("s"), $"SELECT coalesce(s, '?') AS s FROM ({Gaps})", "[?] [] [x] [y]"),
        new("FillNa: a value for each column", p => p.Sql(Gaps).Na().Fill(new Dictionary<string, object> { ["i"] = 0, ["s"] = "-", ["f"] = false }).Select("i", "s", "f"),
            $"SELECT coalesce(i, 0) AS i, coalesce(s, '-') AS s, coalesce(f, false) AS f FROM ({Gaps})", "[0,-,false] [0,y,false] [1,x,true] [4,,true]"),
        new("DropNa: rows with any gap, NaN is one", p => p.Sql(Gaps).Na().Drop().Select("i"), $"SELECT i FROM ({Gaps}) WHERE i IS NOT NULL AND s IS NOT NULL AND NOT isnan(d) AND f IS NOT NULL", "[1] [4]"),
        new("DropNa: rows with nothing but gaps", p => p.Sql(Gaps).Na().Drop("all", ["i", "s"]).Select("i", "s"), $"SELECT i, s FROM ({Gaps}) WHERE coalesce(string(i), s) IS NOT NULL", "[1,x] [4,] [null,y]"),
        new("DropNa: rows with fewer values than so many", p => p.Sql(Gaps).Na().Drop(2).Select("s"), $"SELECT s FROM ({Gaps}) WHERE s <> 'y'", "[] [x]"),
        new("Replace: text", p => p.Sql(Gaps).Na().Replace("s", new Dictionary<string, string> { ["x"] = "X", [""] = "empty" }).Select("s"),
            $"SELECT CASE s WHEN 'x' THEN 'X' WHEN '' THEN 'empty' ELSE s END AS s FROM ({Gaps})", "[X] [empty] [null] [y]"),
        new("Replace: numbers in columns of two types", p => p.Sql(Gaps).Na().Replace(["i", "d"], new Dictionary<double, double> { [4] = -4 }).Select("i", "d"),
            $"SELECT if(i = 4, -4, i) AS i, if(d = 4, -4, d) AS d FROM ({Gaps})", "[-4,-4.0] [1,1.5] [null,NaN] [null,null]"),
        RelationCase.WithoutSql("ShowString: a table of text", "SQL prints no tables.", p => p.People.Select("id", "name").OrderBy("id").ShowString(2),
            "[+---+----+\n| id|name|\n+---+----+\n|  1| Ada|\n|  2| Bob|\n+---+----+\nonly showing top 2 rows]")
            .On35("[+---+----+\n| id|name|\n+---+----+\n|  1| Ada|\n|  2| Bob|\n+---+----+\nonly showing top 2 rows\n]"),
        RelationCase.WithoutSql("ShowString: one line for each value", "SQL prints no tables.", p => p.Sql("SELECT 1 AS id, 'abcdefgh' AS s").ShowString(20, 5, vertical: true),
            "[-RECORD 0----\n id  | 1     \n s   | ab... \n]"),
        RelationCase.WithoutSql("HtmlString: a table in HTML", "SQL prints no HTML.", p => p.Sql("SELECT 1 AS id, 'a<b' AS s").ToHtml(),
            "[<table border='1'>\n<tr><th>id</th><th>s</th></tr>\n<tr><td>1</td><td>a&lt;b</td></tr>\n</table>\n]"),
    ];
}
