using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>The server is not there: for a while, or for good.</summary>
public sealed class AbsenceTests
{
    private static readonly RetryOptions Few = Faulty.Hasty with { MaxRetries = 3 };

    [Theory]
    [MemberData(nameof(Faulty.EverySpark), MemberType = typeof(Faulty))]
    public async Task Collect_ServerAwayForAWhile_GivesEveryRowOnceInOrder(SparkMajor major)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var cut = faulty.Proxy.Plan(Fault.Cut, null, CallMoment.Batch, 3);
        var reading = Numbers.ShouldBeCompleteAsync(faulty.Session);
        await cut.WaitAsync(Faulty.Token);
        faulty.Proxy.Refuse();
        faulty.Proxy.Cut();
        var refused = faulty.Proxy.Connections;
        while (faulty.Proxy.Connections < refused + 2)
            await Task.Delay(10, Faulty.Token);

        faulty.Proxy.Accept();

        await reading;
    }

    [Fact]
    public async Task Collect_ServerAwayForGood_FailsAfterItsRetriesAndNamesTheAddress()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4, Few);
        faulty.Proxy.Refuse();
        faulty.Proxy.Cut();
        var before = faulty.Proxy.Connections;

        var error = await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.Range(1).CollectAsync(Faulty.Token));

        error.Message.ShouldBe(
            $"The Spark at {faulty.Proxy.Remote} can't be reached: it closes connections without a word; if it speaks TLS, add ;use_ssl=true to the connection string.");
        (faulty.Proxy.Connections - before).ShouldBeGreaterThanOrEqualTo(Few.MaxRetries);
    }

    [Fact]
    public async Task Collect_CancelledWhileTheServerIsAway_EndsAtOnce()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4);
        using var cancellation = new CancellationTokenSource();
        faulty.Proxy.Refuse();
        faulty.Proxy.Cut();
        var before = faulty.Proxy.Connections;
        var reading = faulty.Session.Range(1).CollectAsync(cancellation.Token);
        while (faulty.Proxy.Connections < before + 3)
            await Task.Delay(10, Faulty.Token);

        await cancellation.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => reading)).CancellationToken.ShouldBe(cancellation.Token);
    }

    /// <summary>A crash in the middle of a result, and another server at the same address.</summary>
    [Fact]
    public async Task Collect_ServerKilled_FailsAndTheNextServerServesNewSessions()
    {
        var killed = await OwnSpark.StartWithAsync(SparkMajor.Spark4, new Dictionary<string, string>());
        await using var faulty = await Faulty.ConnectAsync(killed.Host, killed.Port, LimitedSpark.Parameters, Few);
        var reached = faulty.Proxy.Plan(Fault.Silence, null, CallMoment.Batch, 2);
        var reading = Numbers.ShouldBeCompleteAsync(faulty.Session);
        await reached.WaitAsync(Faulty.Token);
        await killed.KillAsync();
        faulty.Proxy.Cut();
        faulty.Proxy.Resume();

        var error = await Should.ThrowAsync<SparkConnectException>(() => reading);

        error.Message.ShouldBe(
            $"The Spark at {faulty.Proxy.Remote} can't be reached: it closes connections without a word; if it speaks TLS, add ;use_ssl=true to the connection string.");
        await killed.DisposeAsync();
        var next = await LimitedSpark.GetAsync();
        faulty.Proxy.LeadTo(next.Host, next.Port);
        (await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.Range(1).CountAsync(Faulty.Token))).ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_CHANGED");
        await using var session = await faulty.Session.NewSessionAsync(Faulty.Token);
        await Numbers.ShouldBeCompleteAsync(session);
    }
}
