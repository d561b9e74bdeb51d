using System.Diagnostics;
using System.Globalization;
using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>Makes the archive of <see cref="SharedClasses"/>: a Spark runs a job that uses the common parts, and writes down what it has loaded.</summary>
internal static class ClassSharingTraining
{
    /// <summary>
    /// Runs the training job under the Spark of the environment and puts the archive in its place, whole or not at all; older archives
    /// of the same Spark and Java go. Returns at once when the archive is there, or another process is making it.
    /// </summary>
    /// <param name="job">A job that takes one argument, a folder to write to.</param>
    /// <returns>The archive; null where this Spark and Java can't have one.</returns>
    /// <exception cref="SubmitException">Spark can't be used, or the training failed.</exception>
    public static async Task<string?> RunAsync(PublishedJob job, IReadOnlyList<string> jobArguments, CancellationToken cancellationToken)
    {
        SparkInstallation spark = SparkInstallation.Find()
            ?? throw new SubmitException(SubmitExitCode.SparkUnusable, "SPARK_HOME is not set; it names the Spark whose start is to be made faster.");
        var settings = new SparkSettings(SubmitArguments.Parse(["--version"]), spark);
        SharedClasses? shared = SharedClasses.For(spark, JavaInstallation.Find(), settings);
        if (shared == null || shared.Exists) return shared?.Archive;

        Directory.CreateDirectory(Path.GetDirectoryName(shared.Archive)!);
        FileStream? training = TryLock(shared.Archive + ".lock");
        if (training == null) return null;
        await using (training.ConfigureAwait(false))
        {
            if (!shared.Exists) await TrainAsync(spark, shared, job, jobArguments, cancellationToken).ConfigureAwait(false);
        }
        return shared.Archive;
    }

    /// <summary>
    /// Has a process of its own make the archive once <paramref name="process"/> has ended: the first start neither waits for it nor shares
    /// the machine with it.
    /// </summary>
    /// <param name="command">What makes the archive.</param>
    public static void StartAfter(int process, IEnumerable<string> command)
    {
        // The shell outlives us, is no terminal's business, and holds nobody's pipes open.
        const string script = """
            exec </dev/null >/dev/null 2>&1
            trap '' HUP INT
            process=$1
            shift
            (while kill -0 "$process"; do sleep 1; done; exec nice -n 19 "$@") &
            """;
        var start = new ProcessStartInfo(
            "/bin/sh", ["-c", script, "sh", process.ToString(CultureInfo.InvariantCulture), .. command]);
        using Process shell = Process.Start(start)!;
        shell.WaitForExit();
    }

    private static async Task TrainAsync(
        SparkInstallation spark, SharedClasses shared, PublishedJob job, IReadOnlyList<string> jobArguments, CancellationToken cancellationToken)
    {
        string jar = await JarStore.GetAsync(job, cancellationToken).ConfigureAwait(false);
        DirectoryInfo scratch = OwnedFolders.CreateTemporary();
        string aside = $"{shared.Archive}.{Guid.NewGuid():N}";
        try
        {
            var environment = new Dictionary<string, string?>(shared.Environment)
            {
                ["SPARK_REMOTE"] = null,
                ["SPARK_LOCAL_IP"] = "127.0.0.1",
                ["SPARK_SUBMIT_OPTS"] = string.Join(' ', [.. LogSettings.JavaOptions(spark), "-Xlog:disable", $"\"-XX:ArchiveClassesAtExit={aside}\""]),
            };
            string[] arguments = [.. shared.SparkOptions, "--master", "local[2]", jar, .. jobArguments, scratch.FullName];
            (int exitCode, string output) = await CommandRunner.RunAsync(
                spark.SubmitProgram, arguments, cancellationToken, environment).ConfigureAwait(false);
            if (exitCode != 0 || !File.Exists(aside))
            {
                await File.WriteAllTextAsync(shared.FailureFile, output, cancellationToken).ConfigureAwait(false);
                throw new SubmitException(SubmitExitCode.SparkUnusable,
                    $"The training job ended with {exitCode}, so Spark's start stays as it is: {output}");
            }
            File.Move(aside, shared.Archive, overwrite: true);
            DeleteOthers(shared);
        }
        finally
        {
            File.Delete(aside);
            scratch.Delete(recursive: true);
        }
    }

    private static void DeleteOthers(SharedClasses shared)
    {
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(shared.Archive)!, "*.jsa*"))
        {
            // A driver that has an older archive mapped keeps it until it ends.
            if (file != shared.Archive && !file.EndsWith(".lock", StringComparison.Ordinal)) File.Delete(file);
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
