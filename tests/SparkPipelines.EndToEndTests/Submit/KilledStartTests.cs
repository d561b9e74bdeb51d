using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>A driver that is killed before its job runs has nobody who could clean up after it; the next start does.</summary>
[Collection(SubmitTests.Name)]
public sealed class KilledStartTests : IDisposable
{
    private static readonly string[] Options = ["--master", "local[1]", .. Submission.NoWebPage, Repository.ProbeJob];

    private readonly TestFolder _folder = new();

    [Theory, InlineData(4), InlineData(3)]
    public async Task Kill_OfTheDriverWhileSparkStarts_LeavesWhatTheNextStartRemoves(int major)
    {
        string home = SparkHomes.Require(major);
        (Submission submission, Probe probe) = await Probe.StartWaitingAsync(home, _folder.Path);
        await using Submission living = submission;
        string[] livings = Directory.GetFileSystemEntries(living.TempFolder);

        await using Submission killed = Submission.Start(home, [.. Options, "exit", "0"], tempFolder: living.TempFolder);
        // From here on the driver has noted what is its own; what Spark makes before is an empty folder that any killed spark-submit leaves.
        await killed.WaitForTempFolderAsync("sparkpipelines-*", other => !livings.Contains(other) && File.Exists(Path.Combine(other, "spark-folders")));
        SystemProcesses.Signal(killed.ProcessId, SystemProcesses.SignalKill);
        (await killed.WaitForExitAsync()).ExitCode.ShouldBe(137);
        SystemProcesses.CommandsOfSession(killed.ProcessId).ShouldBeEmpty();
        Directory.GetFileSystemEntries(living.TempFolder).Length.ShouldBeGreaterThan(livings.Length);

        await using Submission next = Submission.Start(home, [.. Options, "exit", "0"], tempFolder: living.TempFolder);
        SubmissionResult result = await next.WaitForExitAsync();
        (result.ExitCode, result.ErrorOfSpark).ShouldBe((0, ""));

        // What is the living one's stays, and goes with it.
        Directory.GetFileSystemEntries(living.TempFolder).Where(entry => !Submission.IsRuntimesOwn(Path.GetFileName(entry))).Except(livings).ShouldBeEmpty();
        Directory.Exists(Path.GetDirectoryName(probe.Program)).ShouldBeTrue();
        SystemProcesses.Signal(living.ProcessId, SystemProcesses.SignalTerminate);
        (await living.WaitForExitAsync()).ExitCode.ShouldBe(143);
        living.ShouldHaveLeftNothing();
    }

    public void Dispose() => _folder.Dispose();
}
