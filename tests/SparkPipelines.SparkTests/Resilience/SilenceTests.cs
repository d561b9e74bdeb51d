using System.Diagnostics;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>Connections that stay open and carry nothing: what waits on them goes on when it can, and ends when it can't.</summary>
public sealed class SilenceTests
{
    /// <summary>The longest that a stop takes when nobody answers, and what a busy machine adds.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private static readonly RetryOptions SoonResigned = Faulty.Hasty with { MaxRetries = 2, SilenceTimeout = TimeSpan.FromSeconds(0.6) };

    [Theory]
    [MemberData(nameof(Faulty.EverySpark), MemberType = typeof(Faulty))]
    public async Task Collect_ConnectionSilentForGood_GoesOnOverANewOne(SparkMajor major)
    {
        await using var faulty = await Faulty.ConnectAsync(major, Faulty.SoonSuspicious);
        var silent = faulty.Proxy.Plan(Fault.SilenceOfOne, null, CallMoment.Batch, 3);

        await Numbers.ShouldBeCompleteAsync(faulty.Session);

        silent.IsCompletedSuccessfully.ShouldBeTrue();
        faulty.Proxy.Connections.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("Config")]
    [InlineData("AnalyzePlan")]
    [InlineData("AddArtifacts")]
    public async Task Call_ConnectionSilentForGood_IsMadeOverANewOne(string call)
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4, Faulty.SoonSuspicious);
        var silent = faulty.Proxy.Plan(Fault.SilenceOfOne, call, CallMoment.Upload);

        await CallAsync(faulty.Session, call, Faulty.Token);

        silent.IsCompletedSuccessfully.ShouldBeTrue();
        faulty.Proxy.Connections.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("Config")]
    [InlineData("AnalyzePlan")]
    [InlineData("AddArtifacts")]
    [InlineData("ExecutePlan")]
    public async Task Call_SilentForGood_FailsWithinItsRetries(string call)
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4, SoonResigned);
        _ = faulty.Proxy.Plan(Fault.Silence, call, CallMoment.Upload);
        var clock = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<SparkConnectException>(() => CallAsync(faulty.Session, call, Faulty.Token));

        error.Message.ShouldBe($"The Spark at {faulty.Proxy.Remote} can't be reached: it did not answer for 0.6 s.");
        error.ErrorClass.ShouldBeNull();
        clock.Elapsed.ShouldBeLessThan(StopLimit);
    }

    [Theory]
    [InlineData("Config")]
    [InlineData("AnalyzePlan")]
    [InlineData("AddArtifacts")]
    [InlineData("ExecutePlan")]
    public async Task Call_CancelledInSilence_EndsSoon(string call)
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4);
        var silent = faulty.Proxy.Plan(Fault.Silence, call, CallMoment.Upload);
        using var cancellation = new CancellationTokenSource();
        var calling = CallAsync(faulty.Session, call, cancellation.Token);
        await silent.WaitAsync(Faulty.Token);
        var clock = Stopwatch.StartNew();

        await cancellation.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => calling)).CancellationToken.ShouldBe(cancellation.Token);
        clock.Elapsed.ShouldBeLessThan(StopLimit);
    }

    [Fact]
    public async Task Create_NobodyAnswers_FailsOnce()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        await using var proxy = new FaultProxy(server.Host, server.Port);
        proxy.Pause();

        var error = await Should.ThrowAsync<SparkConnectException>(() => Faulty.SessionAsync(proxy.Remote, Faulty.SoonSuspicious));

        error.Message.ShouldBe($"The Spark at {proxy.Remote} can't be reached: it did not answer for 1 s.");
        proxy.Connections.ShouldBe(1);
    }

    private static async Task CallAsync(SparkSession session, string call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case "Config":
                await session.Conf().GetAsync("spark.sql.shuffle.partitions", cancellationToken);
                break;
            case "AnalyzePlan":
                await session.Range(1).Select("id").SchemaAsync(cancellationToken);
                break;
            case "AddArtifacts":
                await session.AddArtifactAsync(typeof(SilenceTests).Assembly.Location, cancellationToken: cancellationToken);
                break;
            default:
                await session.Range(1).CountAsync(cancellationToken);
                break;
        }
    }
}
