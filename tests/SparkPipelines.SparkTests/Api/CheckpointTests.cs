using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Api;

/// <summary>Checkpoints: rows that stay as they were computed once, in files or on the executors. Each row has a random value, which another computation would change.</summary>
public sealed class CheckpointTests(Sparks sparks)
{
    private static DataFrame Random(SparkSession spark) => spark.Range(3).WithColumn("random", Expr("uuid()"));

    private static string[] Rows(DataFrame frame) => [.. frame.OrderBy("id").Collect().Select(row => row.ToString())];

    [Fact]
    public async Task Checkpoint_Eager_KeepsTheRowsInFiles()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var before = Files(spark);

        var kept = Random(spark).Checkpoint();

        var files = Files(spark).Except(before).ToList();
        files.ShouldNotBeEmpty();
        files.Sum(file => new FileInfo(file).Length).ShouldBeGreaterThan(3 * 36);
        Rows(kept).ShouldBe(Rows(kept));
        kept.Select("id").OrderBy("id").Collect().Select(row => row.GetAs<long>(0)).ShouldBe([0L, 1L, 2L]);
        Files(spark).Except(before).Order().ShouldBe(files.Order());
    }

    [Fact]
    public async Task Checkpoint_NotEager_WritesTheFilesWithTheNextWrite()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var before = Files(spark);

        var kept = Random(spark).Checkpoint(eager: false);

        Files(spark).Except(before).ShouldBeEmpty();
        kept.Write().Format("noop").Mode(SaveMode.Overwrite).Save();
        Files(spark).Except(before).ShouldNotBeEmpty();
        kept.Count().ShouldBe(3);
        Rows(kept).ShouldBe(Rows(kept));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LocalCheckpoint_WithStorageLevel_KeepsTheRows(bool eager)
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var before = Files(spark);

        var kept = Random(spark).LocalCheckpoint(eager, StorageLevel.DISK_ONLY);

        kept.Filter(Length(Col("random")) == 36).Count().ShouldBe(3);
        Rows(kept).ShouldBe(Rows(kept));
        Files(spark).Except(before).ShouldBeEmpty();
    }

    private static string[] Files(SparkSession spark)
    {
        var folder = spark.Conf().Get("spark.checkpoint.dir");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "part-*", SearchOption.AllDirectories) : [];
    }
}
