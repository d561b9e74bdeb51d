using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>What is refused before any Spark starts, each with a message and an exit code of its own.</summary>
[Collection(SubmitTests.Name)]
public sealed class RefusalTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("/no/such/spark", "SPARK_HOME is '/no/such/spark', but there is no such folder.")]
    [InlineData("/usr", "SPARK_HOME is '/usr', but there is no bin/spark-submit in it.")]
    public Task SparkHome_ThatHoldsNoSpark_IsRefused(string home, string message) =>
        ShouldRefuseAsync(69, message, home, ["--master", "local", Repository.ProbeJob]);

    [Fact]
    public async Task SparkHome_OfATooOldSpark_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder.Create("bin"), "spark-submit"), "");
        File.WriteAllText(Path.Combine(_folder.Create("jars"), "spark-core_2.12-3.4.1.jar"), "");

        await ShouldRefuseAsync(69, $"SPARK_HOME is '{_folder.Path}', but Spark 3.4.1 is too old; 3.5 is the oldest that jobs run on.",
            _folder.Path, [Repository.ProbeJob]);
    }

    [Fact]
    public Task Master_WithoutASpark_IsRefused() => ShouldRefuseAsync(69,
        "The master 'spark://host:7077' needs a Spark, but SPARK_HOME is not set and there is no 'spark-submit' on the PATH; "
        + "set SPARK_HOME, or leave the master out to run the job embedded.", null, ["--master=spark://host:7077", Repository.ProbeJob]);

    [Fact]
    public Task Java_WhereJavaHomeHasNone_IsMissed() => ShouldRefuseAsync(72, "JAVA_HOME is '/no/such/java', but there is no bin/java in it.",
        SparkHomes.Require(4), ["--master", "local", Repository.ProbeJob], new() { ["JAVA_HOME"] = "/no/such/java" });

    [Fact]
    public Task Java_WhereThePathHasNone_IsMissed() => ShouldRefuseAsync(72,
        "Spark needs Java, but JAVA_HOME is not set and there is no 'java' on the PATH; install Java 17 or set JAVA_HOME.",
        SparkHomes.Require(4), ["--master", "local", Repository.ProbeJob], new() { ["JAVA_HOME"] = null, ["PATH"] = PathWithoutJava() });

    [Fact]
    public Task Option_ThatSparkDoesNotKnow_IsRefused() => ShouldRefuseAsync(64,
        "spark-submit has no option '--mastre'; options for the job stand after JOB.", SparkHomes.Require(4), ["--mastre", "local", "job"]);

    [Fact]
    public Task Job_ThatIsNotThere_IsRefused() => ShouldRefuseAsync(66, "There is no job 'jobs/Absent': no such file or folder.",
        SparkHomes.Require(4), ["--master", "local", "jobs/Absent"]);

    [Fact]
    public Task Jar_WithoutASpark_IsRefused()
    {
        string jar = _folder["Job.jar"];
        File.WriteAllText(jar, "");
        return ShouldRefuseAsync(69,
            $"The jar '{jar}' is for Spark, but SPARK_HOME is not set and there is no 'spark-submit' on the PATH.", null, [jar]);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ShouldRefuseAsync(
        int exitCode, string message, string? sparkHome, string[] arguments, Dictionary<string, string?>? environment = null)
    {
        SubmissionResult result = await Submission.RunAsync(sparkHome, arguments, environment);

        result.ShouldBe(new SubmissionResult(exitCode, "", $"spark-submit.sh: {message}\n"));
    }

    /// <summary>A folder of links to all that the scripts may need, and no Java.</summary>
    private string PathWithoutJava()
    {
        string links = _folder.Create("path");
        foreach (string program in new[] { "/usr/local/bin", "/usr/bin", "/bin" }.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            string link = Path.Combine(links, Path.GetFileName(program));
            if (!Path.GetFileName(program).StartsWith("java", StringComparison.Ordinal) && !File.Exists(link)) File.CreateSymbolicLink(link, program);
        }
        if (!File.Exists(Path.Combine(links, "dotnet"))) File.CreateSymbolicLink(Path.Combine(links, "dotnet"), Environment.ProcessPath!);
        return links;
    }
}
