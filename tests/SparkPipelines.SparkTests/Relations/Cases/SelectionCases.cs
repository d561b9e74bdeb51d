using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>Columns and rows that are chosen, renamed, ordered and cut.</summary>
internal static class SelectionCases
{
    public static IEnumerable<RelationCase> All =>
    [
        new("Project: columns, expressions and a star", p => p.People.Select(Col("*"), (Col("age") + 1).As("next")),
            "SELECT *, age + 1 AS next FROM people",
            "[1,Ada,Paris,36,37] [2,Bob,Rome,null,null] [3,Ödön,Paris,25,26] [4,null,Oslo,61,62]"),
        new("Project: SQL expressions", p => p.People.SelectExpr("upper(name) AS n", "age DIV 10 AS d"), "SELECT upper(name) AS n, age DIV 10 AS d FROM people",
            "[ADA,3] [BOB,null] [null,6] [ÖDÖN,2]"),
        new("Filter: a condition that is null lets nothing through", p => p.People.Filter(Col("age") > 30).Select("id"), "SELECT id FROM people WHERE age > 30", "[1] [4]"),
        new("Filter: a condition in SQL", p => p.People.Where("name LIKE '%d%' OR age IS NULL").Select("id"), "SELECT id FROM people WHERE name LIKE '%d%' OR age IS NULL", "[1] [2] [3]"),
        new("Filter: an unknown column", p => p.People.Filter(Col("agee") > 30), "SELECT * FROM people WHERE agee > 30", "!UNRESOLVED_COLUMN.WITH_SUGGESTION"),
        new RelationCase("Sort: nulls first when ascending", p => p.People.Sort("city", "age").Select("id"), "SELECT id FROM people ORDER BY city, age", "[4] [3] [1] [2]").InOrder(),
        new RelationCase("Sort: within partitions", p => p.People.Repartition(1).SortWithinPartitions(Col("id").Desc()).Select("id"),
            "SELECT /*+ REPARTITION(1) */ id FROM people SORT BY id DESC", "[4] [3] [2] [1]").InOrder(),
        new RelationCase("Sort: ascending, where null comes first", p => p.People.OrderBy(Col("age").Asc()).Select("age"), "SELECT age FROM people ORDER BY age", "[null] [25] [36] [61]").InOrder(),
        new RelationCase("Sort: ascending with nulls last", p => p.People.OrderBy(Col("age").AscNullsLast()).Select("age"),
            "SELECT age FROM people ORDER BY age NULLS LAST", "[25] [36] [61] [null]").InOrder(),
        new RelationCase("Sort: descending, where null comes last", p => p.People.OrderBy(Col("age").Desc()).Select("age"), "SELECT age FROM people ORDER BY age DESC", "[61] [36] [25] [null]").InOrder(),
        new RelationCase("Sort: descending with nulls first", p => p.People.OrderBy(Col("age").DescNullsFirst()).Select("age"),
            "SELECT age FROM people ORDER BY age DESC NULLS FIRST", "[null] [61] [36] [25]").InOrder(),
        new("Limit: more than there are", p => p.People.Limit(9).Select("id"), "SELECT id FROM people LIMIT 9", "[1] [2] [3] [4]"),
        new("Limit: none", p => p.People.Limit(0), "SELECT * FROM people LIMIT 0", ""),
        new RelationCase("Offset: and a limit after it", p => p.People.OrderBy("id").Offset(1).Limit(2).Select("id"), "SELECT id FROM people ORDER BY id LIMIT 2 OFFSET 1", "[2] [3]").InOrder(),
        new RelationCase("Tail: the last rows in their order", p => p.Spark.Range(10).Tail(2), "SELECT * FROM range(10) WHERE id >= 8 ORDER BY id", "[8] [9]").InOrder(),
        new("Range: with a step downwards", p => p.Spark.Range(5, -1, -2), "SELECT * FROM range(5, -1, -2)", "[1] [3] [5]"),
        new("SubqueryAlias: names the columns' side", p => p.People.Alias("x").Select("x.id", "x.name").Where("x.id < 3"), "SELECT x.id, x.name FROM people x WHERE x.id < 3", "[1,Ada] [2,Bob]"),
        new("ToDf: all columns by new names", p => p.Pay.ToDF("a", "b", "c").Where("c < 80"), "SELECT * FROM pay AS t(a, b, c) WHERE c < 80", "[5,Jan,70.0]"),
        RelationCase.WithoutSql("ToDf: fewer names than columns", "SQL has an error of its own for aliases.", p => p.Pay.ToDF("a"), "!ASSIGNMENT_ARITY_MISMATCH")
            .On35("!requirement failed: The number of columns doesn't match.\nOld column names (3): id, month, amount\nNew column names (1): a"),
        new("WithColumnsRenamed: the old name in another case, an unknown one", p => p.Pay.WithColumnRenamed("MONTH", "m").WithColumnRenamed("none", "n").Where("id = 5"),
            "SELECT id, month AS m, amount FROM pay WHERE id = 5", "[5,Jan,70.0]"),
        new("WithColumnsRenamed: several at once", p => p.Pay.WithColumnsRenamed([new("month", "m"), new("amount", "a")]).Where("id = 5"),
            "SELECT id, month AS m, amount AS a FROM pay WHERE id = 5", "[5,Jan,70.0]"),
        new("WithColumns: one replaced where it stands, one added", p => p.Pay.WithColumns([new("id", Col("id") * 10), new("half", Col("amount") / 2)]).Where("id = 50"),
            "SELECT * FROM (SELECT id * 10 AS id, month, amount, amount / 2 AS half FROM pay) WHERE id = 50", "[50,Jan,70.0,35.0]"),
        RelationCase.WithoutSql("WithColumns: metadata for a column", "SQL has no words for a column's metadata.", p =>
                p.Pay.WithMetadata("id", new() { ["unit"] = "person" }).Schema()["id"].Metadata.ToJsonString(), """[{"unit":"person"}]"""),
        new("Drop: by name, in another case, an unknown one", p => p.People.Drop("CITY", "none", "age").Where("id = 1"), "SELECT id, name FROM people WHERE id = 1", "[1,Ada]"),
        new("Drop: one side's column after a join", p =>
        {
            var (people, pay) = (p.People, p.Pay);
            return people.Join(pay, people["id"] == pay["id"]).Drop(pay["id"]).Where("amount < 100");
        },
            "SELECT p.*, y.month, y.amount FROM people p JOIN pay y ON p.id = y.id WHERE amount < 100", "[2,Bob,Rome,null,Jan,80.0]"),
        new("ToSchema: columns in another order and type", p => p.Pay.To(StructType.FromDDL("amount DOUBLE, id BIGINT")).Where("id = 5"),
            "SELECT amount, CAST(id AS BIGINT) AS id FROM pay WHERE id = 5", "[70.0,5]"),
        RelationCase.WithoutSql("ToSchema: a column that is not there and must not be null", "SQL has no schema to bring rows to.",
            p => p.Pay.To(new StructType([new StructField("none", new IntegerType(), false)])), "!UNRESOLVED_COLUMN.WITH_SUGGESTION"),
        new("Hint: broadcast changes nothing of the rows", p => p.People.Join(p.Pay.Hint("broadcast"), "id").Select("id", "month"),
            "SELECT /*+ BROADCAST(pay) */ id, month FROM people JOIN pay USING (id)", "[1,Feb] [1,Jan] [2,Jan]"),
        new("Hint: with parameters", p => p.Spark.Range(10).Hint("repartition", 3).Select(SparkPartitionId().As("p")).Distinct(),
            "SELECT DISTINCT spark_partition_id() AS p FROM (SELECT /*+ REPARTITION(3) */ * FROM range(10))", "[0] [1] [2]"),
    ];
}
