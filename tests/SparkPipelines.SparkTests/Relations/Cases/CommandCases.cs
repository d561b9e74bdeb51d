using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>What changes something: views, files, tables, checkpoints.</summary>
internal static class CommandCases
{
    public static IEnumerable<RelationCase> All =>
    [
        new("Command.CreateDataframeView: of the session, then another in its place", p =>
        {
            p.Spark.Range(1).CreateTempView("view_a");
            p.Spark.Range(5, 7).CreateOrReplaceTempView("view_a");
            return p.Spark.Table("view_a");
        }, "SELECT * FROM view_a", "[5] [6]"),
        new("Command.CreateDataframeView: a name that is taken", p =>
        {
            p.Spark.Range(1).CreateTempView("people");
            return null;
        }, "CREATE TEMP VIEW people AS SELECT 1", "!TEMP_TABLE_OR_VIEW_ALREADY_EXISTS"),
        new("Command.CreateDataframeView: of all sessions", p =>
        {
            p.Spark.Range(2).CreateOrReplaceGlobalTempView($"v_{p.Db}");
            using var other = p.Spark.NewSession();
            var rows = other.Table($"global_temp.v_{p.Db}").Count();
            p.Spark.Catalog.DropGlobalTempView($"v_{p.Db}");
            return rows;
        }, "SELECT 2", "[2]"),
        RelationCase.WithoutSql("Command.WriteOperation.ErrorIfExists: files, then a second time", "SQL always replaces files.", p =>
        {
            p.Pay.Write().Json($"{p.Folder}/once");
            p.Pay.Write().Json($"{p.Folder}/once");
            return null;
        }, "!PATH_ALREADY_EXISTS"),
        new("Command.WriteOperation.Append: files beside those that are there, by partition", p =>
        {
            foreach (var _ in (int[])[1, 2])
                p.Pay.Write().Mode(SaveMode.Append).PartitionBy("month").Option("compression", "none").Parquet($"{p.Folder}/appended");
            return p.Sql($"SELECT id, month FROM parquet.`{p.Folder}/appended` WHERE month = 'Feb'");
        }, "SELECT id, month FROM pay WHERE month = 'Feb' UNION ALL SELECT id, month FROM pay WHERE month = 'Feb'", "[1,Feb] [1,Feb]"),
        new("Command.WriteOperation.Overwrite: a table", p =>
        {
            p.Pay.Where("id = 1").Write().Mode("overwrite").SaveAsTable(p.NewTable("replaced", "SELECT 'old' AS x"));
            return p.Spark.Table($"{p.Db}.replaced");
        }, "SELECT * FROM pay WHERE id = 1", "[1,Feb,150.0] [1,Jan,100.0]"),
        new("Command.WriteOperation.Ignore: what is there stays", p =>
        {
            p.Sql("SELECT 'old' AS x").Write().Parquet($"{p.Folder}/stays");
            p.Pay.Write().Mode("ignore").Parquet($"{p.Folder}/stays");
            return p.Spark.Read().Parquet($"{p.Folder}/stays");
        }, "SELECT 'old' AS x", "[old]"),
        new("Command.WriteOperation: into a table, by position", p =>
        {
            p.Sql("SELECT 2 AS other").Write().InsertInto(p.NewTable("inserted", "SELECT 1 AS x"));
            return p.Spark.Table($"{p.Db}.inserted");
        }, "SELECT * FROM VALUES (1), (2) AS t(x)", "[1] [2]"),
        new("Command.WriteOperation: buckets with an order", p =>
        {
            p.Pay.Write().Format("parquet").BucketBy(2, "id").SortBy("amount").SaveAsTable($"{p.Db}.buckets");
            return p.Sql($"DESCRIBE EXTENDED {p.Db}.buckets").Where("col_name IN ('Num Buckets', 'Bucket Columns', 'Sort Columns')").Select("col_name", "data_type");
        }, "SELECT * FROM VALUES ('Num Buckets', '2'), ('Bucket Columns', '[`id`]'), ('Sort Columns', '[`amount`]') AS t(col_name, data_type)",
            "[Bucket Columns,[`id`]] [Num Buckets,2] [Sort Columns,[`amount`]]"),
        new("Command.WriteOperation: text in lines", p =>
        {
            p.Sql("SELECT 'é' AS v UNION ALL SELECT 'b'").Coalesce(1).Write().Text($"{p.Folder}/text");
            return p.Spark.Read().Text($"{p.Folder}/text");
        }, "SELECT * FROM text.`{folder}/text`", "[b] [é]"),
        new("Command.WriteOperation: ORC", p =>
        {
            p.Pay.Write().Orc($"{p.Folder}/orc");
            return p.Spark.Read().Orc($"{p.Folder}/orc").Where("amount > 90");
        }, "SELECT * FROM pay WHERE amount > 90", "[1,Feb,150.0] [1,Jan,100.0]"),
        new("Command.WriteOperation: values parted by a sign, with a header", p =>
        {
            p.Pay.Coalesce(1).Write().Option("header", true).Option("sep", "|").Csv($"{p.Folder}/csv");
            return p.Spark.Read().Text($"{p.Folder}/csv");
        }, "SELECT * FROM VALUES ('id|month|amount'), ('1|Jan|100.0'), ('1|Feb|150.0'), ('2|Jan|80.0'), ('5|Jan|70.0') AS t(value)",
            "[1|Feb|150.0] [1|Jan|100.0] [2|Jan|80.0] [5|Jan|70.0] [id|month|amount]"),
        new("Command.WriteOperationV2.Create: a table with a property, by partition", p =>
        {
            p.Pay.WriteTo($"{p.Db}.v2created").Using("parquet").TableProperty("owner", "me").PartitionedBy(Col("month")).Create();
            return p.Sql($"SHOW PARTITIONS {p.Db}.v2created");
        }, "SELECT * FROM VALUES ('month=Feb'), ('month=Jan') AS t(partition)", "[month=Feb] [month=Jan]"),
        new RelationCase("Command.WriteOperationV2.Create: a table with rows that are near together", p =>
        {
            p.Pay.WriteTo($"{p.Db}.v2clustered").Using("parquet").ClusterBy("id", "month").Create();
            return p.Sql($"SHOW TBLPROPERTIES {p.Db}.v2clustered").Where("key = 'clusteringColumns'").Select("key", "value");
        }, "SELECT 'clusteringColumns' AS key, '[[\"id\"],[\"month\"]]' AS value", "[clusteringColumns,[[\"id\"],[\"month\"]]]").From(4, 0),
        new("Command.WriteOperationV2.Create: a table that is there", p =>
        {
            p.Pay.WriteTo(p.NewTable("v2there", "SELECT 1 AS x")).Using("parquet").Create();
            return null;
        }, "CREATE TABLE {db}.v2there USING parquet AS SELECT 1 AS x", "!TABLE_OR_VIEW_ALREADY_EXISTS"),
        .. OnOlderTables(),
        new RelationCase("Command.CheckpointCommand: on the executors, then as it was", p =>
        {
            p.Sql("SELECT 1 AS x").CreateOrReplaceTempView("before_checkpoint");
            var kept = p.Spark.Table("before_checkpoint").LocalCheckpoint();
            p.Sql("SELECT 2 AS x").CreateOrReplaceTempView("before_checkpoint");
            return kept;
        }, "SELECT 1 AS x", "[1]").From(4, 0),
        new RelationCase("CachedRemoteRelation: what a checkpoint gives, under more operations", p => p.Pay.LocalCheckpoint(eager: false).GroupBy("id").Count(),
            "SELECT id, count(1) AS count FROM pay GROUP BY id", "[1,2] [2,1] [5,1]").From(4, 0),
        RelationCase.WithoutSql("Command.ExecuteExternalCommand: of a runner that is not there", "SQL has no words for it.", p => p.Spark.ExecuteCommand("no.such.Runner", "x", []), "!DATA_SOURCE_NOT_FOUND").From(4, 0),
    ];

