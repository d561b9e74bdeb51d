using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>The first things one does with a DataFrame: reading, choosing, filtering, grouping, SQL over a view. Argument: a file of JSON lines.</summary>
internal sealed class Basic : IExample
{
    public void Run(string[] args)
    {
        SparkSession spark = SparkSession
            .Builder()
            .AppName("Basic DataFrame example")
            .Config("spark.sql.shuffle.partitions", "2")
            .GetOrCreate();

        // Spark reads the whole file to find out the schema of JSON; a given one is quicker and keeps the order of the columns.
        DataFrame inferred = spark.Read().Json(args[0]);
        inferred.PrintSchema();

        var schema = new StructType(new[]
        {
            new StructField("name", new StringType()),
            new StructField("age", new IntegerType()),
            new StructField("city", new StringType(), isNullable: false),
        });
        DataFrame people = spark.Read().Schema(schema).Json(args[0]);
        people.Show();
        Console.WriteLine(string.Join(", ", people.Columns()));
        foreach (Tuple<string, string> type in people.DTypes())
            Console.WriteLine($"{type.Item1}: {type.Item2}");

        people.Select("name").Show();
        people.Select(people["name"], (people["age"] + 1).Alias("next year")).Show();
        people.Filter(people["age"] > 21).Show();
        people.Where("age IS NULL OR city = 'Oslo'").OrderBy("name").Show();
        people.GroupBy("city").Count().OrderBy("city").Show();

        people.CreateOrReplaceTempView("people");
        DataFrame adults = spark.Sql("SELECT name, age FROM people WHERE age BETWEEN 18 AND 60 ORDER BY age");
        adults.Show();

        foreach (Row row in adults.Collect())
            Console.WriteLine($"{row.GetAs<string>("name")} is {row.GetAs<int>(1)}");

        DataFrame greeting = adults.Select(Concat(Lit("Hello, "), Col("name"), Lit("!")).As("greeting"), Length(Col("name")).As("letters"));
        Row first = greeting.First();
        Console.WriteLine($"{first[0]} {first.Get("letters")} {first.Size()} {first}");
        Console.WriteLine($"{adults.Count()} of {people.Count()}; the view is there: {spark.Catalog.TableExists("people")}");

        spark.Stop();
    }
}
