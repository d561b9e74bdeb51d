using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using SparkPipelines.Sql.Connect;

namespace SparkPipelines.Sql.Tests.Connect;

public sealed class RetryOptionsTests
{
    private static readonly RpcException Unavailable = new(new Status(StatusCode.Unavailable, "gone"));

    [Fact]
    public void Default_IsSparksOwnPolicy()
    {
        RetryOptions.Default.ShouldBe(new RetryOptions
        {
            MaxRetries = 15,
            InitialBackoff = TimeSpan.FromMilliseconds(50),
            BackoffMultiplier = 4,
            MaxBackoff = TimeSpan.FromSeconds(60),
            Jitter = TimeSpan.FromMilliseconds(500),
            MinJitterThreshold = TimeSpan.FromSeconds(2),
            MaxServerDelay = TimeSpan.FromMinutes(10),
            SilenceTimeout = TimeSpan.FromSeconds(30),
        });
        RetryOptions.Default.ForFirstContact().ShouldBe(RetryOptions.Default with { MaxRetries = 4 });
    }

    [Fact]
    public void Checked_ValuesThatNoWaitCanBeMadeOf_NamesEach()
    {
        var options = new RetryOptions { MaxRetries = -1, BackoffMultiplier = 0.5, MaxBackoff = TimeSpan.FromSeconds(-1), SilenceTimeout = TimeSpan.Zero };

        Should.Throw<ArgumentException>(options.Checked).Message.ShouldBe(
            "The retry options can't be used: MaxRetries is -1, less than 0; BackoffMultiplier is 0.5, less than 1; MaxBackoff is -00:00:01, less than 0; "
            + "SilenceTimeout is 00:00:00, less than 00:00:00.1000000.");
    }

    [Fact]
    public async Task Pipeline_NoRetries_CallsOnce()
    {
        var calls = 0;

        await Should.ThrowAsync<RpcException>(() => (RetryOptions.Default with { MaxRetries = 0 }).ToPipeline().ExecuteAsync(
            _ =>
            {
                calls++;
                return ValueTask.FromException(Unavailable);
            },
            TestContext.Current.CancellationToken).AsTask());

        calls.ShouldBe(1);
    }

    [Fact]
    public void DelayBefore_GrowsToItsLimitAndOnlyLongWaitsHaveJitter()
    {
        var delays = Enumerable.Range(0, 8).Select(retry => RetryOptions.Default.DelayBefore(retry, null, 1).TotalMilliseconds);

        delays.ShouldBe([50, 200, 800, 3700, 13300, 51700, 60500, 60500]);
    }

    [Fact]
    public void DelayBefore_ManyRetries_StaysAtTheLimit() =>
        RetryOptions.Default.DelayBefore(10_000, null, 0).ShouldBe(TimeSpan.FromSeconds(60));

    [Theory]
    [InlineData(10, 50)]
    [InlineData(5_000, 5_000)]
    [InlineData(3_600_000, 600_000)]
    public void DelayBefore_ServerAsksForATime_LengthensTheWaitUpToTenMinutes(int asked, int expected) =>
        RetryOptions.Default.DelayBefore(0, TimeSpan.FromMilliseconds(asked), 0).ShouldBe(TimeSpan.FromMilliseconds(expected));

    [Fact]
    public async Task Pipeline_ServerThatStaysAway_IsAskedAsOftenAsThePolicySaysAndAtItsTimes()
    {
        var clock = new FakeTimeProvider();
        var start = clock.GetUtcNow();
        var times = new List<double>();
        var pipeline = RetryOptions.Default.ForFirstContact().ToPipeline(clock, () => 0);

        var work = pipeline.ExecuteAsync(
            _ =>
            {
                times.Add((clock.GetUtcNow() - start).TotalMilliseconds);
                return ValueTask.FromException(Unavailable);
            },
            TestContext.Current.CancellationToken).AsTask();
        while (!work.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        (await Should.ThrowAsync<RpcException>(() => work)).ShouldBeSameAs(Unavailable);
        times.Count.ShouldBe(5);
        times.Zip(times.Skip(1), (before, after) => after - before).Zip([50d, 200, 800, 3200]).ShouldAllBe(pair => pair.First >= pair.Second);
    }

    [Fact]
    public async Task Pipeline_CancelledWhileItWaits_EndsAtOnce()
    {
        var clock = new FakeTimeProvider();
        using var cancellation = new CancellationTokenSource();
        var calls = 0;

        var work = RetryOptions.Default.ToPipeline(clock, () => 0).ExecuteAsync(
            _ =>
            {
                calls++;
                return ValueTask.FromException(Unavailable);
            },
            cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
        calls.ShouldBe(1);
    }

    public static TheoryData<StatusCode, string, bool> Failures => new()
    {
        { StatusCode.Unavailable, "anything", true },
        { StatusCode.Internal, "[INVALID_CURSOR.DISCONNECTED] The cursor has been disconnected by the server.", true },
        { StatusCode.Internal, "[DIVIDE_BY_ZERO] Division by zero.", false },
        { StatusCode.Unauthenticated, "Invalid token", false },
        { StatusCode.ResourceExhausted, "Received message exceeds the maximum", false },
        { StatusCode.Cancelled, "cancelled", false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Is_StatusOfAServer_TellsWhetherARepetitionHelps(StatusCode code, string detail, bool expected) =>
        Retryable.Is(new RpcException(new Status(code, detail))).ShouldBe(expected);

    [Fact]
    public void Is_ConnectionBrokenInTheMiddle_WhateverTheCode() =>
        Retryable.Is(new RpcException(new Status(StatusCode.Internal, "broken", new IOException("reset")))).ShouldBeTrue();

    [Fact]
    public void Is_CertificateThatIsNotTrusted_IsFinal() =>
        Retryable.Is(new RpcException(new Status(
            StatusCode.Unavailable, "tls", new HttpRequestException("tls", new System.Security.Authentication.AuthenticationException("untrusted"))))).ShouldBeFalse();
}
