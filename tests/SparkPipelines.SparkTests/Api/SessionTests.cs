using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Api;

public sealed class SessionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CloneSession_HasAViewAndASettingOfItsOwn()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);
        spark.Range(3).CreateOrReplaceTempView("numbers");
        spark.Conf().Set("spark.sql.shuffle.partitions", 7);

        await using var clone = await spark.CloneSessionAsync(Token);
        clone.Conf().Set("spark.sql.shuffle.partitions", 8);

        clone.SessionId.ShouldNotBe(spark.SessionId);
        clone.Table("numbers").Collect<long>().ShouldBe([0L, 1L, 2L], ignoreOrder: true);
        (spark.Conf().Get("spark.sql.shuffle.partitions"), clone.Conf().Get("spark.sql.shuffle.partitions")).ShouldBe(("7", "8"));
    }

    [Fact]
    public async Task CloneSession_OnSpark35_IsRefusedByName()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark3);

        var error = await Should.ThrowAsync<SparkUnsupportedOperationException>(() => spark.CloneSessionAsync(Token));

        error.Message.ShouldStartWith("SparkSession.CloneSession needs Spark 4.1 or newer; sc://");
        error.Message.ShouldEndWith($"answers with Spark {spark.Version()}.");
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task AddArtifact_IsTaken(SparkMajor major)
    {
        await using var spark = await Sparks.NewSessionAsync(major);
        var file = Path.Combine(Path.GetTempPath(), $"artifact-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(file, "a", Token);
        try
        {
            await spark.AddArtifactAsync(file, cancellationToken: Token);

            spark.Range(1).Count().ShouldBe(1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task AsTable_IsPartitionedOnceAndBeforeItIsOrdered()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);
        var table = spark.Range(3).AsTable();

        Should.Throw<InvalidOperationException>(() => table.OrderBy("id")).Message
            .ShouldBe("A table argument is ordered within its partitions; call PartitionBy or WithSinglePartition before OrderBy.");
        Should.Throw<InvalidOperationException>(() => table.PartitionBy("id").OrderBy("id").WithSinglePartition()).Message
            .ShouldBe("WithSinglePartition is called on a table argument that has its partitions already; call PartitionBy or WithSinglePartition once.");
    }

    [Fact]
    public async Task Call_OfATableFunction_GivesItsRows()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);

        spark.Tvf().Call("range", Lit(2L), Lit(5L)).Collect<long>().ShouldBe([2L, 3L, 4L], ignoreOrder: true);
    }
}
