using SparkPipelines.Sql;
using SparkPipelines.SparkTests.Relations;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Delta;

/// <summary>
/// Spark's own catalog has no tables that take merges and parts of writes; Delta's are. Each write stands beside its SQL form, and all of
/// one kind change one pair of tables, because a Delta table takes seconds to make.
/// </summary>
public sealed class TableWriteTests
{
    [Fact]
    public async Task MergeInto_EveryClause_LeavesWhatItsSqlLeaves()
    {
        await using var pair = TablePair.Over(await Sparks.NewSessionWithDeltaAsync(SparkMajor.Spark4));
        pair.Create("SELECT * FROM VALUES (1, 'a', 1D), (2, 'b', 2D), (3, 'c', 3D), (4, 'd', 4D), (5, NULL, 5D) AS v(id, name, score)");

        // Of several actions the first whose condition holds: 2 is updated, not deleted, and 6 and 3 meet none.
        const string Source = "SELECT * FROM VALUES (1, 'A', 10D), (2, 'B', 20D), (6, 'F', 60D), (7, 'G', 70D), (8, 'H', 80D) AS v(id, name, score)";
        pair.Do(t => Merge(pair, Source, t)
                .WhenMatched(Col("s.score") > 15).Update([new("score", Col($"{t}.score") + Col("s.score"))])
                .WhenMatched().Delete()
                .WhenNotMatched(Col("s.id") == 7).Insert([new("id", Col("s.id") * 10), new("name", Lower(Col("s.name")))])
                .WhenNotMatched(Col("s.id") > 7).InsertAll()
                .WhenNotMatchedBySource(Col($"{t}.name").IsNull()).Update([new("name", Lit("none")), new("score", Lit(null).Cast("double"))])
                .WhenNotMatchedBySource(Col($"{t}.id") == 4).Delete()
                .Merge(),
            $$"""
            MERGE INTO {t} t USING ({{Source}}) s ON t.id = s.id
            WHEN MATCHED AND s.score > 15 THEN UPDATE SET score = t.score + s.score
            WHEN MATCHED THEN DELETE
            WHEN NOT MATCHED AND s.id = 7 THEN INSERT (id, name) VALUES (s.id * 10, lower(s.name))
            WHEN NOT MATCHED AND s.id > 7 THEN INSERT *
            WHEN NOT MATCHED BY SOURCE AND t.name IS NULL THEN UPDATE SET name = 'none', score = NULL
            WHEN NOT MATCHED BY SOURCE AND t.id = 4 THEN DELETE
            """,
            "[2,b,22.0] [3,c,3.0] [5,none,null] [70,g,null] [8,H,80.0]");

        const string Wider = "SELECT * FROM VALUES (2, 'B', 20D, 'Rome'), (3, 'C', 30D, 'Oslo'), (9, 'I', 9D, 'Paris') AS v(id, name, score, city)";
        pair.Do(t => Merge(pair, Wider, t).WithSchemaEvolution()
                .WhenMatched(Col($"{t}.id") == 2).UpdateAll()
                .WhenNotMatched().InsertAll()
                .WhenNotMatchedBySource().Delete()
                .Merge(),
            $$"""
            MERGE WITH SCHEMA EVOLUTION INTO {t} t USING ({{Wider}}) s ON t.id = s.id
            WHEN MATCHED AND t.id = 2 THEN UPDATE SET *
            WHEN NOT MATCHED THEN INSERT *
            WHEN NOT MATCHED BY SOURCE THEN DELETE
            """,
            "[2,B,20.0,Rome] [3,c,3.0,null] [9,I,9.0,Paris]");

        Should.Throw<SparkException>(() => Merge(pair, Wider, pair.ApiTable).WhenNotMatchedBySource().UpdateAll().Merge())
            .Message.ShouldBe("updatestaraction clauses cannot be part of the WHEN NOT MATCHED BY SOURCE clause in MERGE INTO.");

        pair.Kinds.ShouldContain("Command.MergeIntoTableCommand");
        PlanKinds.All.Where(kind => kind.StartsWith("Expression.MergeAction", StringComparison.Ordinal)).Except(pair.Kinds).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task WriteTo_EveryMode_LeavesWhatItsSqlLeaves(SparkMajor major)
    {
        await using var pair = TablePair.Over(await Sparks.NewSessionWithDeltaAsync(major));
        DataFrame New(string query) => pair.Spark.Sql(query);

        const string Pay = "SELECT * FROM VALUES (1, 'Jan', 100D), (1, 'Feb', 150D), (2, 'Jan', 80D) AS v(id, month, amount)";
        pair.Refuses(table => New(Pay).WriteTo(table).Append(), $"INSERT INTO {{t}} {Pay}", "TABLE_OR_VIEW_NOT_FOUND");
        pair.Refuses(table => New(Pay).WriteTo(table).Using("delta").Replace(), $"REPLACE TABLE {{t}} USING delta AS {Pay}", "TABLE_OR_VIEW_NOT_FOUND");
        pair.Do(table => New(Pay).WriteTo(table).Using("delta").TableProperty("team", "me").PartitionedBy(Col("month")).Create(),
            $"CREATE TABLE {{t}} USING delta TBLPROPERTIES ('team' = 'me') PARTITIONED BY (month) AS {Pay}",
            "[1,Feb,150.0] [1,Jan,100.0] [2,Jan,80.0]");
        pair.Same(table => Details(pair, table), "[delta,[month],me]");
        pair.Refuses(table => New(Pay).WriteTo(table).Using("delta").Create(), $"CREATE TABLE {{t}} USING delta AS {Pay}", "TABLE_OR_VIEW_ALREADY_EXISTS");

        // By name, as SQL has to be told.
        pair.Do(table => New("SELECT 6D AS amount, 'Apr' AS month, 4 AS id").WriteTo(table).Append(),
            "INSERT INTO {t} BY NAME SELECT 6D AS amount, 'Apr' AS month, 4 AS id",
            "[1,Feb,150.0] [1,Jan,100.0] [2,Jan,80.0] [4,Apr,6.0]");
        pair.Do(table => New("SELECT 9 AS id, 'Jan' AS month, 1D AS amount").WriteTo(table).Overwrite(Col("month") == "Jan"),
            "INSERT INTO {t} REPLACE WHERE month = 'Jan' SELECT 9, 'Jan', 1D",
            "[1,Feb,150.0] [4,Apr,6.0] [9,Jan,1.0]");
        pair.Refuses(table => New("SELECT 9 AS id, 'Jan' AS month, 1D AS amount").WriteTo(table).Overwrite(Col("month") == "Feb"),
            "INSERT INTO {t} REPLACE WHERE month = 'Feb' SELECT 9, 'Jan', 1D", "DELTA_REPLACE_WHERE_MISMATCH");
        pair.Spark.Conf().Set("spark.sql.sources.partitionOverwriteMode", "dynamic");
        pair.Do(table => New("SELECT * FROM VALUES (4, 'Feb', 44D), (5, 'Mar', 55D) AS v(id, month, amount)").WriteTo(table).OverwritePartitions(),
            "INSERT OVERWRITE {t} SELECT * FROM VALUES (4, 'Feb', 44D), (5, 'Mar', 55D) AS v(id, month, amount)",
            "[4,Apr,6.0] [4,Feb,44.0] [5,Mar,55.0] [9,Jan,1.0]");
        pair.Spark.Conf().Unset("spark.sql.sources.partitionOverwriteMode");

        void Replace(string table) => New("SELECT 'new' AS word").WriteTo(table).Using("delta").Replace();
        const string ReplaceInSql = "REPLACE TABLE {t} USING delta AS SELECT 'new' AS word";
        void CreateOrReplace(string table) => New("SELECT 1 AS n").WriteTo(table).Using("delta").TableProperty("team", "you").CreateOrReplace();
        const string CreateOrReplaceInSql = "CREATE OR REPLACE TABLE {t} USING delta TBLPROPERTIES ('team' = 'you') AS SELECT 1 AS n";
        if (major == SparkMajor.Spark4)
        {
            pair.Do(Replace, ReplaceInSql, "[new]");
            pair.Same(table => Details(pair, table), "[delta,[],null]");
            pair.Do(CreateOrReplace, CreateOrReplaceInSql, "[1]");
            pair.Same(table => Details(pair, table), "[delta,[],you]");
            pair.Spark.Sql($"DROP TABLE {pair.ApiTable}");
            pair.Spark.Sql($"DROP TABLE {pair.SqlTable}");
            pair.Do(CreateOrReplace, CreateOrReplaceInSql, "[1]");
            // Delta takes clustering columns in SQL alone, by a parser of its own; to what Spark hands it for them it says this.
            var refusal = Should.Throw<AnalysisException>(() => New(Pay).WriteTo(pair.ApiTable).Using("delta").ClusterBy("id").CreateOrReplace());
            (refusal.ErrorClass, refusal.Message).ShouldBe((
                "DELTA_OPERATION_NOT_ALLOWED", "[DELTA_OPERATION_NOT_ALLOWED] Operation not allowed: `Partitioning by expressions` is not supported for Delta tables"));
        }
        else
        {
            // Since 3.5.6 Spark asks whether a table that rows replace can be emptied, which those of Delta 3.3 deny (delta-io/delta issue 4671).
            pair.Refuses(Replace, ReplaceInSql, "Table {t} does not support truncate in batch mode.");
            pair.Refuses(CreateOrReplace, CreateOrReplaceInSql, "Table {t} does not support truncate in batch mode.");
        }

        PlanKinds.All.Where(kind => kind.StartsWith("Command.WriteOperationV2", StringComparison.Ordinal)).Except(pair.Kinds).ShouldBeEmpty();
    }

    private static MergeIntoWriter Merge(TablePair pair, string source, string table) =>
        pair.Spark.Sql(source).As("s").MergeInto(table, Col($"{table}.id") == Col("s.id"));

    private static DataFrame Details(TablePair pair, string table) =>
        pair.Spark.Sql($"DESCRIBE DETAIL {table}").Select(Col("format"), Col("partitionColumns"), Col("properties").GetItem("team"));
}
