using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>The same jar on a standalone cluster, with the driver here and there.</summary>
[Collection(SubmitTests.Name)]
public sealed class StandaloneTests
{
    [Theory, InlineData(4), InlineData(3)]
    public async Task Job_OnAStandaloneCluster_RunsInBothDeployModes(int major)
    {
        string home = SparkHomes.Require(major);
        await using StandaloneCluster cluster = await StandaloneCluster.StartAsync(home);
        string[] options = ["--master", cluster.Master, "--executor-memory", "512m"];

        SubmissionResult client = await Submission.RunAsync(home, [.. options, Repository.ProbeJob, "exit", "3", "a b"]);
        client.ExitCode.ShouldBe(3);
        client.Output.ShouldBe("[\"a b\"]\n");

        string[] inCluster = [.. options, "--deploy-mode", "cluster", "--driver-memory", "512m"];
        (await Submission.RunAsync(home, [.. inCluster, Repository.ProbeJob, "exit", "0", "a b"])).ExitCode.ShouldBe(0);
        DriverResult finished = await cluster.WaitForDriverAsync();
        finished.State.ShouldBe("FINISHED", finished.Error);
        finished.Output.ShouldBe("[\"a b\"]\n");

        // That the driver was accepted is all that spark-submit tells.
        (await Submission.RunAsync(home, [.. inCluster, Repository.ProbeJob, "exit", "3"])).ExitCode.ShouldBe(0);
        (await cluster.WaitForDriverAsync()).State.ShouldBe("FAILED");
    }

    [Fact]
    public async Task Driver_OnTheCluster_ShowsItsTokenToNobody()
    {
        string home = SparkHomes.Require(4);
        using var folder = new TestFolder();
        await using StandaloneCluster cluster = await StandaloneCluster.StartAsync(home, workers: 1);
        SubmissionResult submitted = await Submission.RunAsync(home, ["--master", cluster.Master, "--deploy-mode", "cluster",
            "--driver-memory", "512m", "--executor-memory", "512m", "--conf", "spark.cores.max=1", Repository.ProbeJob, "wait", folder.Path]);
        submitted.ExitCode.ShouldBe(0, submitted.Error);

        Probe probe = await Probe.ReadAsync(folder.Path);
        SystemProcesses.ListenersAt(probe.Port).ShouldHaveSingleItem().ShouldBeOneOf("0100007F", "0000000000000000FFFF00000100007F");
        await cluster.WaitForExecutorAsync();
        SystemProcesses.AllCommands().ShouldNotContain(command => command.Contains(probe.Token, StringComparison.Ordinal));

        // Whoever ends the driver, the job goes with it.
        SystemProcesses.Signal(probe.ProcessId, SystemProcesses.SignalTerminate);
        (await cluster.WaitForDriverAsync()).State.ShouldBe("FAILED");
        Probe.EndedInOrder(folder.Path).ShouldBeTrue();
    }
}
