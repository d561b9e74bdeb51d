using System.Globalization;
using SparkPipelines.Pipelines.Packaging;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>The Java that Spark's scripts will use: JAVA_HOME's, else the one on the PATH.</summary>
/// <param name="Program">The full path with links followed.</param>
/// <param name="Version">The feature release, such as 17; null where the installation does not say.</param>
internal sealed record JavaInstallation(string Program, int? Version)
{
    /// <summary>The folder with <c>bin</c>, <c>lib</c> and <c>release</c>.</summary>
    public string Home => Path.GetDirectoryName(Path.GetDirectoryName(Program))!;

    /// <exception cref="SubmitException">There is none.</exception>
    public static JavaInstallation Find()
    {
        string name = OperatingSystem.IsWindows() ? "java.exe" : "java";
        string? home = Environment.GetEnvironmentVariable("JAVA_HOME");
        string? program;
        if (!string.IsNullOrEmpty(home))
        {
            program = Path.Combine(home, "bin", name);
            if (!File.Exists(program))
                throw new SubmitException(SubmitExitCode.JavaMissing, $"JAVA_HOME is '{home}', but there is no bin/{name} in it.");
        }
        else
        {
            program = CommandRunner.Find("java") ?? throw new SubmitException(SubmitExitCode.JavaMissing,
                "Spark needs Java, but JAVA_HOME is not set and there is no 'java' on the PATH; install Java 17 or set JAVA_HOME.");
        }
        program = FollowLinks(program);
        return new JavaInstallation(program, ReadVersion(Path.GetDirectoryName(Path.GetDirectoryName(program))!));
    }

    // File.ResolveLinkTarget follows the last part of a path alone, which is the one that distributions make a link.
    private static string FollowLinks(string program) =>
        File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(program);

    private static int? ReadVersion(string home)
    {
        string release = Path.Combine(home, "release");
        if (!File.Exists(release)) return null;
        string? line = File.ReadLines(release).FirstOrDefault(line => line.StartsWith("JAVA_VERSION=", StringComparison.Ordinal));
        string[] parts = (line ?? "").Split('=', 2)[^1].Trim('"').Split('.', '-', '+');
        string? feature = parts[0] == "1" && parts.Length > 1 ? parts[1] : parts[0]; // 1.8.0_392 is Java 8
        return int.TryParse(feature, NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;
    }
}
