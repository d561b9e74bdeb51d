using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Reads and writes files of several formats. Arguments: the folder of the inputs, a folder for outputs.</summary>
internal sealed class DataSources : IExample
{
    public void Run(string[] args)
    {
        string inputs = args[0];
        string outputs = args[1];
        SparkSession spark = SparkSession.Builder().AppName("Data sources").GetOrCreate();

        LoadAndSave(spark, inputs, outputs);
        SaveInBuckets(spark, outputs);
        DiscoverPartitions(spark, outputs);
        MergeSchemas(spark, outputs);

        spark.Stop();
    }

    private static void LoadAndSave(SparkSession spark, string inputs, string outputs)
    {
        DataFrame people = spark.Read().Format("csv")
            .Option("sep", ";")
            .Option("inferSchema", true)
            .Option("header", true)
            .Load(Path.Combine(inputs, "people.csv"));
        people.PrintSchema();

        // Parquet is the format when none is named.
        people.Select("name", "age").Write().Mode(SaveMode.Overwrite).Save(Path.Combine(outputs, "names.parquet"));
        spark.Read().Load(Path.Combine(outputs, "names.parquet")).OrderBy("name").Show();

        people.Write().Format("orc")
            .Option("orc.bloom.filter.columns", "name")
            .Option("orc.dictionary.key.threshold", 1.0)
            .Mode("overwrite")
            .Save(Path.Combine(outputs, "people.orc"));
        Console.WriteLine(spark.Read().Orc(Path.Combine(outputs, "people.orc")).Filter(Col("name") == "Bob").Count());

        people.Coalesce(1).Write().Mode(SaveMode.Overwrite).Json(Path.Combine(outputs, "people.json"));
        foreach (Row line in spark.Read().Text(Path.Combine(outputs, "people.json")).Collect())
            Console.WriteLine(line.GetAs<string>("value"));

        // Files can be asked by SQL without a table.
        spark.Sql($"SELECT max(age) AS oldest FROM parquet.`{Path.Combine(outputs, "names.parquet")}`").Show();

        spark.Read().Option("pathGlobFilter", "*.csv").Option("header", true).Option("delimiter", ";").Csv(inputs)
            .Filter(Col("job").Contains("Dev")).Select("name", "job").Show();
    }

    private static void SaveInBuckets(SparkSession spark, string outputs)
    {
        DataFrame people = spark.Read().Orc(Path.Combine(outputs, "people.orc"));
        people.Write().BucketBy(4, "name").SortBy("age").Mode(SaveMode.Overwrite).SaveAsTable("people_in_buckets");
        people.Write().PartitionBy("job").BucketBy(2, "name").Mode(SaveMode.Overwrite).SaveAsTable("people_by_job");

        spark.Table("people_in_buckets").Join(spark.Table("people_by_job").Select("name", "job"), "name")
            .Select(Col("name"), Col("age")).OrderBy(Col("age").Desc()).Show();
        spark.Sql("SHOW PARTITIONS people_by_job").OrderBy("partition").Show();
        spark.Sql("DROP TABLE people_in_buckets");
        spark.Sql("DROP TABLE people_by_job");
    }

    private static void DiscoverPartitions(SparkSession spark, string outputs)
    {
        string table = Path.Combine(outputs, "squares");
        DataFrame squares = spark.Range(1, 7).WithColumn("square", Col("id") * Col("id")).WithColumn("even", (Col("id") % 2).EqualTo(0));
        squares.Write().PartitionBy("even").Parquet(table);

        DataFrame read = spark.Read().Parquet(table);
        read.PrintSchema();
        read.Where(Col("even") == "true").OrderBy("id").Show();
        spark.Read().Option("basePath", table).Parquet(Path.Combine(table, "even=false")).GroupBy("even").Agg(Sum("square")).Show();
    }

    private static void MergeSchemas(SparkSession spark, string outputs)
    {
        string table = Path.Combine(outputs, "powers");
        spark.Range(1, 4).Select(Col("id").Alias("value"), Pow(Col("id"), 2).Alias("square")).Write().Parquet(Path.Combine(table, "key=1"));
        spark.Range(4, 6).Select(Col("id").Alias("value"), Pow(Col("id"), 3).Alias("cube")).Write().Parquet(Path.Combine(table, "key=2"));

        DataFrame merged = spark.Read().Option("mergeSchema", true).Parquet(table);
        merged.PrintSchema();
        merged.Select("value", "square", "cube", "key").OrderBy("value").Show();
    }
}
