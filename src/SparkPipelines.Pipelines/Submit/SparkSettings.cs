namespace SparkPipelines.Pipelines.Submit;

/// <summary>The settings that spark-submit will arrive at, as far as starting a job depends on them.</summary>
internal sealed class SparkSettings
{
    private readonly SubmitArguments _arguments;
    private readonly Dictionary<string, string> _file;

    public SparkSettings(SubmitArguments arguments, SparkInstallation? spark)
    {
        _arguments = arguments;
        string? file = arguments.Option("--properties-file") ?? (spark == null ? null : Path.Combine(spark.ConfFolder, "spark-defaults.conf"));
        _file = file != null && File.Exists(file) ? ReadProperties(file) : [];
    }

    public string? Master => _arguments.Option("--master") ?? Get("spark.master");

    public bool IsClusterMode => (_arguments.Option("--deploy-mode") ?? Get("spark.submit.deployMode")) == "cluster";

    public string? DriverJavaOptions => _arguments.Option("--driver-java-options") ?? Get("spark.driver.extraJavaOptions");

    public string? DriverClassPath => _arguments.Option("--driver-class-path") ?? Get("spark.driver.extraClassPath");

    public string? PropertiesFile => _arguments.Option("--properties-file");

    /// <summary>Spark 4 can read its defaults beside a properties file.</summary>
    public bool LoadsDefaultsToo => _arguments.Has("--load-spark-defaults");

    private string? Get(string name) => _arguments.Conf(name) ?? _file.GetValueOrDefault(name);

    /// <summary>A Java properties file, without its rarer forms: escapes and lines that go on.</summary>
    private static Dictionary<string, string> ReadProperties(string file)
    {
        var properties = new Dictionary<string, string>();
        foreach (string line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or '!')))
        {
            int end = line.IndexOfAny([' ', '\t', '=', ':']);
            if (end > 0) properties[line[..end]] = line[end..].TrimStart(' ', '\t').TrimStart('=', ':').TrimStart(' ', '\t');
        }
        return properties;
    }
}
