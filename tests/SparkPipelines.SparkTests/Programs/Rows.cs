#nullable disable // Microsoft.Spark says nothing of null, nor do its users' programs.
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>DataFrames out of values in the program, nested ones too, and back.</summary>
internal sealed class Rows : IExample
{
    public void Run(string[] args)
    {
        SparkSession spark = SparkSession.Builder().AppName("Rows").GetOrCreate();

        spark.CreateDataFrame(new[] { "a", "b", null }).Show();
        spark.CreateDataFrame(new int?[] { 1, null, 3 }).Agg(Sum("_1"), Count("_1")).Show();
        spark.CreateDataFrame(new List<double> { 0.5, double.NaN }).Select(IsNaN(Col("_1"))).Show();

        var address = new StructType(new List<StructField> { new StructField("street", new StringType()), new StructField("number", new LongType()) });
        var schema = new StructType(new List<StructField>
        {
            new StructField("id", new IntegerType(), isNullable: false),
            new StructField("born", new DateType()),
            new StructField("seen", new TimestampType()),
            new StructField("tags", new ArrayType(new StringType())),
            new StructField("points", new MapType(new StringType(), new IntegerType())),
            new StructField("address", address),
        });
        var rows = new List<GenericRow>
        {
            new GenericRow(new object[]
            {
                1, new Date(1999, 12, 31), new Timestamp(2026, 11, 24, 20, 15, 0, 250000), new[] { "x", "y" },
                new Dictionary<string, int> { ["spring"] = 3, ["autumn"] = 4 }, new GenericRow(new object[] { "Main street", 17L }),
            }),
            new GenericRow(new object[] { 2, null, null, System.Array.Empty<string>(), null, new GenericRow(new object[] { null, -1L }) }),
        };
        DataFrame people = spark.CreateDataFrame(rows, schema);
        people.PrintSchema();
        people.Show(20, 0, true);
        Console.WriteLine(people.Schema().SimpleString);

        foreach (Row row in people.OrderBy("id").Collect())
        {
            var date = row.GetAs<Date>("born");
            var time = row.GetAs<Timestamp>("seen");
            var inner = row.GetAs<Row>("address");
            Console.WriteLine($"{row.GetAs<int>("id")}: born {date}, seen {time}, lives at {inner.GetAs<string>("street")} {inner.GetAs<long>(1)}");
        }

        people.Select(Col("id"), Explode(Col("tags")).Alias("tag")).Show();
        people.Select(Col("id"), PosExplodeOuter(Col("tags")).As(new[] { "place", "tag" })).OrderBy("id", "place").Show();
        people.Select(
            Col("address.street").Alias("street"), Col("address").GetField("number").Alias("number"), SortArray(MapKeys(Col("points"))).Alias("seasons"),
            ElementAt(Col("points"), "spring").Alias("spring"), Size(Col("tags")).Alias("tags"), ArrayContains(Col("tags"), "x").Alias("x")).Show();

        DataFrame json = people.Select(Col("id"), ToJson(Col("address")).Alias("json"));
        json.Show(20, 0);
        json.Select(FromJson(Col("json"), "number BIGINT").GetField("number").Alias("number"), GetJsonObject(Col("json"), "$.street").Alias("street")).Show();
        people.Select("address.*").ToJSON().Show(20, 0);

        spark.Stop();
    }
}
