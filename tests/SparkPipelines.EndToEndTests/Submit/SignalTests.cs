using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>Every way in which a running job, or its driver, is made to end, on real Spark.</summary>
[Collection(SubmitTests.Name)]
public sealed class SignalTests : IDisposable
{
    private const string Asked = "spark-runner: asked to end, so the job is told to; it has 8 seconds.\n";

    private readonly TestFolder _folder = new();

    [Theory, InlineData(4), InlineData(3)]
    public async Task Terminate_WhileTheServiceIsGuarded_EndsTheJobFirst(int major)
    {
        (Submission submission, Probe probe) = await Probe.StartWaitingAsync(SparkHomes.Require(major), _folder.Path);
        await using Submission running = submission;

        // Loopback only, in IPv4 or as the IPv6 socket that Java opens for it.
        SystemProcesses.ListenersAt(probe.Port).ShouldHaveSingleItem().ShouldBeOneOf("0100007F", "0000000000000000FFFF00000100007F");
        SystemProcesses.AllCommands().ShouldNotContain(command => command.Contains(probe.Token, StringComparison.Ordinal));
        probe.Remote.ShouldBe($"sc://localhost:{probe.Port}/");
        File.GetUnixFileMode(Path.GetDirectoryName(Path.GetDirectoryName(probe.Program))!)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await ConnectCalls.ConfigAsync(probe.Port, probe.Token)).ShouldBe(ConnectCalls.Answered);
        (await ConnectCalls.ConfigAsync(probe.Port, probe.Token + "x")).ShouldBe("Unauthenticated");
        (await ConnectCalls.ConfigAsync(probe.Port, null)).ShouldBe("Unauthenticated");

        SystemProcesses.Signal(running.ProcessId, SystemProcesses.SignalTerminate);
        SubmissionResult result = await running.WaitForExitAsync();

        result.ExitCode.ShouldBe(143);
        result.ErrorOfSpark.ShouldEndWith($"\n{Asked}", customMessage: "after what the server says of the calls that it refused");
        Probe.EndedInOrder(_folder.Path).ShouldBeTrue();
        running.ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Terminate_WhileSparkStarts_StartsNoJob()
    {
        await using Submission starting = Submission.Start(
            SparkHomes.Require(4), ["--master", "local[1]", Repository.ProbeJob, "wait", _folder.Path]);
        await starting.WaitForTempFolderAsync("sparkpipelines-*");

        SystemProcesses.Signal(starting.ProcessId, SystemProcesses.SignalTerminate);
        SubmissionResult result = await starting.WaitForExitAsync();

        result.ExitCode.ShouldBe(143);
        result.ErrorOfSpark.ShouldContain("spark-runner: asked to end before the job was started.\n");
        File.Exists(Path.Combine(_folder.Path, "ready")).ShouldBeFalse();
        starting.ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Interrupt_AsByCtrlC_EndsBoth()
    {
        (Submission submission, Probe _) = await Probe.StartWaitingAsync(SparkHomes.Require(4), _folder.Path);
        await using Submission running = submission;

        SystemProcesses.Signal(-running.ProcessId, SystemProcesses.SignalInterrupt);
        SubmissionResult result = await running.WaitForExitAsync();

        result.ExitCode.ShouldBe(130);
        Probe.EndedInOrder(_folder.Path).ShouldBeTrue();
        running.ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Kill_OfTheJob_IsTheExitCode()
    {
        (Submission submission, Probe probe) = await Probe.StartWaitingAsync(SparkHomes.Require(4), _folder.Path);
        await using Submission running = submission;

        SystemProcesses.Signal(probe.ProcessId, SystemProcesses.SignalKill);
        SubmissionResult result = await running.WaitForExitAsync();

        result.ExitCode.ShouldBe(137);
        result.ErrorOfSpark.ShouldBe("spark-runner: the job was killed with SIGKILL, by somebody or by the system for want of memory.\n");
        Probe.EndedInOrder(_folder.Path).ShouldBeFalse();
        running.ShouldHaveLeftNothing();
    }

    [Theory, InlineData(4), InlineData(3)]
    public async Task Kill_OfTheDriver_EndsTheJobInOrder(int major)
    {
        (Submission submission, Probe _) = await Probe.StartWaitingAsync(SparkHomes.Require(major), _folder.Path);
        await using Submission running = submission;

        SystemProcesses.Signal(running.ProcessId, SystemProcesses.SignalKill);
        SubmissionResult result = await running.WaitForExitAsync();

        result.ExitCode.ShouldBe(137);
        result.ErrorOfSpark.ShouldBe("The Spark driver is gone; the job ends.\n");
        Probe.EndedInOrder(_folder.Path).ShouldBeTrue();
        running.ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Kill_OfTheDriver_EndsAJobThatDoesNotListen()
    {
        (Submission submission, Probe _) = await Probe.StartWaitingAsync(SparkHomes.Require(4), _folder.Path, "ignore-signals");
        await using Submission running = submission;

        SystemProcesses.Signal(running.ProcessId, SystemProcesses.SignalKill);
        await running.WaitForExitAsync();

        Probe.EndedInOrder(_folder.Path).ShouldBeFalse();
        running.ShouldHaveLeftNothing();
    }

    public void Dispose() => _folder.Dispose();
}
