using SparkPipelines.Sql;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;
using static SparkPipelines.SparkTests.Transfer.Transfers;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>Local rows on their way to Spark: in the plan, ahead of it in one piece, and in parts.</summary>
public sealed class UploadTests
{
    private const int Rows = 2_500;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CreateDataFrame_ManyParts_HoldsEveryRowInOrder(bool fromOneBatch)
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (InlineKey, 1), (PartRowsKey, 100));
        var items = Items(Rows);

        var frame = fromOneBatch ? spark.CreateDataFrame(OneBatch(items)) : spark.CreateDataFrame(items);

        frame.Relation.Project.Input.ChunkedCachedLocalRelation.DataHashes.Count.ShouldBe(Rows / 100);
        (await frame.CollectAsync<Item>(Token)).Select(item => item.ToString()).ShouldBe(items.Select(item => item.ToString()));
    }

    [Fact]
    public async Task CreateDataFrame_PartsByBytes_AreNoLargerThanTheSessionSays()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (PartBytesKey, 50_000), (InlineKey, 100_000));
        var items = Items(Rows);

        var frame = spark.CreateDataFrame(items);

        // About 160 bytes a row.
        frame.Relation.Project.Input.ChunkedCachedLocalRelation.DataHashes.Count.ShouldBeInRange(6, 14);
        (await frame.CollectAsync<Item>(Token)).Select(item => item.ToString()).ShouldBe(items.Select(item => item.ToString()));
    }

    [Fact]
    public async Task CreateDataFrame_OnSpark35_GoesAheadInOnePiece()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark3, (InlineKey, 1000));
        var items = Items(Rows);
        var table = LocalTable.FromRecords(items);
        var batch = table.Batches.Single();

        var frame = spark.CreateDataFrame(Enumerable.Range(0, 5).Select(i => batch.Slice(i * (Rows / 5), Rows / 5)), table.Schema);

        frame.Relation.Project.Input.CachedLocalRelation.Hash.Length.ShouldBe(64);
        (await frame.CollectAsync<Item>(Token)).Select(item => item.ToString()).ShouldBe(items.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task CreateDataFrame_ManySmallBatches_TravelInThePlan(SparkMajor major)
    {
        await using var spark = await SessionAsync(major);
        var items = Items(60);
        var table = LocalTable.FromRecords(items);
        var batch = table.Batches.Single();

        var frame = await spark.CreateDataFrameAsync(Enumerable.Range(0, 20).Select(i => batch.Slice(i * 3, 3)).ToAsyncEnumerable(), table.Schema, Token);

        frame.Relation.LocalRelation.Data.Length.ShouldBeGreaterThan(0);
        (await frame.CollectAsync<Item>(Token)).Select(item => item.ToString()).ShouldBe(items.Select(item => item.ToString()));
    }

    [Fact]
    public async Task CreateDataFrame_SameRowsTwice_AreSentOnce()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        await using var spark = await SessionAsync(proxy);
        var rows = Enumerable.Range(0, 20_000).Select(i => (i, Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), Guid.NewGuid().ToString())).ToArray();

        var before = proxy.BytesToServer;
        var first = spark.CreateDataFrame(rows);
        var sent = proxy.BytesToServer - before;
        var second = spark.CreateDataFrame(rows);
        var sentAgain = proxy.BytesToServer - before - sent;

        sent.ShouldBeInRange(20_000 * 3 * 36, 20_000 * 3 * 36 * 2);
        sentAgain.ShouldBeLessThan(10_000);
        second.Relation.Project.Input.ChunkedCachedLocalRelation.ShouldBe(first.Relation.Project.Input.ChunkedCachedLocalRelation);
        second.Count().ShouldBe(20_000);
    }

    [Fact]
    public async Task CreateDataFrame_ServerSlowerThanTheRows_TakesNoMoreOfThemThanItSends()
    {
        await using var inner = await EngineAsync((await SparkServer.GetAsync(SparkMajor.Spark4)).Remote);
        var engine = new HeldEngine(inner);
        var spark = new SparkSession(engine);
        var made = 0;
        var rows = Enumerable.Range(0, 400_000).Select(i =>
        {
            made = i + 1;
            return (long)i;
        });
        await spark.Conf().SetAsync(PartBytesKey, "100000", Token);

        var creating = Task.Run(() => spark.CreateDataFrameAsync(rows, Token), Token);
        await engine.CameAsync(2, Token);
        // Two parts are under way; a third may be ready, and the batch of which it was cut is in memory.
        made.ShouldBeLessThanOrEqualTo(2 * LocalTable.BatchRows);
        engine.Bytes.ShouldBeLessThan(250_000);
        engine.LetGo(1000);
        var frame = await creating;

        made.ShouldBe(400_000);
        frame.Count().ShouldBe(400_000);
    }

    [Fact]
    public async Task CreateDataFrame_PartThatFails_EndsTheSending()
    {
        await using var inner = await EngineAsync((await SparkServer.GetAsync(SparkMajor.Spark4)).Remote);
        var spark = new SparkSession(new HeldEngine(inner) { Failure = new IOException("The network is away.") });

        var error = await Should.ThrowAsync<IOException>(() => spark.CreateDataFrameAsync(Endless(), Token));

        error.Message.ShouldBe("The network is away.");
    }

    [Fact]
    public async Task CreateDataFrame_RowThatDoesNotFitAfterManyThatDo_NamesItsColumn()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (PartRowsKey, 1000));
        var rows = Enumerable.Range(0, 100_000).Select(i => new GenericRow([i == 99_999 ? "x" : i, "some text to make the rows larger"]));

        var error = await Should.ThrowAsync<ConversionException>(() => spark.CreateDataFrameAsync(rows, StructType.FromDDL("n INT, t STRING"), Token));

        error.Message.ShouldBe("Column 'n' (int) can't hold 'x': it takes a Int32, and the value is a String.");
        spark.Range(3).Count().ShouldBe(3);
    }

    [Fact]
    public async Task CreateDataFrame_Cancelled_StopsTakingRows()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Should.ThrowAsync<OperationCanceledException>(() => spark.CreateDataFrameAsync(
            Endless().Select((n, i) =>
            {
                if (i == 500_000)
                    cancellation.Cancel();
                return n;
            }),
            cancellation.Token));

        spark.Range(3).Count().ShouldBe(3);
    }

    [Fact]
    public async Task CreateDataFrame_MoreThanTheSessionAllows_NamesTheSetting()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (TotalKey, 200_000));

        var error = await Should.ThrowAsync<SparkUnsupportedOperationException>(() => spark.CreateDataFrameAsync(Endless(), Token));

        error.Message.ShouldBe(
            "The local rows take more than the 200,000 bytes that the session's spark.sql.session.localRelationSizeLimit allows; raise it, or write the rows to Parquet and read that.");
        error.ErrorClass.ShouldBe("LOCAL_RELATION_SIZE_LIMIT_EXCEEDED");
    }

    private static IEnumerable<long> Endless()
    {
        for (var i = 0L; ; i++)
            yield return i;
    }
}
