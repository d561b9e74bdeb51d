using SparkPipelines.Extensions.Delta.Tables;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>A Delta table from its creation to its deletion, as in Delta's quick start. Argument: the table's folder.</summary>
internal sealed class DeltaQuickstart : IExample
{
    public void Run(string[] args)
    {
        string path = args[0];
        SparkSession spark = SparkSession
            .Builder()
            .AppName("Delta quick start")
            .GetOrCreate();

        Console.WriteLine("Create a table");
        DataFrame data = spark.Range(0, 5);
        data.Write().Format("delta").Save(path);
        Show(spark, path);

        Console.WriteLine("Replace its rows");
        spark.Range(5, 10).Write().Format("delta").Mode("overwrite").Save(path);
        Show(spark, path);

        DeltaTable table = DeltaTable.ForPath(path);
        Console.WriteLine("Add 100 to every even value");
        table.Update(Expr("id % 2 == 0"), new Dictionary<string, Column> { { "id", Expr("id + 100") } });
        Show(spark, path);

        Console.WriteLine("Delete every even value");
        table.Delete(Expr("id % 2 == 0"));
        Show(spark, path);

        Console.WriteLine("Upsert");
        DataFrame changes = spark.Range(0, 8).As("new");
        table.As("old")
            .Merge(changes, "old.id = new.id")
            .WhenMatched().Update(new Dictionary<string, Column> { { "id", Col("new.id") * 10 } })
            .WhenNotMatched().InsertExpr(new Dictionary<string, string> { { "id", "new.id" } })
            .Execute();
        Show(spark, path);

        Console.WriteLine("Read the first version");
        spark.Read().Format("delta").Option("versionAsOf", 0L).Load(path).OrderBy("id").Show();

        spark.Stop();
    }

    private static void Show(SparkSession spark, string path) => spark.Read().Format("delta").Load(path).OrderBy("id").Show();
}
