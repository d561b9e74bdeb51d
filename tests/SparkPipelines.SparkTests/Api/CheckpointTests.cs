using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Api;

/// <summary>Checkpoints: rows that stay as they were computed once, in files or on the executors, though what they were read from is gone.</summary>
public sealed class CheckpointTests(Sparks sparks) : IDisposable
{
    private readonly string _source = Directory.CreateTempSubdirectory("checkpoint-").FullName;

    [Fact]
    public async Task Checkpoint_Eager_KeepsTheRowsInFiles()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var before = Files(spark);

        var kept = Lines(spark).Checkpoint();

        Files(spark).Except(before).Sum(file => new FileInfo(file).Length).ShouldBeGreaterThan(0);
        RowsWithoutTheirSource(kept).ShouldBe(["one", "three", "two"]);
    }

    [Fact]
    public async Task Checkpoint_NotEager_WritesTheFilesWithTheNextWrite()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var before = Files(spark);

        var kept = Lines(spark).Checkpoint(eager: false);

        Files(spark).Except(before).ShouldBeEmpty();
        kept.Write().Format("noop").Mode(SaveMode.Overwrite).Save();
        Files(spark).Except(before).ShouldNotBeEmpty();
        RowsWithoutTheirSource(kept).ShouldBe(["one", "three", "two"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LocalCheckpoint_WithStorageLevel_KeepsTheRows(bool eager)
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var before = Files(spark);

        var kept = Lines(spark).LocalCheckpoint(eager, StorageLevel.DISK_ONLY);

        if (!eager)
            kept.Write().Format("noop").Mode(SaveMode.Overwrite).Save();
        RowsWithoutTheirSource(kept).ShouldBe(["one", "three", "two"]);
        Files(spark).Except(before).ShouldBeEmpty();
    }

    public void Dispose()
    {
        if (Directory.Exists(_source))
            Directory.Delete(_source, recursive: true);
    }

    private DataFrame Lines(SparkSession spark)
    {
        File.WriteAllText(Path.Combine(_source, "first.txt"), "one\ntwo\n");
        File.WriteAllText(Path.Combine(_source, "second.txt"), "three\n");
        return spark.Read().Text(_source);
    }

    private string[] RowsWithoutTheirSource(DataFrame kept)
    {
        Directory.Delete(_source, recursive: true);
        return [.. kept.OrderBy("value").Collect().Select(row => row.GetAs<string>(0))];
    }

    private static string[] Files(SparkSession spark)
    {
        var folder = spark.Conf().Get("spark.checkpoint.dir");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "part-*", SearchOption.AllDirectories) : [];
    }
}
