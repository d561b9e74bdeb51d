using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>A command that the connection breaks under has done its work once, whether its request, its answer or its end got lost.</summary>
public sealed class WriteTests
{
    public static TheoryData<SparkMajor, CallMoment> Moments
    {
        get
        {
            var data = new TheoryData<SparkMajor, CallMoment>();
            foreach (var major in Faulty.EverySpark)
            {
                foreach (var moment in new[] { CallMoment.Request, CallMoment.Upload, CallMoment.Answer, CallMoment.Complete })
                    data.Add(major.Data, moment);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task AppendParquet_Cut_HoldsEveryRowOnce(SparkMajor major, CallMoment moment)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        using var folder = new Folder();
        var rows = faulty.Session.Range(0, 1000, 1, 1);
        await rows.Write().Mode(SaveMode.Append).ParquetAsync(folder.Path, Faulty.Token);
        var cut = faulty.Proxy.Plan(Fault.Cut, moment == CallMoment.Complete ? null : "ExecutePlan", moment);

        await rows.Write().Mode(SaveMode.Append).ParquetAsync(folder.Path, Faulty.Token);

        cut.IsCompletedSuccessfully.ShouldBeTrue();
        folder.PartFiles.ShouldBe(2);
        (await faulty.Session.Read().Parquet(folder.Path).CountAsync(Faulty.Token)).ShouldBe(2000);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task SaveAsTable_Cut_HoldsEveryRowOnce(SparkMajor major, CallMoment moment)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var table = $"written_{Guid.NewGuid():N}";
        var rows = faulty.Session.Range(0, 1000, 1, 1);
        try
        {
            await rows.Write().SaveAsTableAsync(table, Faulty.Token);
            var cut = faulty.Proxy.Plan(Fault.Cut, moment == CallMoment.Complete ? null : "ExecutePlan", moment);

            await rows.Write().Mode(SaveMode.Append).SaveAsTableAsync(table, Faulty.Token);

            cut.IsCompletedSuccessfully.ShouldBeTrue();
            (await faulty.Session.Table(table).CountAsync(Faulty.Token)).ShouldBe(2000);
        }
        finally
        {
            await faulty.Session.SqlAsync($"DROP TABLE IF EXISTS {table}", Faulty.Token);
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task CreateTempView_Cut_IsThere(SparkMajor major, CallMoment moment)
    {
        await using var faulty = await Faulty.ConnectAsync(major);
        var cut = faulty.Proxy.Plan(Fault.Cut, moment == CallMoment.Complete ? null : "ExecutePlan", moment);

        // Made twice, this would fail: the view would be there already.
        await faulty.Session.Range(7).CreateTempViewAsync("seven", Faulty.Token);

        cut.IsCompletedSuccessfully.ShouldBeTrue();
        (await faulty.Session.Table("seven").CountAsync(Faulty.Token)).ShouldBe(7);
    }

    [Theory]
    [MemberData(nameof(Faulty.EverySpark), MemberType = typeof(Faulty))]
    public async Task AppendParquet_CutAgainAndAgain_HoldsEveryRowOnce(SparkMajor major)
    {
        await using var faulty = await Faulty.ConnectAsync(major, Faulty.Hasty);
        using var folder = new Folder();
        Task[] cuts =
        [
            faulty.Proxy.Plan(Fault.Cut, "ExecutePlan", CallMoment.Upload),
            faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", CallMoment.Answer),
            faulty.Proxy.Plan(Fault.Cut, "ExecutePlan", CallMoment.Answer),
            faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", CallMoment.Request, 3),
        ];

        await faulty.Session.Range(0, 1000, 1, 1).Write().Mode(SaveMode.Append).ParquetAsync(folder.Path, Faulty.Token);

        cuts.ShouldAllBe(cut => cut.IsCompletedSuccessfully);
        folder.PartFiles.ShouldBe(1);
    }

    /// <summary>
    /// The request is held back until the client has given the connection up and sent it again, under the same id, and the operation runs; then it
    /// arrives after all. The server joins it to the operation.
    /// </summary>
    [Fact]
    public async Task AppendParquet_RequestThatArrivesLate_HoldsEveryRowOnce()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4, Faulty.SoonSuspicious);
        using var folder = new Folder();
        var slow = faulty.Session.Range(0, 4, 1, 1).SelectExpr("java_method('java.lang.Thread', 'sleep', 1000L + id) AS slept");
        var held = faulty.Proxy.Plan(Fault.SilenceOfOne, "ExecutePlan", CallMoment.Upload);
        // The first thing that a command says is how far it is, after two seconds.
        var running = faulty.Proxy.Plan(Fault.None, null, CallMoment.Progress);

        var writing = slow.Write().Mode(SaveMode.Append).ParquetAsync(folder.Path, Faulty.Token);
        await held.WaitAsync(Faulty.Token);
        await Task.WhenAny(writing, running);
        faulty.Proxy.Resume();
        await writing;

        running.IsCompletedSuccessfully.ShouldBeTrue();
        faulty.Proxy.Count("ExecutePlan").ShouldBe(2);
        folder.PartFiles.ShouldBe(1);
    }

    /// <summary>Spark 3.5 refuses the second of two requests under one id; whichever that is, the operation is there and is taken up.</summary>
    [Fact]
    public async Task AppendParquet_BothRequestsAtOnceOnSpark3_HoldsEveryRowOnce()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark3, Faulty.SoonSuspicious);
        using var folder = new Folder();
        var held = faulty.Proxy.Plan(Fault.SilenceOfOne, "ExecutePlan", CallMoment.Upload);
        var sentAgain = faulty.Proxy.Plan(Fault.None, "ExecutePlan", CallMoment.Upload, 2);

        var writing = faulty.Session.Range(0, 1000, 1, 1).Write().Mode(SaveMode.Append).ParquetAsync(folder.Path, Faulty.Token);
        await held.WaitAsync(Faulty.Token);
        await Task.WhenAny(writing, sentAgain);
        faulty.Proxy.Resume();
        await writing;

        sentAgain.IsCompletedSuccessfully.ShouldBeTrue();
        folder.PartFiles.ShouldBe(1);
    }

    [Fact]
    public async Task AppendParquet_CancelledWhileTheConnectionIsCut_IsNotStartedAgain()
    {
        await using var faulty = await Faulty.ConnectAsync(SparkMajor.Spark4);
        using var folder = new Folder();
        using var cancellation = new CancellationTokenSource();
        var rows = faulty.Session.Range(0, 1000, 1, 1);
        var cut = faulty.Proxy.Plan(Fault.Cut, "ExecutePlan", CallMoment.Request);
        _ = faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", CallMoment.Request);

        var writing = rows.Write().Mode(SaveMode.Append).ParquetAsync(folder.Path, cancellation.Token);
        await cut.WaitAsync(Faulty.Token);
        await cancellation.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => writing)).CancellationToken.ShouldBe(cancellation.Token);
        var sent = faulty.Proxy.Count("ExecutePlan");
        (await faulty.Session.Range(3).CountAsync(Faulty.Token)).ShouldBe(3);
        faulty.Proxy.Count("ExecutePlan").ShouldBe(sent + 1);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("resilience-").FullName;

        /// <summary>Each write of one partition leaves one.</summary>
        public int PartFiles => Directory.GetFiles(Path, "part-*.parquet").Length;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
