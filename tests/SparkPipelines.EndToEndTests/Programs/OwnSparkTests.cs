using SparkPipelines.EndToEndTests.Submit;
using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Programs;

/// <summary>A plain program whose session names a master: Spark starts for it and ends with it, however it ends.</summary>
[Collection(SubmitTests.Name)]
public sealed class OwnSparkTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory, InlineData(4, "4.2.1"), InlineData(3, "3.5.7")]
    public async Task Sessions_WithTheSameMaster_ShareOneSparkThatEndsWithThem(int major, string version)
    {
        await using Submission program = StartProbe(SparkHomes.Require(major), ["own-spark", "local[2]"]);
        SubmissionResult result = await program.WaitForExitAsync();

        result.ShouldBe(new SubmissionResult(0, $"{version} 50\nTrue\nTrue\n200 3\nTrue False\n", ""));
        program.ShouldHaveLeftNothing();
    }

    [Theory, InlineData(4), InlineData(3)]
    public async Task Kill_OfTheProgram_EndsItsSpark(int major)
    {
        await using Submission program = StartProbe(SparkHomes.Require(major), ["own-spark-wait", "local[1]", _folder.Path]);
        await program.WaitForFileAsync(_folder["ready"]);

        SystemProcesses.CommandsOfSession(program.ProcessId).ShouldContain(command => command.Contains("sparkpipelines.SparkServer", StringComparison.Ordinal));
        SystemProcesses.Signal(program.ProcessId, SystemProcesses.SignalKill);
        (await program.WaitForExitAsync()).ExitCode.ShouldBe(137);

        await WaitUntilNothingRunsAsync(program);
        program.ShouldHaveLeftNothing();
    }

    [Theory, InlineData(4), InlineData(3)]
    public async Task Server_ServesThisMachineAndTheProgramAlone(int major)
    {
        await using Submission program = StartProbe(SparkHomes.Require(major), ["own-spark-wait", "local[1]", _folder.Path]);
        await program.WaitForFileAsync(_folder["ready"]);
        (int server, string command) = ServerOf(program);

        // The token is 64 hexadecimal digits.
        command.ShouldNotMatch("[0-9a-f]{64}");
        IReadOnlyList<(string Address, int Port)> listeners = SystemProcesses.ListenersOf(server);
        foreach ((string address, int _) in listeners) address.ShouldBeOneOf("0100007F", "0000000000000000FFFF00000100007F");
        foreach (string? token in new[] { null, "", "wrong", new string('0', 64) })
        {
            string[] answers = await Task.WhenAll(listeners.Select(listener => ConnectCalls.ConfigAsync(listener.Port, token)));
            answers.Count(answer => answer == "Unauthenticated").ShouldBe(1, string.Join(' ', answers));
            answers.Count(answer => answer == ConnectCalls.Unavailable).ShouldBe(answers.Length - 1, string.Join(' ', answers));
        }
    }

    [Fact]
    public async Task Interrupt_AsByCtrlC_IsTheProgramsOwn_AndEndsItsSparkWithIt()
    {
        await using Submission program = StartProbe(SparkHomes.Require(4), ["own-spark-interrupt", "local[1]", _folder.Path]);
        await program.WaitForFileAsync(_folder["ready"]);
        SystemProcesses.Signal(-program.ProcessId, SystemProcesses.SignalInterrupt);
        await program.WaitForFileAsync(_folder["again"]);
        SystemProcesses.Signal(-program.ProcessId, SystemProcesses.SignalInterrupt);

        (await program.WaitForExitAsync()).ShouldBe(new SubmissionResult(130, "10\n20\n", ""));
        await WaitUntilNothingRunsAsync(program);
        program.ShouldHaveLeftNothing();
    }

    [Theory, InlineData(4), InlineData(3)]
    public async Task Start_ThatIsCanceled_EndsItsSpark(int major)
    {
        await using Submission program = StartProbe(SparkHomes.Require(major), ["own-spark-cancel", "local[1]", _folder.Path]);
        await WaitForServerAsync(program);
        File.WriteAllText(_folder["cancel"], "");
        await program.WaitForFileAsync(_folder["canceled"]);

        SystemProcesses.CommandsOfSession(program.ProcessId).ShouldHaveSingleItem().ShouldContain("own-spark-cancel");
        program.ShouldHaveNoFiles();
        File.WriteAllText(_folder["end"], "");
        (await program.WaitForExitAsync()).ShouldBe(new SubmissionResult(0, "canceled\n", ""));
    }

    [Fact]
    public async Task Kill_OfTheServerWhileItStarts_IsTold_AndLeavesNothing()
    {
        string home = SparkHomes.Require(4);
        await using Submission program = StartProbe(home, ["own-spark-settings", "local[1]"]);
        SystemProcesses.Signal(await WaitForServerAsync(program), SystemProcesses.SignalKill);

        SubmissionResult result = await program.WaitForExitAsync();
        result.ExitCode.ShouldBe(3, result.Error);
        result.Output.ShouldStartWith($"The Spark 4.2.1 at '{home}' did not start for the master 'local[1]' (ended by signal 9)");
        program.ShouldHaveLeftNothing();
    }

    [Theory, InlineData(4), InlineData(3)]
    public async Task Kill_OfProgramAndServer_LeavesWhatTheNextStartRemoves(int major)
    {
        string home = SparkHomes.Require(major);
        await using Submission killed = StartProbe(home, ["own-spark-settings", "local[1]"]);
        await WaitForServerAsync(killed);
        SystemProcesses.Signal(-killed.ProcessId, SystemProcesses.SignalKill);
        (await killed.WaitForExitAsync()).ExitCode.ShouldBe(137);
        await WaitUntilNothingRunsAsync(killed);
        Directory.GetDirectories(killed.TempFolder, "sparkpipelines-*").ShouldNotBeEmpty();

        await using Submission next = StartProbe(home, ["own-spark-settings", "local[1]"], tempFolder: killed.TempFolder);
        (await next.WaitForExitAsync()).ExitCode.ShouldBe(0);
        next.ShouldHaveLeftNothing();
    }

    [Theory, InlineData(4, "4.2.1"), InlineData(3, "3.5.7")]
    public async Task Master_ThatIsALocalCluster_IsStarted(int major, string version)
    {
        // Its workers write below the Spark's home.
        string home = CreateHome(SparkHomes.Require(major), _ => true);
        await using Submission program = StartProbe(home, ["own-spark", "local-cluster[2,1,1024]"]);

        (await program.WaitForExitAsync()).ShouldBe(new SubmissionResult(0, $"{version} 50\nTrue\nTrue\n200 3\nTrue False\n", ""));
        program.ShouldHaveLeftNothing();
    }

    [Fact]
    public async Task Port_ThatIsTaken_IsNamedInSparksWords()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        string port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string home = SparkHomes.Require(4);

        string message = await RefusalAsync(home, ["own-spark-settings", "local[1]", $"spark.driver.port={port}", "spark.port.maxRetries=0"]);

        message.ShouldStartWith($"The Spark 4.2.1 at '{home}' did not start for the master 'local[1]' (exit code 1): ");
        message.ShouldContain("Address already in use: Service 'sparkDriver' failed after 0 retries (starting from " + port + ")");
    }

    [Fact]
    public async Task Connect_ThatIsMissing_IsNamed()
    {
        string home = CreateHome(SparkHomes.Require(3), jar => !jar.StartsWith("spark-connect_", StringComparison.Ordinal));

        (await RefusalAsync(home, ["own-spark-settings", "local[1]"])).ShouldBe($"The Spark 3.5.7 at '{home}' comes without Spark Connect; add "
            + ".Config(\"spark.jars.packages\", \"org.apache.spark:spark-connect_2.12:3.5.7\") to the session's builder, or put that jar into "
            + $"'{Path.Combine(home, "jars")}'.\n");
    }

    [Fact]
    public async Task Spark_ThatIsNotGiven_IsNamed() => (await RefusalAsync(null, ["own-spark-settings", "local[*]"])).ShouldBe(
        "The master 'local[*]' needs a Spark, but SPARK_HOME is not set and there is no 'spark-submit' on the PATH; "
        + "set SPARK_HOME, or leave the master out to run on the embedded engine.\n");

    [Fact]
    public async Task SparkHome_ThatHoldsNoSpark_IsNamed() => (await RefusalAsync("/usr", ["own-spark-settings", "local[*]"])).ShouldBe(
        "SPARK_HOME is '/usr', but there is no bin/spark-submit in it.\n");

    [Fact]
    public async Task Java_ThatIsMissing_IsNamed() => (await RefusalAsync(
        SparkHomes.Require(4), ["own-spark-settings", "local[*]"], new() { ["JAVA_HOME"] = "/no/such/java" })).ShouldBe(
        "JAVA_HOME is '/no/such/java', but there is no bin/java in it.\n");

    public void Dispose() => _folder.Dispose();

    private static Submission StartProbe(
        string? sparkHome, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? tempFolder = null) =>
        Submission.StartProgram("dotnet", sparkHome, [Repository.ProbeProgram, .. arguments], environment, tempFolder: tempFolder);

    private static (int Id, string Command) ServerOf(Submission program) => SystemProcesses.ProcessesOfSession(program.ProcessId)
        .FirstOrDefault(process => process.Command.Contains("java", StringComparison.Ordinal) && process.Command.Contains("--class sparkpipelines.SparkServer", StringComparison.Ordinal));

    /// <summary>Returns when the server's JVM has got as far as to start Spark.</summary>
    private static async Task<int> WaitForServerAsync(Submission program)
    {
        await program.WaitForTempFolderAsync("sparkpipelines-*");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!Directory.EnumerateFiles(program.TempFolder, ".owner-*", SearchOption.AllDirectories).Any()) await Task.Delay(20, timeout.Token);
        return ServerOf(program).Id;
    }

    private static async Task<string> RefusalAsync(string? sparkHome, IEnumerable<string> arguments, Dictionary<string, string?>? environment = null)
    {
        await using Submission program = StartProbe(sparkHome, arguments, environment);
        SubmissionResult result = await program.WaitForExitAsync();
        result.ExitCode.ShouldBe(3, result.Error);
        result.Error.ShouldBe("");
        program.ShouldHaveLeftNothing();
        return result.Output;
    }

    private static async Task WaitUntilNothingRunsAsync(Submission program)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (SystemProcesses.CommandsOfSession(program.ProcessId).Count > 0) await Task.Delay(50, timeout.Token);
    }

    private string CreateHome(string spark, Func<string, bool> takesJar)
    {
        string home = _folder.Create("spark");
        Directory.CreateSymbolicLink(Path.Combine(home, "bin"), Path.Combine(spark, "bin"));
        string jars = _folder.Create("spark/jars");
        foreach (string jar in Directory.EnumerateFiles(Path.Combine(spark, "jars")).Where(jar => takesJar(Path.GetFileName(jar))))
            File.CreateSymbolicLink(Path.Combine(jars, Path.GetFileName(jar)), jar);
        return home;
    }
}
