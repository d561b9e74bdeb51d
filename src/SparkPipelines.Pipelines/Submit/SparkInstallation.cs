using SparkPipelines.Pipelines.Packaging;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>A Spark on this machine.</summary>
/// <param name="Home">What SPARK_HOME names.</param>
/// <param name="Version">Such as 4.2.1.</param>
internal sealed record SparkInstallation(string Home, Version Version)
{
    private static readonly Version Oldest = new(3, 5);

    public string SubmitProgram => Path.Combine(Home, "bin", OperatingSystem.IsWindows() ? "spark-submit.cmd" : "spark-submit");

    public string Jars => Path.Combine(Home, "jars");

    /// <summary>Where Spark reads <c>spark-defaults.conf</c> and the like; it need not exist.</summary>
    public string ConfFolder => Environment.GetEnvironmentVariable("SPARK_CONF_DIR") is { Length: > 0 } folder ? folder : Path.Combine(Home, "conf");

    /// <summary>The Spark of SPARK_HOME, else the one whose spark-submit is on the PATH, else null.</summary>
    /// <exception cref="SubmitException">SPARK_HOME names no Spark that can be used.</exception>
    public static SparkInstallation? Find()
    {
        string? home = Environment.GetEnvironmentVariable("SPARK_HOME");
        if (!string.IsNullOrEmpty(home)) return Open(home);
        string? submit = CommandRunner.Find("spark-submit");
        if (submit == null) return null;
        string program = File.ResolveLinkTarget(submit, returnFinalTarget: true)?.FullName ?? submit;
        string parent = Path.GetDirectoryName(Path.GetDirectoryName(program))!;
        return FindCore(parent) == null ? null : Open(parent);
    }

    private static SparkInstallation Open(string home)
    {
        string? core = FindCore(home);
        if (!Directory.Exists(home)) throw Unusable(home, "there is no such folder");
        if (!File.Exists(Path.Combine(home, "bin", "spark-submit"))) throw Unusable(home, "there is no bin/spark-submit in it");
        if (core == null) throw Unusable(home, "there is no jars/spark-core_*.jar in it");
        // spark-core_2.13-4.2.1.jar, or with a vendor's suffix: -4.2.1-amzn-0.
        string[] parts = Path.GetFileNameWithoutExtension(core).Split('-');
        if (parts.Length < 3 || !Version.TryParse(parts[2], out Version? version)) throw Unusable(home, $"{Path.GetFileName(core)} tells no version");
        if (version < Oldest) throw Unusable(home, $"Spark {version} is too old; {Oldest} is the oldest that jobs run on");
        return new SparkInstallation(Path.GetFullPath(home), version);
    }

    private static string? FindCore(string home)
    {
        string jars = Path.Combine(home, "jars");
        return Directory.Exists(jars) ? Directory.EnumerateFiles(jars, "spark-core_*.jar").FirstOrDefault() : null;
    }

    private static SubmitException Unusable(string home, string reason) =>
        new(SubmitExitCode.SparkUnusable, $"SPARK_HOME is '{home}', but {reason}.");
}
