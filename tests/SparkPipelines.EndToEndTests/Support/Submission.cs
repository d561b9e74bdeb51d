using System.Diagnostics;
using System.Globalization;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>
/// A program, <c>spark-submit.sh</c> unless another is named, started in a session and with a temp folder of its own, so that whatever it leaves
/// behind is seen.
/// </summary>
internal sealed class Submission : IAsyncDisposable
{
    /// <summary>Options for a test that looks at all that Spark writes: beside another Spark it would say that the page's port is taken.</summary>
    public static readonly string[] NoWebPage = ["--conf", "spark.ui.enabled=false"];

    /// <summary>In Java options: <see cref="TempFolder"/>.</summary>
    private const string TempFolderWord = "{temp}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly TestFolder? _temp;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private Submission(ProcessStartInfo start, string javaOptions, string? tempFolder)
    {
        TempFolder = tempFolder ?? (_temp = new TestFolder()).Path;
        start.Environment["TMPDIR"] = TempFolder;
        start.Environment["SPARK_SUBMIT_OPTS"] = $"-XX:-UsePerfData {javaOptions.Replace(TempFolderWord, TempFolder, StringComparison.Ordinal)}".Trim();
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The started program's: each of the scripts gives its place to the next, so that it is the driver JVM's in the end.</summary>
    public int ProcessId => _process.Id;

    public string TempFolder { get; }

    /// <param name="sparkHome">Null for no Spark.</param>
    /// <param name="arguments">Those of <c>spark-submit.sh</c>.</param>
    /// <param name="environment">Null values take a variable away.</param>
    /// <param name="javaOptions">For the driver JVM.</param>
    /// <param name="tempFolder">Another one's, to share; a new one when null.</param>
    public static Submission Start(string? sparkHome, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null,
        string javaOptions = "", string? tempFolder = null) =>
        // Java knows no TMPDIR.
        StartProgram(Repository.SubmitScript, sparkHome, arguments, environment, $"-Djava.io.tmpdir={TempFolderWord} {javaOptions}", tempFolder);

    public static Submission StartProgram(
        string program, string? sparkHome, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null,
        string javaOptions = "", string? tempFolder = null)
    {
        // setsid gives its place to the program, which then leads a session and a process group.
        var start = new ProcessStartInfo("setsid", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["SPARK_HOME"] = sparkHome;
        start.Environment["SPARK_REMOTE"] = null;
        if (sparkHome == null) start.Environment["PATH"] = PathWithoutSpark();
        start.Environment["SPARKPIPELINES_CONFIGURATION"] = Repository.Configuration;
        // A background training would be a process that outlives the run.
        start.Environment["SPARKPIPELINES_CLASS_SHARING"] = "off";
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        return new Submission(start, javaOptions, tempFolder);
    }

    /// <summary>Waits until a file is there, in a program that must not end before.</summary>
    public Task WaitForFileAsync(string file) => WaitAsync($"'{file}' was there", () => File.Exists(file));

    /// <summary>Waits until it has started a process with this command line.</summary>
    public Task WaitForProcessAsync(string command) =>
        WaitAsync($"'{command}' ran", () => SystemProcesses.CommandsOfSession(ProcessId).Contains(command));

    /// <summary>Waits until the program has made a temporary folder.</summary>
    public Task WaitForTempFolderAsync(string pattern, Func<string, bool>? counts = null) =>
        WaitAsync($"a '{pattern}' was there", () => Directory.EnumerateDirectories(TempFolder, pattern).Any(counts ?? (_ => true)));

    public async Task<SubmissionResult> WaitForExitAsync(TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? Patience);
        await _process.WaitForExitAsync(timeout.Token);
        // The streams end when the last process that has them does: the job too.
        return new SubmissionResult(_process.ExitCode, await _output.WaitAsync(timeout.Token), await _error.WaitAsync(timeout.Token));
    }

    public static async Task<SubmissionResult> RunAsync(
        string? sparkHome, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        await using Submission submission = Start(sparkHome, arguments, environment);
        SubmissionResult result = await submission.WaitForExitAsync();
        submission.ShouldHaveLeftNothing();
        return result;
    }

    /// <summary>No process and no file.</summary>
    public void ShouldHaveLeftNothing()
    {
        SystemProcesses.CommandsOfSession(ProcessId).ShouldBeEmpty();
        ShouldHaveNoFiles();
    }

    public void ShouldHaveNoFiles() =>
        Directory.EnumerateFileSystemEntries(TempFolder, "*", SearchOption.AllDirectories)
            .Where(entry => !IsRuntimesOwn(Path.GetRelativePath(TempFolder, entry))).ShouldBeEmpty();

    private async Task WaitAsync(string what, Func<bool> happened)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!happened())
        {
            if (_process.HasExited) Assert.Fail($"It ended with {_process.ExitCode} before {what}: {await _error}");
            await Task.Delay(20, timeout.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What runs on in the background too.
        SystemProcesses.SignalIfThere(-ProcessId, SystemProcesses.SignalKill);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _temp?.Dispose();
    }

    private static string PathWithoutSpark() => string.Join(':', Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Where(folder => !File.Exists(Path.Combine(folder, "spark-submit"))));

    /// <summary>Any .NET process that is killed leaves its diagnostic socket, and the SDK its own folders.</summary>
    public static bool IsRuntimesOwn(string entry) => entry.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal)
        || entry.StartsWith("clr-debug-pipe-", StringComparison.Ordinal) || entry.StartsWith(".dotnet", StringComparison.Ordinal)
        || entry.StartsWith("NuGetScratch", StringComparison.Ordinal) || entry.StartsWith("MSBuildTemp", StringComparison.Ordinal);
}

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record SubmissionResult(int ExitCode, string Output, string Error)
{
    /// <summary>Without the line that Java 17 prints for each start of Spark 4 and that nothing turns off.</summary>
    public string ErrorOfSpark => string.Concat(Error.Split('\n')
        .Where(line => line.Length > 0 && line != "WARNING: Using incubator modules: jdk.incubator.vector")
        .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line}\n")));
}
