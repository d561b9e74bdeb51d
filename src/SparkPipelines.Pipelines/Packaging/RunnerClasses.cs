using System.Reflection;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// The compiled Java runner. Its source travels in this assembly; the JDK's compiler makes the classes once per version of the source and
/// user, in the cache, so that nothing compiled is kept in the repository and a build needs no Java.
/// </summary>
internal static class RunnerClasses
{
    public const string MainClass = "sparkpipelines.SparkRunner";

    private const string ResourcePrefix = "spark-runner/";

    private static readonly List<(string Name, string Text)> Sources = ReadSources();

    /// <summary>Another one for every change of the source.</summary>
    public static string Version { get; } = ToolCache.Key(string.Concat(Sources.Select(source => source.Name + "\n" + source.Text)));

    /// <summary>The folder that holds <c>sparkpipelines/*.class</c>.</summary>
    /// <exception cref="SubmitException">There is no Java compiler, or it refuses the source.</exception>
    public static async Task<string> GetFolderAsync(CancellationToken cancellationToken)
    {
        return await ToolCache.GetOrAddFolderAsync(
            ToolCache.Folder("runner", Version), folder => CompileAsync(folder, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task CompileAsync(string folder, CancellationToken cancellationToken)
    {
        string javac = FindCompiler() ?? throw new SubmitException(SubmitExitCode.JavaMissing,
            "Packaging a job for Spark needs a JDK once, to compile the runner, but there is no 'javac' in JAVA_HOME/bin or on the PATH; "
            + "install a JDK (17 serves every Spark), or package the job where there is one and submit its jar.");
        string sourceFolder = Path.Combine(folder, "source");
        Directory.CreateDirectory(sourceFolder);
        foreach ((string name, string text) in Sources)
            await File.WriteAllTextAsync(Path.Combine(sourceFolder, name), text, cancellationToken).ConfigureAwait(false);

        // Java 8 is what the oldest Spark runs on; newer compilers warn that it is old.
        string[] arguments = ["--release", "8", "-Xlint:-options", "-encoding", "UTF-8", "-d", folder,
            .. Sources.Select(source => Path.Combine(sourceFolder, source.Name))];
        (int exitCode, string output) = await CommandRunner.RunAsync(javac, arguments, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
            throw new SubmitException(SubmitExitCode.JavaMissing, $"The runner could not be compiled by {javac}: {output}");
        Directory.Delete(sourceFolder, recursive: true);
    }

    private static string? FindCompiler()
    {
        string? home = Environment.GetEnvironmentVariable("JAVA_HOME");
        if (!string.IsNullOrEmpty(home))
        {
            string javac = Path.Combine(home, "bin", OperatingSystem.IsWindows() ? "javac.exe" : "javac");
            if (File.Exists(javac)) return javac;
        }
        return CommandRunner.Find("javac");
    }

    private static List<(string Name, string Text)> ReadSources()
    {
        Assembly assembly = typeof(RunnerClasses).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (name[ResourcePrefix.Length..], reader.ReadToEnd());
            })];
    }
}
