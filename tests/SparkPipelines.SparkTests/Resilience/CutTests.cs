using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>The connection breaks at each point of a call: the call ends with what it would have without that.</summary>
public sealed class CutTests
{
    public static TheoryData<SparkMajor, string?, CallMoment, int> MomentsOfAResult
    {
        get
        {
            var data = new TheoryData<SparkMajor, string?, CallMoment, int>();
            foreach (var major in Faulty.EverySpark)
            {
                data.Add(major.Data, "ExecutePlan", CallMoment.Request, 1);
                data.Add(major.Data, "ExecutePlan", CallMoment.Upload, 1);
                data.Add(major.Data, "ExecutePlan", CallMoment.Answer, 1);
                data.Add(major.Data, null, CallMoment.Batch, 1);
                data.Add(major.Data, null, CallMoment.Batch, 7);
                data.Add(major.Data, null, CallMoment.Complete, 1);
                data.Add(major.Data, "ReleaseExecute", CallMoment.Request, 1);
                data.Add(major.Data, "ReleaseExecute", CallMoment.Answer, 2);
            }

            return data;
        }
    }

    public static TheoryData<SparkMajor, CallMoment> MomentsOfACall
    {
        get
        {
            var data = new TheoryData<SparkMajor, CallMoment>();
            foreach (var major in Faulty.EverySpark)
            {
                foreach (var moment in new[] { CallMoment.Request, CallMoment.Upload, CallMoment.Answer })
                    data.Add(major.Data, moment);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(MomentsOfAResult))]
    public async Task Collect_Cut_GivesEveryRowOnceInOrder(SparkMajor major, string? call, CallMoment moment, int nth)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var cut = faulty.Proxy.Plan(Fault.Cut, call, moment, nth);

        await Numbers.ShouldBeCompleteAsync(faulty.Session);

        // A release may be the last thing that a result does, after its rows are there.
        await cut.WaitAsync(Faulty.Token);
    }

    [Theory]
    [InlineData(CallMoment.Request)]
    [InlineData(CallMoment.Answer)]
    public async Task Collect_CutAndCutAgainWhileItReattaches_GivesEveryRowOnceInOrder(CallMoment again)
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4);
        var first = faulty.Proxy.Plan(Fault.Cut, "ExecutePlan", CallMoment.Batch, 2);
        var second = faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", again);
        var third = faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", again, 3);

        await Numbers.ShouldBeCompleteAsync(faulty.Session);

        first.IsCompletedSuccessfully.ShouldBeTrue();
        second.IsCompletedSuccessfully.ShouldBeTrue();
        third.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(MomentsOfACall))]
    public async Task Config_Cut_IsSetAndRead(SparkMajor major, CallMoment moment)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var cut = faulty.Proxy.Plan(Fault.Cut, "Config", moment);
        await faulty.Session.Conf().SetAsync("spark.sql.shuffle.partitions", "7", Faulty.Token);
        cut.IsCompletedSuccessfully.ShouldBeTrue();
        cut = faulty.Proxy.Plan(Fault.Cut, "Config", moment);

        (await faulty.Session.Conf().GetAsync("spark.sql.shuffle.partitions", Faulty.Token)).ShouldBe("7");

        cut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(MomentsOfACall))]
    public async Task Analyze_Cut_GivesTheSchema(SparkMajor major, CallMoment moment)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var cut = faulty.Proxy.Plan(Fault.Cut, "AnalyzePlan", moment);

        var schema = await Numbers.Of(faulty.Session).SchemaAsync(Faulty.Token);

        schema.Fields.Select(field => field.Name).ShouldBe(["n", "s"]);
        cut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    public static TheoryData<SparkMajor, CallMoment, int> MomentsOfAnUpload
    {
        get
        {
            var data = new TheoryData<SparkMajor, CallMoment, int>();
            foreach (var major in Faulty.EverySpark)
            {
                data.Add(major.Data, CallMoment.Request, 1);
                data.Add(major.Data, CallMoment.Upload, 1);
                data.Add(major.Data, CallMoment.Upload, 20);
            }

            data.Add(SparkMajor.Spark4, CallMoment.Answer, 1);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(MomentsOfAnUpload))]
    public async Task AddArtifact_CutWhileItIsSent_ArrivesWhole(SparkMajor major, CallMoment moment, int nth)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        using var file = new LongFile();
        var cut = faulty.Proxy.Plan(Fault.Cut, "AddArtifacts", moment, nth);

        await faulty.Session.AddArtifactAsync(file.Path, cancellationToken: Faulty.Token);

        cut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task AddArtifact_CutAfterItArrivedOnSpark3_SaysThatItMayBeThere()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark3);
        using var file = new LongFile();
        _ = faulty.Proxy.Plan(Fault.Cut, "AddArtifacts", CallMoment.Answer);

        var error = await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.AddArtifactAsync(file.Path, cancellationToken: Faulty.Token));

        error.Message.ShouldBe(
            $"The Spark at {faulty.Proxy.Remote} refuses the artifacts 'files/{file.Name}': before 4.0 a session takes each name once, and one is there already, "
            + "from another client or from before the connection broke. A new session takes them.");
    }

    [Theory]
    [MemberData(nameof(Faulty.EverySpark), MemberType = typeof(Faulty))]
    public async Task CreateDataFrame_CutWhileItIsUploaded_HasEveryRowOnce(SparkMajor major)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var cut = faulty.Proxy.Plan(Fault.Cut, "AddArtifacts", CallMoment.Upload, 3);

        var rows = faulty.Session.CreateDataFrame(Enumerable.Range(0, 400_000));

        (await rows.SelectExpr("count(*)", "sum(_1)").CollectAsync(Faulty.Token)).ShouldHaveSingleItem().Values.ShouldBe([400_000L, 79_999_800_000L]);
        cut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(MomentsOfACall))]
    public async Task Interrupt_Cut_StopsWhatRuns(SparkMajor major, CallMoment moment)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var running = faulty.Session.Sql("SELECT id FROM range(1000000000000) WHERE id < 0").CollectAsync(Faulty.Token);
        var cut = faulty.Proxy.Plan(Fault.Cut, "Interrupt", moment);

        // The query may not have got there yet.
        while (!running.IsCompleted)
            await faulty.Session.InterruptAllAsync(Faulty.Token);

        (await Should.ThrowAsync<SparkException>(() => running)).ErrorClass.ShouldBe("OPERATION_CANCELED");
        cut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task TwoThreads_OneConnectionCut_BothGetTheirRows()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4);
        var cut = faulty.Proxy.Plan(Fault.Cut, null, CallMoment.Batch, 9);

        var first = Task.Run(() => Numbers.ShouldBeCompleteAsync(faulty.Session), Faulty.Token);
        var second = Task.Run(() => Numbers.ShouldBeCompleteAsync(faulty.Session), Faulty.Token);
        await Task.WhenAll(first, second);

        cut.IsCompletedSuccessfully.ShouldBeTrue();
    }

    /// <summary>A file of many chunks.</summary>
    private sealed class LongFile : IDisposable
    {
        public LongFile() => File.WriteAllLines(Path, Enumerable.Range(0, 100_000).Select(line => $"line {line}"));

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"artifact-{Guid.NewGuid():N}.txt");

        public string Name => System.IO.Path.GetFileName(Path);

        public void Dispose() => File.Delete(Path);
    }
}
