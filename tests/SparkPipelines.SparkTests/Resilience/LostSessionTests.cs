using SparkPipelines.Sql;
using SparkPipelines.Sql.Connect;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>
/// A server that was restarted, in the eyes of a client: the connection breaks, and behind the same address there is a Spark that has never heard of
/// the session.
/// </summary>
public sealed class LostSessionTests
{
    private const string GoneWhat = "Its temporary views, settings, cached data and artifacts are gone; go on with a new session from SparkSession.Builder() or NewSession.";

    [Fact]
    public async Task Call_ServerRestarted_SaysWhatIsLostAndWhatToDo()
    {
        await using var faulty = await RestartAsync();

        var error = await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.Conf().GetAsync("spark.sql.shuffle.partitions", Faulty.Token));

        error.Message.ShouldBe($"The Spark at {faulty.Proxy.Remote} has lost the session {faulty.Session.SessionId}: it was restarted. {GoneWhat}");
        error.ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_CHANGED");
        error.SqlState.ShouldBe("HY000");
    }

    [Fact]
    public async Task Collect_ServerRestarted_SaysWhatIsLostAndWhatToDo()
    {
        await using var faulty = await RestartAsync();

        var error = await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.Range(1).CountAsync(Faulty.Token));

        error.Message.ShouldBe($"The Spark at {faulty.Proxy.Remote} has lost the session {faulty.Session.SessionId}: it was restarted. {GoneWhat}");
        error.ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_CHANGED");
    }

    [Fact]
    public async Task Collect_ServerRestartedWhileRowsStream_SaysWhatIsLost()
    {
        var other = await LimitedSpark.GetAsync();
        await using var faulty = await ConnectAsync(SparkMajor.Spark4);
        var reached = faulty.Proxy.Plan(Fault.Silence, null, CallMoment.Batch, 2);
        var reading = Numbers.ShouldBeCompleteAsync(faulty.Session);
        await reached.WaitAsync(Faulty.Token);
        faulty.Proxy.LeadTo(other.Host, other.Port);
        faulty.Proxy.Cut();
        faulty.Proxy.Resume();

        var error = await Should.ThrowAsync<SparkConnectException>(() => reading);

        error.ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_NOT_FOUND");
        error.Message.ShouldBe(
            $"The Spark at {faulty.Proxy.Remote} has lost the session {faulty.Session.SessionId}: it was restarted, or has dropped the session because nobody used it. {GoneWhat}");
    }

    /// <summary>The command may have run on the server that is gone, so it must not run on the new one.</summary>
    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task Write_ServerRestartedUnderIt_IsNotRunOnTheNewOne(SparkMajor major)
    {
        var other = await LimitedSpark.GetAsync();
        await using var faulty = await ConnectAsync(major);
        var folder = Path.Combine(Path.GetTempPath(), $"resilience-{Guid.NewGuid():N}");
        var reached = faulty.Proxy.Plan(Fault.Silence, "ExecutePlan", CallMoment.Upload);
        var writing = faulty.Session.Range(10).Write().Mode(SaveMode.Append).ParquetAsync(folder, Faulty.Token);
        await reached.WaitAsync(Faulty.Token);
        faulty.Proxy.LeadTo(other.Host, other.Port);
        faulty.Proxy.Cut();
        faulty.Proxy.Resume();

        var error = await Should.ThrowAsync<SparkConnectException>(() => writing);

        error.ErrorClass.ShouldBe("INVALID_HANDLE.SESSION_NOT_FOUND");
        faulty.Proxy.Count("ExecutePlan").ShouldBe(1);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task NewSession_OfALostOne_IsOnTheNewServer()
    {
        await using var faulty = await RestartAsync();
        await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.Range(1).CountAsync(Faulty.Token));

        await using var session = await faulty.Session.NewSessionAsync(Faulty.Token);

        (await session.Range(3).CountAsync(Faulty.Token)).ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetOrCreate_SessionKnownToBeLost_MakesANewOne(bool namesTheServer)
    {
        await using var faulty = await RestartAsync();
        SparkSession.SetActiveSession(faulty.Session);
        await Should.ThrowAsync<SparkConnectException>(() => faulty.Session.Range(1).CountAsync(Faulty.Token));
        var builder = SparkSession.Builder();
        if (namesTheServer)
            builder.Remote(faulty.Proxy.Remote + LimitedSpark.Parameters);

        await using var session = await builder.GetOrCreateAsync(Faulty.Token);

        session.ShouldNotBeSameAs(faulty.Session);
        (await session.Range(3).CountAsync(Faulty.Token)).ShouldBe(3);
    }

    [Fact]
    public async Task GetOrCreate_SettingForASessionThatIsLostUnnoticed_MakesANewOneThatHasIt()
    {
        await using var faulty = await RestartAsync();
        SparkSession.SetActiveSession(faulty.Session);

        await using var session = await SparkSession.Builder().Config("spark.sql.shuffle.partitions", 11).GetOrCreateAsync(Faulty.Token);

        session.ShouldNotBeSameAs(faulty.Session);
        (await session.Conf().GetAsync("spark.sql.shuffle.partitions", Faulty.Token)).ShouldBe("11");
    }

    private static async Task<Faulty> RestartAsync()
    {
        var other = await LimitedSpark.GetAsync();
        var faulty = await ConnectAsync(SparkMajor.Spark4);
        faulty.Proxy.LeadTo(other.Host, other.Port);
        faulty.Proxy.Cut();
        // Until the client has seen that its connection is gone and has a new one.
        var channel = ((ConnectEngine)faulty.Session.Engine).Session.Channel;
        while (!await channel.AskServerAsync(Faulty.Token))
            await Task.Yield();
        return faulty;
    }

    /// <summary>With the token that the other server will want; the first one does not ask.</summary>
    private static async Task<Faulty> ConnectAsync(SparkMajor major)
    {
        var server = await SparkServer.GetAsync(major);
        return await Faulty.ConnectAsync(server.Host, server.Port, LimitedSpark.Parameters);
    }
}
