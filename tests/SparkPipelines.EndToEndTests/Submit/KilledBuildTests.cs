using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary><c>spark-submit.sh</c> that is made to end while it builds ends the whole build, and no later run takes for whole what that left.</summary>
[Collection(SubmitTests.Name)]
public sealed class KilledBuildTests : IDisposable
{
    private const string BuildingTools = "spark-submit.sh: building the tools\n";
    private const string BuildingJob = "spark-submit.sh: building Held\n";
    private const string Embedded = "spark-submit.sh: no Spark found (SPARK_HOME is not set), so Held runs on the embedded engine\n";

    private const string HoldingProcess = "tail -f /dev/null";

    private readonly TestFolder _folder = new();

    private string Jobs => _folder["cache/sparkpipelines/jobs"];

    [Theory]
    [InlineData(SystemProcesses.SignalTerminate, 143)]
    [InlineData(SystemProcesses.SignalInterrupt, 130)]
    public Task Signal_WhileTheToolsAreBuilt_EndsTheBuild(int signal, int exitCode) => EndWhileBuildingAsync(WriteTools(), ["job"], BuildingTools, signal, exitCode);

    [Fact]
    public async Task Kill_WhileTheToolsAreBuilt_EndsTheBuild_AndTheNextRunBuildsThemAnew()
    {
        string script = WriteTools();
        await EndWhileBuildingAsync(script, ["job"], BuildingTools, SystemProcesses.SignalKill, 137);
        WriteHalf(_folder["artifacts/bin/SparkPipelines.Cli/release/sparkpipelines.dll"]);
        WriteHalf(_folder["artifacts/obj/SparkPipelines.Cli/release/sparkpipelines.dll"]);

        (await RunAsync(script, ["job", "a b"])).ShouldBe(new SubmissionResult(0, "job a b\n", BuildingTools));
        (await RunAsync(script, ["job", "a b"])).ShouldBe(new SubmissionResult(0, "job a b\n", ""));
    }

    [Theory]
    [InlineData(SystemProcesses.SignalTerminate, 143)]
    [InlineData(SystemProcesses.SignalInterrupt, 130)]
    [InlineData(SystemProcesses.SignalKill, 137)]
    public async Task Signal_WhileTheJobIsBuilt_EndsTheBuild_AndLeavesNoJob(int signal, int exitCode)
    {
        await EndWhileBuildingAsync(Repository.SubmitScript, [WriteJob()], BuildingJob, signal, exitCode);

        PublishedJobs().ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_OfTheToolThatBuildsTheJob_EndsTheBuild_AndTheNextRunBuildsItAnew()
    {
        string job = WriteJob();
        await using (Submission killed = await StartBuildAsync(Repository.SubmitScript, [job]))
        {
            int tool = SystemProcesses.ProcessesOfSession(killed.ProcessId).Single(process => process.Command.Contains(" submit-plan ", StringComparison.Ordinal)
                && process.Command.StartsWith("dotnet ", StringComparison.Ordinal)).Id;
            SystemProcesses.Signal(tool, SystemProcesses.SignalKill);
            SubmissionResult result = await killed.WaitForExitAsync();

            (result.ExitCode, result.Output).ShouldBe((137, ""));
            result.Error.ShouldStartWith(BuildingJob);
            SystemProcesses.CommandsOfSession(killed.ProcessId).ShouldBeEmpty();
        }

        await ShouldBuildAnewAsync(job);
    }

    public void Dispose() => _folder.Dispose();

    private async Task EndWhileBuildingAsync(string script, string[] arguments, string said, int signal, int exitCode)
    {
        await using Submission ended = await StartBuildAsync(script, arguments);
        // The group, as a terminal's Ctrl-C does: the script is alone in it.
        SystemProcesses.Signal(signal == SystemProcesses.SignalInterrupt ? -ended.ProcessId : ended.ProcessId, signal);
        // The streams end with the last process, that of a script that was killed too.
        (await ended.WaitForExitAsync()).ShouldBe(new SubmissionResult(exitCode, "", said));
        ended.ShouldHaveLeftNothing();
    }

    private async Task<Submission> StartBuildAsync(string script, string[] arguments)
    {
        Submission building = Start(script, arguments, hold: true);
        try
        {
            await building.WaitForProcessAsync(HoldingProcess);
            return building;
        }
        catch
        {
            await building.DisposeAsync();
            throw;
        }
    }

    private async Task ShouldBuildAnewAsync(string job)
    {
        string intermediate = Path.Combine(job, "obj", Repository.Configuration, "net10.0", "linux-x64");
        WriteHalf(Path.Combine(intermediate, "Held.dll"));
        WriteHalf(Path.Combine(intermediate, "R2R", "Held.dll"));

        (await RunAsync(Repository.SubmitScript, [job])).ShouldBe(new SubmissionResult(0, "held\n", BuildingJob + Embedded));
        (await RunAsync(Repository.SubmitScript, [job])).ShouldBe(new SubmissionResult(0, "held\n", Embedded));
        PublishedJobs().ShouldHaveSingleItem();
    }

    private async Task<SubmissionResult> RunAsync(string script, string[] arguments)
    {
        await using Submission run = Start(script, arguments, hold: false);
        SubmissionResult result = await run.WaitForExitAsync();
        run.ShouldHaveLeftNothing();
        return result;
    }

    private Submission Start(string script, string[] arguments, bool hold) => Submission.StartProgram(script, null, arguments, new Dictionary<string, string?>
    {
        ["XDG_CACHE_HOME"] = _folder["cache"],
        ["SPARKPIPELINES_CONFIGURATION"] = script == Repository.SubmitScript ? Repository.Configuration : "Release",
        ["HOLD"] = hold ? "true" : null,
    });

    /// <summary>Whatever is there for the job, finished or not.</summary>
    private string[] PublishedJobs() => Directory.GetDirectories(Directory.GetDirectories(Jobs).ShouldHaveSingleItem());

    /// <summary>What a compiler leaves that is killed while it writes.</summary>
    private static void WriteHalf(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "MZ");
    }

    private string WriteJob()
    {
        string job = _folder.Create("job");
        WriteHeldProject(Path.Combine(job, "Held.csproj"), "Console.WriteLine(\"held\");");
        return job;
    }

    /// <summary>A checkout with the real script and a small tool, which plans to echo its arguments.</summary>
    private string WriteTools()
    {
        string script = _folder["spark-submit.sh"];
        File.Copy(Repository.SubmitScript, script);
        File.Copy(Path.Combine(Repository.Root, "global.json"), _folder["global.json"]);
        File.WriteAllText(_folder["Directory.Build.props"], "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        _folder.Create("src/SparkPipelines.Cli");
        WriteHeldProject(_folder["src/SparkPipelines.Cli/SparkPipelines.Cli.csproj"],
            "File.WriteAllText(args[1], string.Join('\\0', (string[])[\"echo\", .. args[2..], \"\"]));",
            "<AssemblyName>sparkpipelines</AssemblyName>");
        return script;
    }

    /// <summary>A program whose build stands still, in a process that the build has started, where the variable HOLD is set.</summary>
    private static void WriteHeldProject(string project, string program, string properties = "")
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(project)!, "Program.cs"), program);
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <Target Name="Hold" AfterTargets="CoreCompile" Condition="'$(HOLD)' != ''">
                <Exec Command="exec {HoldingProcess}" />
              </Target>
            </Project>
            """);
    }
}
