using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>What stands before the job is Spark's, and arrives there as with Spark's own spark-submit.</summary>
[Collection(SubmitTests.Name)]
public sealed class OptionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory, InlineData(4), InlineData(3)]
    public async Task Options_OfEveryForm_ReachSpark(int major)
    {
        string file = Write("a file.txt"), jar = Write("some.jar"), properties = Write("spark.properties", "spark.probe.file  from the file\nspark.probe.both  file\n");
        string[] options =
        [
            "--master", "local[2]", "--name=a name", "--conf", "spark.probe.plain=a b=\"c\" $d", "-c", "spark.probe.both=option", "--conf=spark.ui.enabled=false",
            "--driver-memory", "700m", "--files", file, "--jars", jar, "--properties-file", properties,
            "--driver-java-options", "-Dprobe.option=1", "--driver-class-path", _folder.Path,
        ];
        (string Name, string Value)[] expected =
        [
            ("spark.app.name", "a name"), ("spark.master", "local[2]"), ("spark.probe.plain", "a b=\"c\" $d"), ("spark.probe.both", "option"),
            ("spark.probe.file", "from the file"), ("spark.driver.memory", "700m"), ("spark.files", new Uri(file).AbsoluteUri),
            ("spark.driver.extraJavaOptions", "-Dprobe.option=1"), ("spark.driver.extraClassPath", _folder.Path),
        ];

        SubmissionResult result = await Submission.RunAsync(
            SparkHomes.Require(major), [.. options, Repository.ProbeJob, "settings", .. expected.Select(setting => setting.Name), "spark.jars"]);

        result.ExitCode.ShouldBe(0, result.Error);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        lines[..^1].ShouldBe(expected.Select(setting => $"{setting.Name}={setting.Value}"));
        // Beside the job's own.
        lines[^1].Split('=')[1].Split(',').ShouldContain($"file://{jar}");
    }

    [Fact]
    public async Task PackageOfAJob_IsTakenBySparksOwnSubmit()
    {
        string jar = await ProbeJar.WriteAsync(_folder["Probe.jar"]);
        foreach (int major in new[] { 4, 3 })
        {
            string home = SparkHomes.Require(major);
            await using Submission submission = Submission.StartProgram(Path.Combine(home, "bin", "spark-submit"), home,
                ["--master", "local[1]", .. Submission.NoWebPage, jar, "exit", "5", "a b"], javaOptions: "-Djava.io.tmpdir={temp}");
            SubmissionResult result = await submission.WaitForExitAsync();

            (result.ExitCode, result.Output).ShouldBe((5, "[\"a b\"]\n"), result.Error);
            submission.ShouldHaveLeftNothing();
        }
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string content = "")
    {
        File.WriteAllText(_folder[name], content);
        return _folder[name];
    }
}
