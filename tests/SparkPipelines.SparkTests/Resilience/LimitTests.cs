using System.Text.RegularExpressions;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>A server that ends streams by size and time, and drops what nobody uses.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Collect_StreamsEndAfter64KiB_GivesEveryRowOnceInOrder()
    {
        await using var faulty = await LimitedSpark.ConnectAsync();

        await Numbers.ShouldBeCompleteAsync(faulty.Session);

        faulty.Proxy.Count("ReattachExecute").ShouldBeGreaterThan(20);
        faulty.Proxy.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Collect_StreamsEndAfterHalfASecond_WaitsForTheResult()
    {
        await using var faulty = await LimitedSpark.ConnectAsync();
        var quiet = faulty.Session.Range(1).SelectExpr("java_method('java.lang.Thread', 'sleep', 2500L * id + 2500L) AS slept");

        (await quiet.CollectAsync(Faulty.Token)).Count.ShouldBe(1);

        faulty.Proxy.Count("ReattachExecute").ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Collect_StreamsEndAndConnectionsBreak_GivesEveryRowOnceInOrder()
    {
        await using var faulty = await LimitedSpark.ConnectAsync();
        Task[] cuts =
        [
            faulty.Proxy.Plan(Fault.Cut, null, CallMoment.Batch),
            faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", CallMoment.Request, 4),
            faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", CallMoment.Answer, 10),
            faulty.Proxy.Plan(Fault.Cut, "ReattachExecute", CallMoment.Batch, 15),
            faulty.Proxy.Plan(Fault.Cut, null, CallMoment.Complete),
        ];

        await Numbers.ShouldBeCompleteAsync(faulty.Session);

        cuts.ShouldAllBe(cut => cut.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Collect_LargerThanTheServerHandsOut_NamesTheLimitAndTheWaysOut()
    {
        await using var faulty = await LimitedSpark.ConnectAsync();
        // 8 tasks of 4 MiB that don't compress.
        var large = faulty.Session.Range(0, 8, 1, 8).SelectExpr("id", "concat_ws('', transform(sequence(1, 65536), n -> sha2(cast(id * 65536 + n AS string), 256))) AS s");

        foreach (var read in (Func<Task>[])[() => large.CollectAsync(Faulty.Token), async () => await large.ToArrowAsync(Faulty.Token).CountAsync(Faulty.Token)])
        {
            var error = await Should.ThrowAsync<SparkException>(read);
            // What a task says of itself besides its rows differs by a few bytes.
            Regex.Replace(error.Message, @"16\.\d MiB of it", "16.x MiB of it").ShouldBe(
                "The result is larger than spark.driver.maxResultSize allows, 16.0 MiB: 4 tasks had made 16.x MiB of it. The limit is on all rows of one action, however they are "
                + "read; take fewer rows or columns in the query, write the rows to files and read those, or start the server with a larger spark.driver.maxResultSize (0 is no limit).");
        }

        // A way out: a part at a time.
        foreach (var part in (int[])[0, 1])
            (await large.Where($"id DIV 2 = {part}").CollectAsync(Faulty.Token)).Count.ShouldBe(2);
    }

    /// <summary>Five seconds nobody reads the result: the server drops the operation, and says so to the one who comes back.</summary>
    [Fact]
    public async Task Write_OutOfReachUntilTheServerGivesItUp_SaysThatItMayHaveRun()
    {
        await using var faulty = await LimitedSpark.ConnectAsync(Faulty.Hasty with { MaxRetries = 100 });
        var folder = Path.Combine(Path.GetTempPath(), $"resilience-{Guid.NewGuid():N}");
        var cut = faulty.Proxy.Plan(Fault.Cut, "ExecutePlan", CallMoment.Answer);
        var writing = faulty.Session.Range(10).Write().Mode(SaveMode.Append).ParquetAsync(folder, Faulty.Token);
        faulty.Proxy.Refuse();
        await cut.WaitAsync(Faulty.Token);
        await Task.Delay(TimeSpan.FromSeconds(6.5), Faulty.Token);
        faulty.Proxy.Accept();

        var error = await Should.ThrowAsync<SparkConnectException>(() => writing);

        error.ErrorClass.ShouldBe("INVALID_HANDLE.OPERATION_ABANDONED");
        var operation = error.MessageParameters["handle"];
        error.Message.ShouldBe(
            $"The Spark at {faulty.Proxy.Remote} has dropped the operation {operation}: nobody could read its result for as long as "
            + "spark.connect.execute.manager.detachedTimeout. It was not started again: a command may have done its work in whole, in part or not at all; "
            + "look before you repeat it.");
        faulty.Proxy.Count("ExecutePlan").ShouldBe(1);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Call_SessionExpired_SaysWhatIsLostAndWhatToDo()
    {
        await using var faulty = await LimitedSpark.ConnectAsync();

        var error = await Should.ThrowAsync<SparkConnectException>(async () =>
        {
            // Each call keeps the session for another ten seconds.
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(11.5), Faulty.Token);
                await faulty.Session.Conf().GetAsync("spark.sql.shuffle.partitions", Faulty.Token);
            }
        });

        error.ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_CLOSED");
        error.Message.ShouldBe(
            $"The Spark at {faulty.Proxy.Remote} has lost the session {faulty.Session.SessionId}: the session was stopped, or dropped because nobody used it for "
            + "as long as spark.connect.session.manager.defaultSessionTimeout. Its temporary views, settings, cached data and artifacts are gone; go on with a "
            + "new session from SparkSession.Builder() or NewSession.");
        await using var session = await faulty.Session.NewSessionAsync(Faulty.Token);
        (await session.Range(3).CountAsync(Faulty.Token)).ShouldBe(3);
    }
}
