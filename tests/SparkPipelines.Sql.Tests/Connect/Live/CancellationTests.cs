using System.Diagnostics;
using Spark.Connect;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Sql.Tests.Connect.Live;

/// <summary>Work that nobody waits for any more stops on the server, not only here.</summary>
public sealed class CancellationTests
{
    public static TheoryData<SparkMajor> EverySpark => LiveEngine.EverySpark;

    /// <summary>Minutes of work whose first rows come late.</summary>
    private static Plan Endless => LiveEngine.Sql("SELECT count(*) FROM range(1000000000000)");

    /// <summary>
    /// The same without a shuffle, so that Spark submits its job from the operation's own thread. An interrupt that a caller sends at once can
    /// come before the job of a query with a shuffle, which then runs on (4.2.1).
    /// </summary>
    private static Plan EndlessScan => LiveEngine.Sql("SELECT id FROM range(1000000000000) WHERE id < 0");

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task ReadBatches_Cancelled_StopsTheQueryOnTheServer(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);
        using var cancellation = new CancellationTokenSource();
        await using var result = await engine.ExecuteAsync(Endless, ExecutionOptions.Default, LiveEngine.Token);
        var reading = ReadAsync(result, cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Should.ThrowAsync<OperationCanceledException>(() => reading);
        error.CancellationToken.ShouldBe(cancellation.Token);
        await ShouldNotRunAsync(engine);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Execute_TokenOfTheStartCancelledWhileReading_StopsTheQuery(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);
        using var cancellation = new CancellationTokenSource();
        await using var result = await engine.ExecuteAsync(Endless, ExecutionOptions.Default, cancellation.Token);
        var reading = ReadAsync(result, CancellationToken.None);

        await cancellation.CancelAsync();

        var error = await Should.ThrowAsync<OperationCanceledException>(() => reading);
        error.CancellationToken.ShouldBe(cancellation.Token);
        await ShouldNotRunAsync(engine);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Dispose_BeforeTheEnd_StopsTheQueryOnTheServer(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);
        var result = await engine.ExecuteAsync(Endless, ExecutionOptions.Default, LiveEngine.Token);

        await result.DisposeAsync();

        await ShouldNotRunAsync(engine);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Dispose_OfACommandThatWasJustSent_StopsIt(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);
        var command = LiveEngine.SqlCommand("CREATE OR REPLACE TEMPORARY VIEW endless AS SELECT count(*) FROM range(1000000000000)");
        await using (await engine.ExecuteAsync(command, ExecutionOptions.Default, LiveEngine.Token))
        {
        }

        await ShouldNotRunAsync(engine);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Interrupt_ByTag_StopsThatQueryAlone(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);
        await using var tagged = await engine.ExecuteAsync(EndlessScan, new ExecutionOptions { Tags = ["tagged"] }, LiveEngine.Token);
        await using var other = await engine.ExecuteAsync(EndlessScan, new ExecutionOptions { Tags = ["other"] }, LiveEngine.Token);

        var interrupted = await engine.InterruptAsync(new InterruptScope(Tag: "tagged"), LiveEngine.Token);

        interrupted.ShouldBe([tagged.Outcome.OperationId]);
        var error = await Should.ThrowAsync<SparkException>(() => ReadAsync(tagged, LiveEngine.Token));
        error.ErrorClass.ShouldBe("OPERATION_CANCELED");
        (await engine.InterruptAsync(InterruptScope.All, LiveEngine.Token)).ShouldBe([other.Outcome.OperationId]);
    }

    [Fact]
    public async Task Execute_TagWithAComma_IsRefused()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark4);

        var error = await Should.ThrowAsync<ArgumentException>(
            () => engine.ExecuteAsync(LiveEngine.Range(1), new ExecutionOptions { Tags = ["a,b"] }, LiveEngine.Token));

        error.Message.ShouldStartWith("The tag 'a,b' can't be used; a tag has at least one character and no comma.");
    }

    private static async Task ReadAsync(QueryResult result, CancellationToken cancellationToken)
    {
        await foreach (var batch in result.ReadBatchesAsync(cancellationToken))
            batch.Dispose();
    }

    /// <summary>With both cores free again a small query is done at once; behind endless ones it would wait for ever.</summary>
    private static async Task ShouldNotRunAsync(ConnectEngine engine)
    {
        var clock = Stopwatch.StartNew();
        while ((await engine.InterruptAsync(InterruptScope.All, LiveEngine.Token)) is { Count: > 0 } running)
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), $"still running: {string.Join(", ", running)}");
            await Task.Delay(50, LiveEngine.Token);
        }

        (await engine.RowsAsync(LiveEngine.Sql("SELECT sum(id) FROM range(10)"))).ShouldBe(["45"]);
    }
}