    /// <summary>Spark's own catalog keeps tables of the older kind, which take none of these; both forms say so alike.</summary>
    private static IEnumerable<RelationCase> OnOlderTables() =>
    [
        OlderTable("Append", writer => writer.Append()),
        OlderTable("Overwrite", writer => writer.Overwrite(Lit(true))),
        OlderTable("OverwritePartitions", writer => writer.OverwritePartitions()),
        NoSuchWrite("Replace", writer => writer.Using("parquet").Replace()),
        NoSuchWrite("CreateOrReplace", writer => writer.Using("parquet").CreateOrReplace()),
        Merge("Expression.MergeAction.Delete", merge => merge.WhenMatched(Col("s.x") > 1).Delete(), "WHEN MATCHED AND s.x > 1 THEN DELETE"),
        Merge("Expression.MergeAction.Update", merge => merge.WhenMatched().Update([new("x", Col("s.x"))]), "WHEN MATCHED THEN UPDATE SET x = s.x"),
        Merge("Expression.MergeAction.UpdateStar", merge => merge.WhenMatched().UpdateAll(), "WHEN MATCHED THEN UPDATE SET *"),
        Merge("Expression.MergeAction.Insert", merge => merge.WhenNotMatched().Insert([new("x", Col("s.x"))]), "WHEN NOT MATCHED THEN INSERT (x) VALUES (s.x)"),
        Merge("Expression.MergeAction.InsertStar", merge => merge.WhenNotMatched().InsertAll(), "WHEN NOT MATCHED THEN INSERT *"),
        Merge("Command.MergeIntoTableCommand", merge => merge.WhenMatched().UpdateAll().WhenNotMatched().InsertAll().WhenNotMatchedBySource().Delete(),
            "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT * WHEN NOT MATCHED BY SOURCE THEN DELETE"),
    ];

    /// <summary>Spark has no name for this refusal, 3.5 not even a number.</summary>
    private static RelationCase OlderTable(string mode, Action<DataFrameWriterV2> write) =>
        NoSuchWrite(mode, write, "_LEGACY_ERROR_TEMP_1012").On35($"!Cannot write into v1 table: `spark_catalog`.`{{db}}`.`older_{mode.ToLowerInvariant()}`.");

    private static RelationCase NoSuchWrite(string mode, Action<DataFrameWriterV2> write, string condition = "UNSUPPORTED_FEATURE.TABLE_OPERATION") => RelationCase.WithoutSql(
        $"Command.WriteOperationV2.{mode}: a table of the older kind", "SQL writes to it by the older way.", p =>
        {
            write(p.Sql("SELECT 2 AS x").WriteTo(p.NewTable($"older_{mode}", "SELECT 1 AS x")));
            return null;
        }, $"!{condition}");

    private static RelationCase Merge(string kind, Func<MergeIntoWriter, MergeIntoWriter> build, string clause) => new RelationCase($"{kind}: a table of the older kind", p =>
    {
        var table = p.NewTable($"merged_{kind.Replace('.', '_')}", "SELECT 1 AS x");
        build(p.Sql("SELECT 2 AS x").As("s").MergeInto(table, Col($"{table}.x") == Col("s.x"))).Merge();
        return null;
    }, $"MERGE INTO {{db}}.merged_{kind.Replace('.', '_')} USING (SELECT 2 AS x) s ON merged_{kind.Replace('.', '_')}.x = s.x {clause}", "!UNSUPPORTED_FEATURE.TABLE_OPERATION").From(4, 0);
}
