using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>Class-data sharing with real Spark: made after the first run, used by the next, never when stale.</summary>
[Collection(SubmitTests.Name)]
public sealed class ClassSharingTests : IDisposable
{
    private const string FromArchive = "source: shared objects file (top)";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Archive_IsMadeAfterTheFirstRun_UsedByTheNext_AndRefusedOnceAJarIsAnother()
    {
        string home = CreateHome(SparkHomes.Require(4), out string connectJar);
        await using (Submission first = Start(home))
        {
            (await first.WaitForExitAsync()).Output.ShouldBe("4.2.1 50\n");
            await WaitForArchiveAsync();
        }
        (await ClassesLoadedAsync(home)).ShouldContain(line =>
            line.Contains("org.apache.spark.sql.connect.planner.SparkConnectPlanner ", StringComparison.Ordinal)
            && line.Contains(FromArchive, StringComparison.Ordinal));

        // The links to the jars are the same as before; the JVM looks at the files.
        File.SetLastWriteTimeUtc(connectJar, DateTime.UtcNow.AddDays(-1));
        (await ClassesLoadedAsync(home)).ShouldNotContain(line => line.Contains(FromArchive, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A Spark home of links, one of its jars a copy that the test may touch.</summary>
    private string CreateHome(string spark, out string connectJar)
    {
        string home = _folder.Create("spark");
        Directory.CreateSymbolicLink(Path.Combine(home, "bin"), Path.Combine(spark, "bin"));
        Directory.CreateDirectory(Path.Combine(home, "jars"));
        connectJar = "";
        foreach (string jar in Directory.EnumerateFiles(Path.Combine(spark, "jars")))
        {
            string target = jar;
            if (Path.GetFileName(jar).StartsWith("spark-connect_", StringComparison.Ordinal))
                File.Copy(jar, target = connectJar = _folder["connect.jar"]);
            File.CreateSymbolicLink(Path.Combine(home, "jars", Path.GetFileName(jar)), target);
        }
        return home;
    }

    private Submission Start(string home, string javaOptions = "") => Submission.Start(
        home, ["--master", "local[1]", .. Submission.NoWebPage, Repository.ProbeJob, "count"],
        new Dictionary<string, string?> { ["SPARKPIPELINES_CLASS_SHARING"] = null, ["XDG_CACHE_HOME"] = _folder["cache"] }, javaOptions);

    private async Task WaitForArchiveAsync()
    {
        string archives = Path.Combine(_folder["cache"], "sparkpipelines", "class-sharing");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!Directory.Exists(archives) || !Directory.EnumerateFiles(archives, "*.jsa", SearchOption.AllDirectories).Any())
        {
            string? failure = Directory.Exists(archives)
                ? Directory.EnumerateFiles(archives, "*.failed", SearchOption.AllDirectories).FirstOrDefault() : null;
            if (failure != null) Assert.Fail(await File.ReadAllTextAsync(failure, timeout.Token));
            await Task.Delay(200, timeout.Token);
        }
    }

    private async Task<string[]> ClassesLoadedAsync(string home)
    {
        string log = _folder["classes.log"];
        await using Submission submission = Start(home, $"-Xlog:class+load:file={log}");
        SubmissionResult result = await submission.WaitForExitAsync();

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldBe("4.2.1 50\n");
        result.ErrorOfSpark.ShouldBe("");
        return await File.ReadAllLinesAsync(log);
    }
}
