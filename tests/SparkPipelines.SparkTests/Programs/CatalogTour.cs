using SparkPipelines.Sql;
using SparkPipelines.Sql.Catalog;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>What the catalog knows of databases, tables, views, columns and functions. Argument: a folder for tables.</summary>
internal sealed class CatalogTour : IExample
{
    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("Catalog").GetOrCreate();
        Catalog catalog = spark.Catalog;
        string home = catalog.CurrentDatabase();
        Console.WriteLine($"There is a database of ours: {catalog.DatabaseExists(home)}, {catalog.GetDatabase(home).Name == home}");

        var schema = new StructType(new[] { new StructField("id", new LongType()), new StructField("name", new StringType()) });
        catalog.CreateTable("cities", "parquet", schema, "Cities of the north", new Dictionary<string, string>());
        spark.Sql("INSERT INTO cities VALUES (1, 'Oslo'), (2, 'Bergen')");
        spark.CreateDataFrame(new[] { "Tromsø" }).Select(Lit(3L).Alias("id"), Col("_1").Alias("name")).Write().InsertInto("cities");

        string files = Path.Combine(args[0], "elsewhere");
        spark.Table("cities").Filter(Col("id") > 1).Write().PartitionBy("id").Parquet(files);
        catalog.CreateTable("elsewhere", files, "parquet");
        catalog.RecoverPartitions("elsewhere");
        catalog.RefreshTable("elsewhere");
        spark.Table("cities").CreateOrReplaceTempView("view_of_cities");

        catalog.ListTables().Select("name", "tableType", "isTemporary").OrderBy("name").Show();
        catalog.ListColumns("elsewhere").Select("name", "dataType", "isPartition").Show();
        Table table = catalog.GetTable("cities");
        Console.WriteLine($"{table.Name}: {table.Description}, {table.TableType}, temporary: {table.IsTemporary}");
        spark.Table("elsewhere").OrderBy("id").Show();

        catalog.CacheTable("cities");
        Console.WriteLine($"cached: {catalog.IsCached("cities")}");
        catalog.UncacheTable("cities");
        Console.WriteLine($"cached: {catalog.IsCached("cities")}");

        Function function = catalog.GetFunction("upper");
        Console.WriteLine($"{function.Name}, temporary: {function.IsTemporary}; {catalog.FunctionExists("no_such_function")}");
        Console.WriteLine($"{catalog.ListFunctions().Filter(Col("name").IsIn("upper", "lower")).Count()} functions");
        Console.WriteLine($"{catalog.ListDatabases().Filter(Col("name") == home).Count()} database");

        Console.WriteLine($"dropped: {catalog.DropTempView("view_of_cities")}, {catalog.DropTempView("view_of_cities")}");
        spark.Sql("DROP TABLE cities");
        spark.Sql("DROP TABLE elsewhere");
        Console.WriteLine($"{catalog.TableExists("cities")} {catalog.TableExists("elsewhere")}");

        spark.Conf().Set("spark.sql.shuffle.partitions", 3L);
        Console.WriteLine($"{spark.Conf().Get("spark.sql.shuffle.partitions")} {spark.Conf().Get("spark.no.such", "default")} {spark.Conf().IsModifiable("spark.sql.shuffle.partitions")}");

        spark.Stop();
    }
}
