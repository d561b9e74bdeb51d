using SparkPipelines.Extensions.Delta.Tables;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Delta;

public sealed class DeltaTableTests : IDisposable
{
    // A quote, a backquote and a blank, so that every statement must quote the path.
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("delta-").FullName, "it's a `table`");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task Changes_AreInTheRowsAndInTheHistory(SparkMajor major)
    {
        await using var spark = await Sparks.NewSessionWithDeltaAsync(major);
        var table = Create(spark);

        table.Update(Col("id").IsIn(1, 2), new Dictionary<string, Column> { ["name"] = Concat(Col("name"), Lit(" 'x' \\ ")), ["score"] = Col("score") + 0.5 });
        table.As("t").UpdateExpr("t.id = 3", new Dictionary<string, string> { ["score"] = "t.score * 2" });
        table.Delete("id = 4");
        table.Delete(table.ToDF()["score"] <= Lit(0.0));

        Rows(table).ShouldBe(["[1,a 'x' \\ ,1.5]", "[2,b 'x' \\ ,2.5]", "[3,c,6.0]"]);
        table.History().OrderBy("version").Select("operation", "operationMetrics").Collect()
            .Select(row => (row.GetAs<string>(0), Metric(row, "numOutputRows") ?? Metric(row, "numUpdatedRows") ?? Metric(row, "numDeletedRows")))
            .ShouldBe([("WRITE", "5"), ("UPDATE", "2"), ("UPDATE", "1"), ("DELETE", "1"), ("DELETE", "1")]);
        table.History(1).Select("version", "operation").Collect().Select(row => row.ToString()).ShouldBe(["[4,DELETE]"]);
        spark.Read().Format("delta").Option("versionAsOf", 0).Load(_folder).Count().ShouldBe(5);

        table.RestoreToVersion(0);
        Rows(table).ShouldBe(["[0,z,0.0]", "[1,a,1.0]", "[2,b,2.0]", "[3,c,3.0]", "[4,d,4.0]"]);
        table.Update(new Dictionary<string, Column> { ["score"] = When(Col("id") == 0, Lit(double.NaN)).When(Col("name").Like("a%"), 1e300).Otherwise(Col("id").Cast("double")) });
        Rows(table).ShouldBe(["[0,z,NaN]", "[1,a,1.0E300]", "[2,b,2.0]", "[3,c,3.0]", "[4,d,4.0]"]);
        table.Delete();
        table.ToDF().Count().ShouldBe(0);
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task Merge_UpdatesInsertsAndDeletes(SparkMajor major)
    {
        await using var spark = await Sparks.NewSessionWithDeltaAsync(major);
        var table = Create(spark);
        var source = spark.Sql("SELECT * FROM VALUES (1, 'A', 10D), (2, 'B', 20D), (7, 'new', 70D), (8, 'skipped', 80D) AS v(id, name, score)");

        table.As("t").Merge(source.As("s"), "t.id = s.id")
            .WhenMatched("s.score > 15").Delete()
            .WhenMatched().Update(new Dictionary<string, Column> { ["score"] = Col("t.score") + Col("s.score"), ["name"] = source["name"] })
            .WhenNotMatched(Col("s.id") != 8).InsertExpr(new Dictionary<string, string> { ["id"] = "s.id", ["name"] = "upper(s.name)" })
            .Execute();

        Rows(table).ShouldBe(["[0,z,0.0]", "[1,A,11.0]", "[3,c,3.0]", "[4,d,4.0]", "[7,NEW,null]"]);
        table.History(1).Select("operationMetrics").Collect().Select(row =>
            (Metric(row, "numTargetRowsUpdated"), Metric(row, "numTargetRowsInserted"), Metric(row, "numTargetRowsDeleted"))).ShouldBe([("1", "1", "1")]);

        var target = table.ToDF();
        table.Merge(source, target["id"] == source["id"]).WhenMatched().UpdateAll().WhenNotMatched().InsertAll().WhenNotMatchedBySource().Delete().Execute();

        Rows(table).ShouldBe(["[1,A,10.0]", "[2,B,20.0]", "[7,new,70.0]", "[8,skipped,80.0]"]);
        spark.Catalog.ListTables().Filter(Col("isTemporary")).Count().ShouldBe(0);
        Should.Throw<InvalidOperationException>(table.Merge(source, "true").Execute)
            .Message.ShouldEndWith(" needs an action; call WhenMatched, WhenNotMatched or WhenNotMatchedBySource first.");
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ConvertToDelta_KeepsRowsAndPartitions(SparkMajor major)
    {
        await using var spark = await Sparks.NewSessionWithDeltaAsync(major);
        spark.Range(6).WithColumn("part", (Col("id") % 2).Cast("int")).Write().PartitionBy("part").Parquet(_folder);

        DeltaTable.IsDeltaTable(spark, _folder).ShouldBeFalse();
        Should.Throw<AnalysisException>(() => DeltaTable.ForPath(spark, _folder)).ErrorClass.ShouldBe("DELTA_MISSING_DELTA_TABLE");
        var table = DeltaTable.ConvertToDelta(spark, $"parquet.`{_folder.Replace("`", "``", StringComparison.Ordinal)}`", "part int");

        DeltaTable.IsDeltaTable(spark, _folder).ShouldBeTrue();
        table.ToDF().OrderBy("id").Collect().Select(row => row.ToString()).ShouldBe(["[0,0]", "[1,1]", "[2,0]", "[3,1]", "[4,0]", "[5,1]"]);
        table.Detail().Select("format", "partitionColumns").Collect().Single().Get(1).ShouldBe(new object?[] { "part" });
        table.History().Select("operation").Collect().Single().GetAs<string>(0).ShouldBe("CONVERT");
        table.Vacuum(168.5).Count().ShouldBe(1);
        table.Generate("symlink_format_manifest");
        Directory.GetFiles(Path.Combine(_folder, "_symlink_format_manifest"), "manifest", SearchOption.AllDirectories).Length.ShouldBe(2);
        table.UpgradeTableProtocol(1, 3);
        table.Detail().Select("minReaderVersion", "minWriterVersion").Collect().Single().ToString().ShouldBe("[1,3]");
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ForName_FindsDeltaTablesOnly(SparkMajor major)
    {
        await using var spark = await Sparks.NewSessionWithDeltaAsync(major);
        spark.Sql("DROP TABLE IF EXISTS delta_names");
        spark.Sql("DROP TABLE IF EXISTS delta_no");
        spark.Sql("CREATE TABLE delta_names USING delta AS SELECT 1 AS id");
        spark.Sql("CREATE TABLE delta_no USING parquet AS SELECT 1 AS id");

        DeltaTable.ForName(spark, "default.`delta_names`").ToDF().Collect().Single().ToString().ShouldBe("[1]");
        Should.Throw<AnalysisException>(() => DeltaTable.ForName(spark, "delta_no")).ErrorClass.ShouldBe("DELTA_ONLY_OPERATION");
        Should.Throw<ArgumentException>(() => DeltaTable.ForName(spark, "x`; DROP TABLE delta_no")).Message.ShouldStartWith("'x`; DROP TABLE delta_no' is no name in SQL;");
        spark.Sql("DROP TABLE delta_names");
        spark.Sql("DROP TABLE delta_no");
    }

    private DeltaTable Create(SparkSession spark)
    {
        spark.Sql("SELECT * FROM VALUES (0, 'z', 0D), (1, 'a', 1D), (2, 'b', 2D), (3, 'c', 3D), (4, 'd', 4D) AS v(id, name, score)")
            .Write().Format("delta").Save(_folder);
        return DeltaTable.ForPath(spark, _folder);
    }

    private static string[] Rows(DeltaTable table) => [.. table.ToDF().OrderBy("id").Collect().Select(row => row.ToString())];

    private static string? Metric(Row row, string name) =>
        ((System.Collections.IDictionary)row.Get("operationMetrics")!)[name]?.ToString();
}
