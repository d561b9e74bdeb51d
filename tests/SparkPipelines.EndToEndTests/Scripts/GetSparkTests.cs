using System.Text;
using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Scripts;

/// <summary><c>scripts/get-spark.sh</c> against a server that does what servers and networks do.</summary>
public sealed class GetSparkTests : IAsyncDisposable
{
    private const string Downloading = $"Downloading Apache Spark {ReleaseServer.Version} (about 400 MB) ...\n";

    private readonly ReleaseServer _server = new();
    private readonly TestFolder _cache = new();

    private string Home => Path.Combine(_cache.Path, "sparkpipelines", "spark", ReleaseServer.Folder);

    [Theory, InlineData(false), InlineData(true)]
    public async Task FirstCall_LaysTheReleaseDown_AndTheSecondDownloadsNothing(bool asGpgPrintsIt)
    {
        if (asGpgPrintsIt) _server.Files[ReleaseServer.Checksum] = Encoding.ASCII.GetBytes(_server.GpgChecksum());

        (await RunAsync()).ShouldBe(new SubmissionResult(0, $"{Home}\n", Downloading));

        Contents().ShouldBe(
        [
            "bin/spark-submit", "extensions/delta/delta-spark_2.12-3.3.2.jar", "extensions/delta/delta-storage-3.3.2.jar",
            $"jars/spark-connect_2.12-{ReleaseServer.Version}.jar", $"jars/spark-core_2.12-{ReleaseServer.Version}.jar",
        ]);
        (File.GetUnixFileMode(Path.Combine(Home, "bin", "spark-submit")) & UnixFileMode.UserExecute).ShouldBe(UnixFileMode.UserExecute);
        ShouldHoldNothingElse();
        int requests = _server.Requests.Count;

        (await RunAsync()).ShouldBe(new SubmissionResult(0, $"{Home}\n", ""));
        _server.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task Archive_OfAnotherChecksum_IsRefused()
    {
        _server.Files[ReleaseServer.Archive][^20] ^= 1;

        await ShouldFailAsync($"{ReleaseServer.Folder}.tgz does not have the SHA-512 that {_server.Address}/spark/spark-{ReleaseServer.Version} states; nothing was installed");
    }

    [Fact]
    public async Task Checksum_ThatIsNone_IsRefused()
    {
        _server.Files[ReleaseServer.Checksum] = "<html>moved</html>"u8.ToArray();

        await ShouldFailAsync($"{_server.Address}{ReleaseServer.Checksum} states no SHA-512; nothing was installed");
    }

    [Fact]
    public async Task Jar_OfAnotherChecksum_IsRefused()
    {
        _server.Files[ReleaseServer.ConnectJar] = "another"u8.ToArray();

        await ShouldFailAsync($"spark-connect_2.12-{ReleaseServer.Version}.jar does not have the SHA-1 that {_server.Address}/maven states; nothing of it was kept");
    }

    [Fact]
    public async Task Version_ThatIsNotThere_IsNamed()
    {
        _server.Files.Clear();

        await ShouldFailAsync($"could not download {_server.Address}{ReleaseServer.Archive}; nothing of it was kept", "curl: (22) The requested URL returned error: 404\n");
    }

    [Fact]
    public async Task Connection_ThatBreaksInTheArchive_LeavesNothing_AndTheNextCallWorks()
    {
        _server.Cut = ReleaseServer.Archive;
        await using (Submission cut = Start())
        {
            SubmissionResult result = await cut.WaitForExitAsync();
            result.ExitCode.ShouldBe(1);
            result.Output.ShouldBe("");
            result.Error.ShouldStartWith(Downloading + "curl: (");
            result.Error.ShouldEndWith($"get-spark: could not download {_server.Address}{ReleaseServer.Archive}; nothing of it was kept\n");
            ShouldHaveLeftNothing(cut);
        }

        _server.Cut = null;
        (await RunAsync()).ExitCode.ShouldBe(0);
    }

    [Theory, InlineData(SystemProcesses.SignalTerminate, 143), InlineData(SystemProcesses.SignalInterrupt, 130)]
    public async Task Signal_InTheArchive_LeavesNothing_AndTheNextCallWorks(int signal, int exitCode)
    {
        _server.Held = ReleaseServer.Archive;
        await using (Submission ended = Start())
        {
            await _server.Asked.WaitAsync(TestContext.Current.CancellationToken);
            SystemProcesses.Signal(ended.ProcessId, signal);
            (await ended.WaitForExitAsync()).ShouldBe(new SubmissionResult(exitCode, "", Downloading));
            ShouldHaveLeftNothing(ended);
        }

        _server.Held = null;
        (await RunAsync()).ShouldBe(new SubmissionResult(0, $"{Home}\n", Downloading));
        ShouldHoldNothingElse();
    }

    [Fact]
    public async Task Kill_InTheArchive_LeavesWhatTheNextCallRemoves()
    {
        _server.Held = ReleaseServer.Archive;
        await using (Submission killed = Start())
        {
            await _server.Asked.WaitAsync(TestContext.Current.CancellationToken);
            SystemProcesses.Signal(-killed.ProcessId, SystemProcesses.SignalKill);
            (await killed.WaitForExitAsync()).ExitCode.ShouldBe(137);
        }

        _server.Held = null;
        (await RunAsync()).ShouldBe(new SubmissionResult(0, $"{Home}\n", Downloading));
        ShouldHoldNothingElse();
    }

    [Fact]
    public async Task Calls_AtOnce_DownloadOnce()
    {
        _server.Held = ReleaseServer.Archive;
        await using Submission first = Start();
        await _server.Asked.WaitAsync(TestContext.Current.CancellationToken);
        await using Submission second = Start();
        await using Submission impatient = Start();
        // Both wait for the first one's lock; who is ended there leaves the others alone.
        await WaitForLockAsync(second);
        await WaitForLockAsync(impatient);
        SystemProcesses.Signal(impatient.ProcessId, SystemProcesses.SignalTerminate);
        (await impatient.WaitForExitAsync()).ShouldBe(new SubmissionResult(143, "", ""));
        _server.Release();

        (await first.WaitForExitAsync()).ShouldBe(new SubmissionResult(0, $"{Home}\n", Downloading));
        (await second.WaitForExitAsync()).ShouldBe(new SubmissionResult(0, $"{Home}\n", ""));
        _server.Requests.Distinct().Count().ShouldBe(_server.Requests.Count);
        ShouldHoldNothingElse();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _cache.Dispose();
    }

    private static async Task WaitForLockAsync(Submission call)
    {
        while (!SystemProcesses.CommandsOfSession(call.ProcessId).Contains("flock 9")) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private Submission Start() => Submission.StartProgram(Path.Combine(Repository.Root, "scripts", "get-spark.sh"), null, [ReleaseServer.Version], new Dictionary<string, string?>
    {
        ["XDG_CACHE_HOME"] = _cache.Path,
        ["SPARK_MIRROR"] = _server.Address + "/spark",
        ["MAVEN_MIRROR"] = _server.Address + "/maven",
        ["no_proxy"] = "*",
    });

    private async Task<SubmissionResult> RunAsync()
    {
        await using Submission call = Start();
        SubmissionResult result = await call.WaitForExitAsync();
        call.ShouldHaveLeftNothing();
        return result;
    }

    private async Task ShouldFailAsync(string message, string before = "")
    {
        await using Submission call = Start();
        (await call.WaitForExitAsync()).ShouldBe(new SubmissionResult(1, "", $"{Downloading}{before}get-spark: {message}\n"));
        ShouldHaveLeftNothing(call);
    }

    private void ShouldHaveLeftNothing(Submission call)
    {
        call.ShouldHaveLeftNothing();
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Home)!).Select(Path.GetFileName).ShouldBe([$".lock-{ReleaseServer.Version}"]);
    }

    private void ShouldHoldNothingElse() => Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Home)!).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        .ShouldBe([$".lock-{ReleaseServer.Version}", ReleaseServer.Folder]);

    private string[] Contents() => [.. Directory.EnumerateFiles(Home, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Home, file))
        .Where(file => file != ".complete").Order(StringComparer.Ordinal)];
}
