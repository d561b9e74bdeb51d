using System.Globalization;
using System.Text;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>The jars of published jobs, in the cache: an unchanged publish folder is packaged once.</summary>
internal static class JarStore
{
    // A jar is copied by Spark when it is submitted; older ones are there only in case a job is switched back and forth.
    private const int JarsKept = 3;

    /// <summary>The path of the job's jar.</summary>
    public static async Task<string> GetAsync(PublishedJob job, CancellationToken cancellationToken)
    {
        string jars = ToolCache.Folder("jars", $"{job.Name}-{ToolCache.Key(job.ProgramPath)}");
        string folder = Path.Combine(jars, ToolCache.Key(Describe(job)));
        string name = job.Name + ".jar";
        Directory.CreateDirectory(jars);
        await ToolCache.GetOrAddFolderAsync(
            folder, aside => JobPackage.WriteAsync(job, Path.Combine(aside, name), cancellationToken)).ConfigureAwait(false);
        ToolCache.KeepNewest(jars, JarsKept);
        return Path.Combine(folder, name);
    }

    /// <summary>The runner's version and every file's name, size and time.</summary>
    private static string Describe(PublishedJob job)
    {
        var text = new StringBuilder(RunnerClasses.Version);
        foreach (FileInfo file in job.Files.Select(file => new FileInfo(file)))
            text.Append(CultureInfo.InvariantCulture, $"\n{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}");
        return text.ToString();
    }
}
