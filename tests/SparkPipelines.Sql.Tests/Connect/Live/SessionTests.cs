using System.Text;
using Spark.Connect;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Sql.Tests.Connect.Live;

/// <summary>What a session is on real servers: its settings, its artifacts, its siblings, its end.</summary>
public sealed class SessionTests
{
    public static TheoryData<SparkMajor> EverySpark => LiveEngine.EverySpark;

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Connect_Settings_AreSetAndThoseOfTheStartPassedOver(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);

        await using var engine = await LiveEngine.ConnectAsync(
            server.Remote, ("spark.app.name", "x"), ("spark.sql.warehouse.dir", "/nowhere"), ("spark.sql.session.timeZone", "Asia/Tokyo"));

        (await GetAsync(engine, "spark.sql.session.timeZone")).ShouldBe("Asia/Tokyo");
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Connect_AnyServer_IsNamedWithItsVersion(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        await using var engine = await LiveEngine.ConnectAsync(server.Remote);

        engine.Description.ToString().ShouldBe(major == SparkMajor.Spark4 ? "Spark 4.2.1" : "Spark 3.5.7");
        engine.Description.Location.ShouldBe(server.Remote);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task NewSession_HasItsOwnSettingsAndOutlivesTheFirst(SparkMajor major)
    {
        var first = await LiveEngine.ConnectAsync((await SparkServer.GetAsync(major)).Remote, ("spark.sql.session.timeZone", "Asia/Tokyo"));
        await using var second = await first.NewSessionAsync(LiveEngine.Token);

        await first.DisposeAsync();

        (await GetAsync(second, "spark.sql.session.timeZone")).ShouldBe("UTC");
        (await second.RowsAsync(LiveEngine.Range(2))).ShouldBe(["0", "1"]);
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Analyze_Plan_GivesItsSchema(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);

        var answer = await engine.AnalyzeAsync(new AnalyzePlanRequest { Schema = new() { Plan = LiveEngine.Range(1) } }, LiveEngine.Token);

        answer.Schema.Schema_.Struct.Fields.ShouldHaveSingleItem().Name.ShouldBe("id");
    }

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task AddArtifacts_SmallAndChunked_ArriveAndCachedOnesAreNotSentTwice(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);
        var opened = 0;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{Guid.NewGuid()}")));
        EngineArtifact[] artifacts =
        [
            Artifact($"files/small-{hash}.txt", 5),
            Artifact($"files/large-{hash}.bin", 3 * ArtifactUploader.ChunkBytes + 1),
            Artifact($"cache/{hash}", ArtifactUploader.ChunkBytes),
        ];

        await engine.AddArtifactsAsync(artifacts, LiveEngine.Token);
        // Files are read once more, to know them again.
        opened.ShouldBe(5);
        await engine.AddArtifactsAsync([artifacts[2]], LiveEngine.Token);

        opened.ShouldBe(5);

        EngineArtifact Artifact(string name, int length) => new(
            name,
            () =>
            {
                opened++;
                return new MemoryStream(new byte[length]);
            },
            length);
    }

    [Fact]
    public async Task Execute_LongQuery_ReportsItsStages()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark4);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(LiveEngine.Token);
        ExecutionProgress? seen = null;
        await using var result = await engine.ExecuteAsync(
            LiveEngine.Sql("SELECT id FROM range(1000000000000) WHERE id < 0"), new ExecutionOptions { Progress = OnProgress }, LiveEngine.Token);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var batch in result.ReadBatchesAsync(enough.Token))
                batch.Dispose();
        });

        seen.ShouldNotBeNull().OperationId.ShouldBe(result.Outcome.OperationId);
        seen.Stages.ShouldHaveSingleItem().Tasks.ShouldBe(2);

        void OnProgress(ExecutionProgress progress)
        {
            if (progress.Stages.Count == 0)
                return;
            seen = progress;
            enough.Cancel();
        }
    }

    [Fact]
    public async Task Execute_SessionReleasedByAnother_SaysThatItIsGone()
    {
        var server = await SparkServer.GetAsync(SparkMajor.Spark4);
        await using var engine = await LiveEngine.ConnectAsync(server.Remote);
        await using var other = await LiveEngine.ConnectAsync($"{server.Remote}/;session_id={engine.Session.SessionId}");
        await other.Session.ReleaseAsync();

        var error = await Should.ThrowAsync<SparkConnectException>(() => engine.RowsAsync(LiveEngine.Range(1)));

        error.ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_CLOSED");
        error.Message.ShouldBe(
            $"The Spark at {server.Remote} has lost the session {engine.Session.SessionId}: the session was stopped, or dropped because nobody used it for as long as "
            + "spark.connect.session.manager.defaultSessionTimeout. Its temporary views, settings, cached data and artifacts are gone; go on with a new session "
            + "from SparkSession.Builder() or NewSession.");
    }

    [Fact]
    public async Task Execute_ObservedMetrics_AreInTheOutcome()
    {
        await using var engine = await LiveEngine.ConnectAsync(SparkMajor.Spark4);
        var observed = new Plan
        {
            Root = new()
            {
                CollectMetrics = new()
                {
                    Input = LiveEngine.Range(7).Root,
                    Name = "seen",
                    Metrics = { new Expression { ExpressionString = new() { Expression = "count(*) AS n" } } },
                },
            },
        };
        await using var result = await engine.ExecuteAsync(observed, ExecutionOptions.Default, LiveEngine.Token);
        await foreach (var batch in result.ReadBatchesAsync(LiveEngine.Token))
            batch.Dispose();

        var metrics = result.Outcome.ObservedMetrics.ShouldHaveSingleItem();
        metrics.Name.ShouldBe("seen");
        metrics.Keys.ShouldBe(["n"]);
        metrics.Values.ShouldHaveSingleItem().Long.ShouldBe(7);
    }

    private static async Task<string> GetAsync(ISparkEngine engine, string key)
    {
        var operation = new ConfigRequest.Types.Operation { Get = new() };
        operation.Get.Keys.Add(key);
        return (await engine.ConfigAsync(operation, LiveEngine.Token)).Pairs.ShouldHaveSingleItem().Value;
    }
}
