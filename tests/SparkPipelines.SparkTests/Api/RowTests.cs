using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Api;

public sealed class RowTests(Sparks sparks)
{
    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ToDictionary_OpensRowsWhenAsked(SparkMajor major)
    {
        var row = (await sparks.GetAsync(major)).Sql("SELECT 1 AS a, named_struct('b', 'x', 'c', null) AS s, array(named_struct('d', 2)) AS l").First();

        row.Contains("s").ShouldBeTrue();
        row.Contains("S").ShouldBeFalse();
        row.ToDictionary().Keys.ShouldBe(["a", "s", "l"]);
        row.ToDictionary()["s"].ShouldBeOfType<Row>().Get("b").ShouldBe("x");
        var inner = row.ToDictionary(recursive: true);
        inner["a"].ShouldBe(1);
        inner["s"].ShouldBe(new Dictionary<string, object?> { ["b"] = "x", ["c"] = null });
        ((object?[])inner["l"]!)[0].ShouldBe(new Dictionary<string, object?> { ["d"] = 2 });
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ForeachAsync_SeesEveryRow(SparkMajor major)
    {
        var spark = await sparks.GetAsync(major);
        List<double> seen = [];

        await spark.Range(4).Select(Col("id").Pow(2)).ForeachAsync(
            (row, _) =>
            {
                seen.Add(row.GetAs<double>(0));
                return ValueTask.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        seen.ShouldBe([0d, 1d, 4d, 9d], ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"b":[1,-300,70000,5000000000,1.5,1e300,null,true],"a":{"x":"é\"\n","y":{}}}""")]
    [InlineData("12345678901234567890.12")]
    [InlineData("\"a text of more than sixty-three bytes, so that it is not one of the short ones any more\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task VariantToJson_IsWhatSparkWrites(string json)
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);

        var row = spark.Range(1).Select(ParseJson(Lit(json)).Alias("v"), ToJson(ParseJson(Lit(json))).Alias("j")).First();

        row.GetAs<Variant>("v").ToJson().ShouldBe(row.GetAs<string>("j"));
    }

    [Theory]
    [InlineData("DATE '2024-02-29'")]
    [InlineData("TIMESTAMP '2024-02-29 12:34:56.789'")]
    [InlineData("TIMESTAMP_NTZ '1969-12-31 23:59:59.000001'")]
    [InlineData("X'00FF10'")]
    [InlineData("CAST(0.1 AS FLOAT)")]
    [InlineData("CAST(1234567890123456789012345678901234.5678 AS DECIMAL(38, 4))")]
    [InlineData("CAST(-7 AS TINYINT)")]
    public async Task VariantToJson_OfATypedValue_IsWhatSparkWrites(string sql)
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);

        var row = spark.Sql($"SELECT CAST({sql} AS VARIANT) AS v, to_json(CAST({sql} AS VARIANT)) AS j").First();

        row.GetAs<Variant>("v").ToJson().ShouldBe(row.GetAs<string>("j"));
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task StorageLevel_IsTheOneThatWasAskedFor(SparkMajor major)
    {
        var frame = (await sparks.GetAsync(major)).Range(3).WithColumn("n", Lit($"{major}"));
        var level = new StorageLevel(useDisk: true, useMemory: false, useOffHeap: false, deserialized: false, replication: 2);
        frame.Persist(level);
        try
        {
            frame.StorageLevel().ShouldBe(level);
            level.ShouldBe(StorageLevel.DISK_ONLY_2);
        }
        finally
        {
            frame.Unpersist(blocking: true);
        }
    }

    [Fact]
    public async Task ToNullable_IsTheSchemaThatAReaderOfFilesMakes()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var schema = StructType.FromDDL("a int NOT NULL, b array<struct<c: int>> NOT NULL, m map<string, int>");

        var folder = Directory.CreateTempSubdirectory("to-nullable-");
        schema.ToNullable().ShouldBe(spark.Read().Schema(schema).Json(folder.FullName).Schema());
        folder.Delete(recursive: true);
        StructField.FromJson(schema[0].Json).ShouldBe(schema[0]);
        schema[0].Json.ShouldBe("""{"name":"a","type":"integer","nullable":false,"metadata":{}}""");
        StructField.FromDDL("a int NOT NULL").ShouldBe(schema[0]);
        schema[0].SimpleString.ShouldBe("a:int");
    }
}
