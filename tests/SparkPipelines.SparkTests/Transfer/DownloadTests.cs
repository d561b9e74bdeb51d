using Apache.Arrow;
using SparkPipelines.TestSupport;
using static SparkPipelines.SparkTests.Transfer.Transfers;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>Results that come in many batches, and readers that take their time.</summary>
public sealed class DownloadTests
{
    private const string BatchRowsKey = "spark.sql.execution.arrow.maxRecordsPerBatch";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ToArrowAsync_SmallBatches_ComeOneByOneWithEveryRow(SparkMajor major)
    {
        await using var spark = await SessionAsync(major, (BatchRowsKey, 100));

        var ids = new List<long>();
        var batches = 0;
        await foreach (var batch in spark.Range(0, 2_550, 1, 2).ToArrowAsync(Token))
        {
            using (batch)
            {
                batch.Length.ShouldBeLessThanOrEqualTo(100);
                batches++;
                ids.AddRange(((Int64Array)batch.Column(0)).Select(id => id!.Value));
            }
        }

        batches.ShouldBe(26);
        ids.ShouldBe(Enumerable.Range(0, 2_550).Select(i => (long)i));
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task StreamAsync_SmallBatches_GivesEveryRowInOrder(SparkMajor major)
    {
        await using var spark = await SessionAsync(major, (BatchRowsKey, 100));
        var items = Items(1_050);
        var frame = spark.CreateDataFrame(items);

        (await frame.StreamAsync<Item>(Token).Select(item => item.ToString()).ToListAsync(Token)).ShouldBe(items.Select(item => item.ToString()));
        frame.Select("Id").ToLocalIterator().Select(row => row.GetAs<long>(0)).ShouldBe(items.Select(item => item.Id));
    }

    // A result of 200 MB in batches of 10 MB. What .NET grants a stream is 16 MiB, to which come at most four batches: the reader's, two ahead of it and
    // one that waits to be. It is fewer where reports of progress come between.
    [Fact]
    public async Task ToArrowAsync_SlowReader_HoldsTheServerBack()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        await using var spark = await SessionAsync(proxy);
        var frame = spark.Range(0, 200_000, 1, 2).Select(Col("id"), Lpad(Col("id").Cast("string"), 1000, "x").Alias("text"));

        var rows = 0L;
        var reader = frame.ToArrowAsync(Token).GetAsyncEnumerator(Token);
        await using (reader)
        {
            (await reader.MoveNextAsync()).ShouldBeTrue();
            rows += reader.Current.Length;
            (await UntilQuietAsync(() => proxy.BytesFromServer)).ShouldBeLessThan(60L << 20);
            while (await reader.MoveNextAsync())
            {
                rows += reader.Current.Length;
                reader.Current.Dispose();
            }
        }

        rows.ShouldBe(200_000);
        proxy.BytesFromServer.ShouldBeGreaterThan(200_000_000);
    }

    /// <summary>A count once it has not changed for a while: it comes to rest below its bound, or goes on to the end.</summary>
    private static async Task<long> UntilQuietAsync(Func<long> count)
    {
        var last = -1L;
        for (var quiet = 0; quiet < 10;)
        {
            var now = count();
            quiet = now == last ? quiet + 1 : 0;
            last = now;
            await Task.Delay(50, Token);
        }

        return last;
    }
}
