using System.Globalization;
using System.Text;
using SparkPipelines.Pipelines.Packaging;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>
/// Class-data sharing for the driver JVM: an archive of Spark's classes as the JVM holds them in memory, which about halves Spark's start.
/// One archive belongs to one Java, one Spark and one class path, all of which are in its name, down to each jar's size and time; the JVM
/// checks again and does without an archive that does not fit.
/// </summary>
/// <param name="Archive">The archive's path; it need not exist yet.</param>
/// <param name="Environment">What the start must have in its environment for the class path to be the archive's.</param>
/// <param name="SparkOptions">The same for spark-submit's options.</param>
internal sealed record SharedClasses(
    string Archive, IReadOnlyDictionary<string, string?> Environment, IReadOnlyList<string> SparkOptions)
{
    /// <summary>Set to <c>off</c>, no archive is used or made.</summary>
    public const string Switch = "SPARKPIPELINES_CLASS_SHARING";

    /// <summary>Where the runner finds what SPARK_CONF_DIR was, for the job.</summary>
    private const string OriginalConfFolder = "SPARKPIPELINES_CONF_DIR";

    // The first Java that archives what an application has loaded.
    private const int OldestJava = 13;

    private const string Defaults = "spark-defaults.conf";

    // Folders on the class path: the JVM archives nothing when one of them holds files.
    private static readonly string[] ClassPathVariables =
        ["HADOOP_CONF_DIR", "YARN_CONF_DIR", "SPARK_DIST_CLASSPATH", "SPARK_PREPEND_CLASSES", "SPARK_CLASSPATH"];

    public bool Exists => File.Exists(Archive);

    /// <summary>There is no archive, and making one has not failed before.</summary>
    public bool IsWorthMaking => !Exists && !File.Exists(FailureFile);

    /// <summary>What went wrong when this archive was to be made.</summary>
    public string FailureFile => Archive + ".failed";

    /// <summary>The driver JVM's options for using the archive. Its own messages would go to stdout, which is the job's.</summary>
    public IEnumerable<string> JavaOptions => Exists
        ? ["-Xlog:disable", "-Xlog:all=error:stderr", $"\"-XX:SharedArchiveFile={Archive}\""]
        : [];

    /// <summary>The archive for a driver that starts here, or null where there can be none: docs/spark-submit.md says when.</summary>
    public static SharedClasses? For(SparkInstallation spark, JavaInstallation? java, SparkSettings settings)
    {
        if (System.Environment.GetEnvironmentVariable(Switch) == "off" || OperatingSystem.IsWindows()) return null;
        if (java?.Version is null or < OldestJava || settings.IsClusterMode || settings.DriverClassPath != null) return null;
        if (ClassPathVariables.Any(name => !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable(name)))) return null;

        var environment = new Dictionary<string, string?>();
        List<string> options = [];
        string confFolder = spark.ConfFolder;
        if (Directory.Exists(confFolder) && Directory.EnumerateFileSystemEntries(confFolder).Any())
        {
            // Templates and defaults need not stand on the class path; any other file may have to.
            string[] others = [.. Directory.EnumerateFileSystemEntries(confFolder).Select(entry => Path.GetFileName(entry))
                .Where(name => name != Defaults && !name.EndsWith(".template", StringComparison.Ordinal))];
            if (others.Length > 0 || settings.LoadsDefaultsToo) return null;
            string defaults = Path.Combine(confFolder, Defaults);
            if (File.Exists(defaults) && settings.PropertiesFile == null) options.AddRange(["--properties-file", defaults]);
            confFolder = Directory.CreateDirectory(ToolCache.Folder("empty-conf")).FullName;
            environment["SPARK_CONF_DIR"] = confFolder;
            environment[OriginalConfFolder] = spark.ConfFolder;
        }
        string family = ToolCache.Folder("class-sharing", ToolCache.Key($"{spark.Home}\n{java.Home}"));
        return new SharedClasses(Path.Combine(family, ToolCache.Key(Describe(spark, java, confFolder)) + ".jsa"), environment, options);
    }

    /// <summary>All that an archive depends on.</summary>
    private static string Describe(SparkInstallation spark, JavaInstallation java, string confFolder)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{confFolder}\n{java.Program}\n");
        AppendFile(text, Path.Combine(java.Home, "release"));
        AppendFile(text, Path.Combine(java.Home, "lib", "modules"));
        foreach (string jar in Directory.EnumerateFiles(spark.Jars).Order(StringComparer.Ordinal)) AppendFile(text, jar);
        return text.ToString();
    }

    private static void AppendFile(StringBuilder text, string path)
    {
        var file = new FileInfo(path);
        text.Append(CultureInfo.InvariantCulture, $"{path}\n{(file.Exists ? file.Length : -1)}\n{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}\n");
    }
}
