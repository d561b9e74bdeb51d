using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>The half minute that a network may well be gone for; alone in its class, so that others run meanwhile.</summary>
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
}
