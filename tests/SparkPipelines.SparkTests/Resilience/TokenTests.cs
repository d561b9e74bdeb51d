using System.Diagnostics;
using SparkPipelines.Sql;

namespace SparkPipelines.SparkTests.Resilience;

/// <summary>A server that wants a token, and clients without it.</summary>
public sealed class TokenTests
{
    [Theory]
    [InlineData("/;token=hunter2-hunter2")]
    [InlineData("")]
    public async Task Create_TokenWrongOrMissing_SaysSoAtOnceAndKeepsTheToken(string parameters)
    {
        var server = await LimitedSpark.GetAsync();
        var clock = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<SparkConnectException>(() => Faulty.SessionAsync(server.Remote + parameters));

        error.Message.ShouldBe(
            $"The Spark at {server.Remote} refuses the token, or wants one; set it in SPARK_CONNECT_AUTHENTICATE_TOKEN or as ;token= in the connection string.");
        error.ToString().ShouldNotContain("hunter2");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Session_RightToken_IsInNoText()
    {
        await using var faulty = await LimitedSpark.ConnectAsync();

        (await faulty.Session.Range(3).CountAsync(Faulty.Token)).ShouldBe(3);
        var error = await Should.ThrowAsync<SparkException>(() => faulty.Session.Sql("SELECT nothing").CollectAsync(Faulty.Token));

        $"{error} {faulty.Session} {faulty.Session.Engine.Description}".ShouldNotContain(LimitedSpark.Token);
    }
}
