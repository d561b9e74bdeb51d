using SparkPipelines.Extensions.Delta.Tables;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Turns Parquet files into a Delta table, changes it, and looks at its versions. Argument: a folder.</summary>
internal sealed class DeltaHistory : IExample
{
    public void Run(string[] args)
    {
        string path = Path.Combine(args[0], "events");
        SparkSession spark = SparkSession.Builder().AppName("Delta history").GetOrCreate();

        spark.Sql("SELECT * FROM VALUES (1, 'login', 'web'), (2, 'logout', 'web'), (3, 'login', 'app') AS e(id, action, source)")
            .Write().PartitionBy("source").Parquet(path);
        Console.WriteLine($"a Delta table: {DeltaTable.IsDeltaTable(spark, path)}");

        var partitions = new StructType(new[] { new StructField("source", new StringType()) });
        DeltaTable table = DeltaTable.ConvertToDelta(spark, $"parquet.`{path}`", partitions);
        Console.WriteLine($"a Delta table: {DeltaTable.IsDeltaTable(spark, path)}");

        table.UpdateExpr("action = 'login'", new Dictionary<string, string> { ["action"] = "upper(action)" });
        spark.Sql("SELECT 4 AS id, 'login' AS action, 'web' AS source").Write().Format("delta").Mode(SaveMode.Append).Save(path);
        table.Delete("id = 2");

        table.History()
            .OrderBy("version")
            .Select("version", "operation", "readVersion", "isBlindAppend")
            .Show();
        table.History(1)
            .Select(Col("version"), Col("operationParameters").GetItem("predicate").IsNotNull().Alias("with a predicate"))
            .Show();

        for (long version = 0; version <= 3; version++)
        {
            DataFrame then = spark.Read().Format("delta").Option("versionAsOf", version).Load(path);
            Console.WriteLine($"version {version}: {string.Join(" ", then.OrderBy("id").Collect().Select(row => $"{row.GetAs<int>("id")}-{row.GetAs<string>("action")}"))}");
        }

        DataFrame now = table.ToDF();
        now.GroupBy("source").Agg(Count(Lit(1)).Alias("events"), SortArray(CollectList("action")).Alias("actions")).OrderBy("source").Show();

        DataFrame before = spark.Sql($"SELECT * FROM delta.`{path}` VERSION AS OF 0");
        before.Join(now, new[] { "id" }, "left_anti").Select("id", "action").Show();

        table.Generate("symlink_format_manifest");
        Console.WriteLine(Directory.Exists(Path.Combine(path, "_symlink_format_manifest")));
        table.Vacuum(200.0);
        Console.WriteLine(table.As("t").ToDF().Filter(Col("t.source") == "web").Count());

        spark.Stop();
    }
}
