using System.Runtime.InteropServices;
using SparkPipelines.Pipelines.Submit;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>How a job is published.</summary>
/// <param name="Runtime">The .NET runtime identifier that native files are kept for; null keeps those of all platforms.</param>
/// <param name="SelfContained">With .NET itself, for machines that have none.</param>
internal sealed record PublishOptions(string? Runtime, bool SelfContained = false)
{
    /// <summary>Whether the program carries machine code, which only a known platform can have.</summary>
    public bool CompilesAhead => Runtime != null;

    public static PublishOptions ThisMachine { get; } = new(RuntimeInformation.RuntimeIdentifier);
}

/// <summary>Publishes job projects into the cache, where an unchanged job is found again.</summary>
internal static class JobPublisher
{
    // Old versions of a job may still be running; the oldest of many are not.
    private const int VersionsKept = 5;

    /// <summary>Release, unless somebody who works on the projects has them built as Debug already.</summary>
    private static string Configuration => Environment.GetEnvironmentVariable("SPARKPIPELINES_CONFIGURATION") is { Length: > 0 } name ? name : "Release";

    /// <summary>The published job, and whether it had to be built.</summary>
    /// <exception cref="SubmitException">The project does not build, or is not a program.</exception>
    public static async Task<PublishedJob> PublishAsync(
        JobReference job, PublishOptions options, Action<string> report, CancellationToken cancellationToken)
    {
        string variant = $"{options.Runtime}-{options.SelfContained}-{Configuration}";
        string versions = ToolCache.Folder("jobs", $"{job.Name}-{ToolCache.Key(job.Path + variant)}");
        string? fingerprint = JobInputs.Fingerprint(job.Path);
        string version = Path.Combine(versions, fingerprint ?? $"{Guid.NewGuid():N}");
        if (Directory.Exists(version)) return Describe(job, version, options);

        Directory.CreateDirectory(versions);
        FileStream buildLock = await LockAsync(cancellationToken).ConfigureAwait(false);
        await using (buildLock.ConfigureAwait(false))
        {
            string folder = await ToolCache.GetOrAddFolderAsync(version, aside =>
            {
                report($"building {job.Name}");
                return BuildAsync(job, options, aside, cancellationToken);
            }).ConfigureAwait(false);
            ToolCache.KeepNewest(versions, VersionsKept);
            return Describe(job, folder, options);
        }
    }

    private static async Task BuildAsync(JobReference job, PublishOptions options, string folder, CancellationToken cancellationToken)
    {
        // The SDK leaves empty folders behind wherever temporary files go.
        DirectoryInfo temp = OwnedFolders.CreateTemporary();
        try
        {
            var build = UnfinishedBuild.Begin(job.Path);
            (int exitCode, string output) = await RunBuildAsync(options.CompilesAhead).ConfigureAwait(false);

            // The compiler is a package of its own; without it the job starts slower, and that is all.
            if (exitCode != 0 && output.Contains("Crossgen", StringComparison.OrdinalIgnoreCase))
                (exitCode, output) = await RunBuildAsync(compilesAhead: false).ConfigureAwait(false);
            build.End(exitCode);
            if (exitCode != 0) throw new SubmitException(SubmitExitCode.BuildFailed, $"The job {job.Path} does not build.\n{output}");

            async Task<(int ExitCode, string Output)> RunBuildAsync(bool compilesAhead)
            {
                Dictionary<string, string?> environment = BuildEnvironment(temp.FullName, compilesAhead);
                List<string> how = BuildArguments(job, options, compilesAhead);
                if (build.FollowsABrokenOne)
                {
                    (int exitCode, string output) = await CommandRunner.RunAsync(
                        DotnetProgram(), ["build", .. how, .. UnfinishedBuild.CleanArguments(temp.FullName)], cancellationToken, environment).ConfigureAwait(false);
                    if (exitCode != 0) return (exitCode, output);
                }
                return await CommandRunner.RunAsync(DotnetProgram(), ["publish", .. how, "-o", folder], cancellationToken, environment).ConfigureAwait(false);
            }
        }
        finally
        {
            temp.Delete(recursive: true);
        }
        RuntimeFolders.DeleteForeign(folder, options.Runtime);
        _ = FindProgram(job, folder); // Refused before it takes its place in the cache.
    }

    private static List<string> BuildArguments(JobReference job, PublishOptions options, bool compilesAhead)
    {
        List<string> arguments = [job.Path, "-c", Configuration, "--nologo", "-v", "quiet", "-clp:NoSummary",
            // Build servers would inherit our pipes and keep them open long after the build.
            "-nodeReuse:false", "-p:UseSharedCompilation=false"];
        if (options.SelfContained || compilesAhead)
            arguments.AddRange(["--self-contained", options.SelfContained ? "true" : "false", "-r", options.Runtime ?? RuntimeInformation.RuntimeIdentifier]);
        return arguments;
    }

    /// <summary>Properties that come from the environment are defaults: a project that sets them has its way.</summary>
    private static Dictionary<string, string?> BuildEnvironment(string temp, bool compilesAhead)
    {
        var environment = new Dictionary<string, string?> { ["TMPDIR"] = temp, ["TMP"] = temp, ["TEMP"] = temp };
        if (compilesAhead)
        {
            // A job runs for seconds or minutes, where compiling everything twice, the first time to count calls, costs more than it gains.
            environment["PublishReadyToRun"] = "true";
            environment["TieredPGO"] = "false";
            environment["TieredCompilationQuickJit"] = "false";
        }
        return environment;
    }

    private static PublishedJob Describe(JobReference job, string folder, PublishOptions options) => new(job.Name, folder, FindProgram(job, folder), options.Runtime);

    private static string FindProgram(JobReference job, string folder)
    {
        const string suffix = ".runtimeconfig.json";
        string[] programs = [.. Directory.EnumerateFiles(folder, "*" + suffix).Select(file => Path.GetFileName(file)[..^suffix.Length])];
        string? program = programs.Length == 1 ? programs[0] : programs.FirstOrDefault(candidate => candidate == job.Name);
        if (program == null)
        {
            throw new SubmitException(SubmitExitCode.NoJob,
                $"The project {job.Path} builds no program; a job needs <OutputType>Exe</OutputType>.");
        }
        bool selfContained = File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "coreclr.dll"
            : OperatingSystem.IsMacOS() ? "libcoreclr.dylib" : "libcoreclr.so"));
        return selfContained ? OperatingSystem.IsWindows() ? program + ".exe" : program : program + ".dll";
    }

    /// <summary>One build at a time: builds of two jobs would write the same intermediate files of the projects that they share.</summary>
    private static async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        string path = ToolCache.Folder("jobs", "build.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The <c>dotnet</c> that runs this process, where it is one.</summary>
    public static string DotnetProgram()
    {
        string? self = Environment.ProcessPath;
        if (self != null && Path.GetFileNameWithoutExtension(self) == "dotnet") return self;
        string? root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        string inRoot = Path.Combine(root ?? "", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return root != null && File.Exists(inRoot) ? inRoot : CommandRunner.Find("dotnet") ?? "dotnet";
    }
}
