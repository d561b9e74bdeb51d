using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>Silence that takes its time; apart from the other tests of it, so that those run meanwhile.</summary>
public sealed class LongSilenceTests
{
    [Fact]
    public async Task Collect_NetworkSilentFor30Seconds_GivesEveryRowOnceInOrder()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4);
        var silent = faulty.Proxy.Plan(Fault.Silence, null, CallMoment.Batch, 3);

        var reading = Numbers.ShouldBeCompleteAsync(faulty.Session);
        await silent.WaitAsync(Faulty.Token);
        await Task.Delay(TimeSpan.FromSeconds(30), Faulty.Token);
        faulty.Proxy.Resume();

        await reading;
    }

    /// <summary>Silence on the line is nothing to act on while the server says that it is there.</summary>
    [Theory]
    [MemberData(nameof(Faulty.EverySpark), MemberType = typeof(Faulty))]
    public async Task Collect_LongQuietQuery_KeepsItsConnection(SparkMajor major)
    {
        // Three seconds for an answer: a busy machine needs some.
        await using var faulty = await Faulty.ConnectAsync(major, RetryOptions.Default with { SilenceTimeout = TimeSpan.FromSeconds(6) });
        var quiet = faulty.Session.Range(1).SelectExpr("java_method('java.lang.Thread', 'sleep', 7000L * id + 7000L) AS slept");

        (await quiet.CollectAsync(Faulty.Token)).Count.ShouldBe(1);

        faulty.Proxy.Connections.ShouldBe(1);
    }
}
