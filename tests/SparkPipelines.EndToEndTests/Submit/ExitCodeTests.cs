using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>The job's output, arguments and exit code are the job's own, on real Spark.</summary>
[Collection(SubmitTests.Name)]
public sealed class ExitCodeTests
{
    [Theory, InlineData(4), InlineData(3)]
    public async Task Job_ThatExitsWithACode_HandsItOn(int major)
    {
        string[] arguments = ["exit", "3", "a b", "", "\"q\" $x * é", "--master"];
        SubmissionResult result = await Submission.RunAsync(
            SparkHomes.Require(major), ["--master", "local[1]", .. Submission.NoWebPage, Repository.ProbeJob, .. arguments]);

        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBe("""["a b","","\u0022q\u0022 $x * \u00E9","--master"]""" + "\n");
        result.ErrorOfSpark.ShouldBe("");
    }

    [Fact]
    public async Task Job_ThatThrows_EndsAsDotnetEndsIt()
    {
        SubmissionResult result = await Submission.RunAsync(SparkHomes.Require(4), ["--master", "local[1]", Repository.ProbeJob, "throw"]);

        result.ExitCode.ShouldBe(134);
        result.Error.ShouldContain("Unhandled exception. System.InvalidOperationException: the probe throws");
    }

    [Fact]
    public async Task Job_WithABrokenAssembly_EndsAsDotnetEndsIt()
    {
        using var folder = new TestFolder();
        string program = folder["Broken.dll"];
        File.WriteAllText(program, "no assembly");
        File.WriteAllText(folder["Broken.runtimeconfig.json"],
            """{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"}}}""");

        SubmissionResult result = await Submission.RunAsync(SparkHomes.Require(4), ["--master", "local[1]", program]);

        result.ExitCode.ShouldBe(134);
        result.Error.ShouldContain("System.BadImageFormatException");
    }

    [Fact]
    public async Task Job_WhoseProgramCannotBeStarted_IsRefusedByTheRunner()
    {
        using var folder = new TestFolder();
        string jar = await ProbeJar.WriteAsync(folder["Probe.jar"], properties => properties.Replace("assembly=ProbeJob.dll", "executable=Absent",
            StringComparison.Ordinal));

        SubmissionResult result = await Submission.RunAsync(SparkHomes.Require(4), ["--master", "local[1]", .. Submission.NoWebPage, jar]);

        result.ExitCode.ShouldBe(70);
        result.ErrorOfSpark.ShouldMatch(
            """^spark-runner: the job could not be started: Cannot run program ".*/job/Absent": error=2, No such file or directory\.\n$""");
    }

    [Fact]
    public async Task Spark3_WithoutConnect_NamesThePackage()
    {
        using var folder = new TestFolder();
        string home = SparkHomes.Require(3);
        foreach (string name in new[] { "bin" }) Directory.CreateSymbolicLink(folder[name], Path.Combine(home, name));
        string jars = folder.Create("jars");
        foreach (string jar in Directory.EnumerateFiles(Path.Combine(home, "jars")))
        {
            if (!Path.GetFileName(jar).StartsWith("spark-connect_", StringComparison.Ordinal))
                File.CreateSymbolicLink(Path.Combine(jars, Path.GetFileName(jar)), jar);
        }

        SubmissionResult result = await Submission.RunAsync(folder.Path, ["--master", "local[1]", .. Submission.NoWebPage, Repository.ProbeJob, "exit", "0"]);

        result.ExitCode.ShouldBe(78);
        result.Output.ShouldBe("");
        result.ErrorOfSpark.ShouldBe("spark-runner: this Spark 3.5.7 comes without Spark Connect, which the job needs; "
            + "add --packages org.apache.spark:spark-connect_2.12:3.5.7 or put that jar into SPARK_HOME/jars.\n");
    }
}
