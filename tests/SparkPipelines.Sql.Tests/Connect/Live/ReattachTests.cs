using Apache.Arrow;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Sql.Tests.Connect.Live;

/// <summary>A connection that breaks costs time, never rows: none is lost, none comes twice, and their order stays.</summary>
public sealed class ReattachTests
{
    private const long Rows = 400_000;

    public static TheoryData<SparkMajor, long> Cuts
    {
        get
        {
            var cuts = new TheoryData<SparkMajor, long>();
            foreach (var major in LiveEngine.EverySpark)
            {
                foreach (var bytes in new long[] { 1, 200, 70_000, 1_000_000, 2_500_000 })
                    cuts.Add(major.Data, bytes);
            }

            return cuts;
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task ReadBatches_ConnectionCut_GivesEveryRowOnceInOrder(SparkMajor major, long afterBytes)
    {
        var server = await SparkServer.GetAsync(major);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        await using var engine = await LiveEngine.ConnectAsync(proxy.Remote);
        proxy.CutAfter(afterBytes);

        var (rows, ordered) = await ReadAsync(engine);

        rows.ShouldBe(Rows);
        ordered.ShouldBeTrue();
        proxy.Cuts.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task ReadBatches_ServerOutOfReachForAWhile_GoesOn(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        await using var engine = await LiveEngine.ConnectAsync(proxy.Remote);
        await using var result = await engine.ExecuteAsync(LiveEngine.Range(Rows, 4), ExecutionOptions.Default, LiveEngine.Token);
        proxy.Refuse();
        proxy.Cut();
        var accepted = proxy.Connections;

        var reading = ReadAsync(result);
        while (proxy.Connections < accepted + 2)
            await Task.Delay(10, LiveEngine.Token);
        proxy.Accept();

        (await reading).ShouldBe((Rows, true));
    }

    [Fact]
    public async Task ReadBatches_BytesHeldBack_WaitsForThem()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        await using var engine = await LiveEngine.ConnectAsync(proxy.Remote);
        proxy.Pause();

        var reading = ReadAsync(engine);
        await Task.Delay(300, LiveEngine.Token);
        reading.IsCompleted.ShouldBeFalse();
        proxy.Resume();

        (await reading).ShouldBe((Rows, true));
    }

    private static async Task<(long Rows, bool Ordered)> ReadAsync(ConnectEngine engine)
    {
        await using var result = await engine.ExecuteAsync(LiveEngine.Range(Rows, 4), ExecutionOptions.Default, LiveEngine.Token);
        return await ReadAsync(result);
    }

    private static async Task<(long Rows, bool Ordered)> ReadAsync(QueryResult result)
    {
        var next = 0L;
        var ordered = true;
        await foreach (var batch in result.ReadBatchesAsync(LiveEngine.Token))
        {
            using (batch)
            {
                foreach (var value in ((Int64Array)batch.Column(0)).Values)
                    ordered &= value == next++;
            }
        }

        return (next, ordered);
    }
}
