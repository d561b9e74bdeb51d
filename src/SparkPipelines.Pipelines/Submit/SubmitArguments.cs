namespace SparkPipelines.Pipelines.Submit;

/// <summary>
/// <c>[spark-submit options] JOB [job arguments]</c>, taken apart. The options go on untouched; they are known here only to find where JOB
/// stands, and for the few settings that decide how to start.
/// </summary>
internal sealed class SubmitArguments
{
    // Of Spark 3.5 to 4.2, from org.apache.spark.launcher.SparkSubmitOptionParser.
    private static readonly HashSet<string> WithValue =
    [
        "--archives", "--class", "--conf", "-c", "--deploy-mode", "--driver-class-path", "--driver-cores", "--driver-default-class-path",
        "--driver-java-options", "--driver-library-path", "--driver-memory", "--exclude-packages", "--executor-cores",
        "--executor-memory", "--extra-properties-file", "--files", "--jars", "--keytab", "--kill", "--master", "--name", "--num-executors",
        "--packages", "--principal", "--properties-file", "--proxy-user", "--py-files", "--queue", "--remote", "--repositories",
        "--status", "--total-executor-cores",
    ];

    private static readonly HashSet<string> Switches =
        ["--help", "-h", "--load-spark-defaults", "--supervise", "--usage-error", "--verbose", "-v", "--version"];

    /// <summary>With one of these spark-submit does something else than starting a job.</summary>
    private static readonly HashSet<string> Jobless = ["--help", "-h", "--kill", "--status", "--usage-error", "--version"];

    private readonly Dictionary<string, string> _options = [];
    private readonly Dictionary<string, string> _conf = [];

    private SubmitArguments(IReadOnlyList<string> sparkOptions, string? job, IReadOnlyList<string> jobArguments) =>
        (SparkOptions, Job, JobArguments) = (sparkOptions, job, jobArguments);

    public IReadOnlyList<string> SparkOptions { get; private set; }

    /// <summary>Null only when an option asks for something else than a job.</summary>
    public string? Job { get; private set; }

    public IReadOnlyList<string> JobArguments { get; private set; }

    public bool AsksForHelp => _options.ContainsKey("--help") || _options.ContainsKey("-h");

    /// <exception cref="SubmitException">An option is unknown or lacks its value, or JOB is missing.</exception>
    public static SubmitArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new SubmitArguments([], null, []);
        int position = 0;
        while (position < arguments.Count && arguments[position].StartsWith('-')) position = parsed.ReadOption(arguments, position);
        parsed.SparkOptions = [.. arguments.Take(position)];
        if (position < arguments.Count)
        {
            parsed.Job = arguments[position];
            parsed.JobArguments = [.. arguments.Skip(position + 1)];
        }
        else if (!parsed._options.Keys.Any(Jobless.Contains))
        {
            throw new SubmitException(SubmitExitCode.Usage, "No JOB given; usage: spark-submit.sh [spark-submit options] JOB [job arguments].");
        }
        return parsed;
    }

    /// <summary>The last value given to an option such as <c>--master</c>.</summary>
    public string? Option(string name) => _options.GetValueOrDefault(name);

    /// <summary>The last value given to a setting with <c>--conf</c>.</summary>
    public string? Conf(string name) => _conf.GetValueOrDefault(name);

    public bool Has(string option) => _options.ContainsKey(option);

    private int ReadOption(IReadOnlyList<string> arguments, int position)
    {
        string option = arguments[position];
        int equals = option.StartsWith("--", StringComparison.Ordinal) ? option.IndexOf('=') : -1;
        string name = equals < 0 ? option : option[..equals];
        if (equals < 0 && Switches.Contains(name))
        {
            _options[name] = "";
            return position + 1;
        }
        if (!WithValue.Contains(name))
        {
            throw new SubmitException(SubmitExitCode.Usage,
                $"spark-submit has no option '{option}'; options for the job stand after JOB.");
        }
        if (equals < 0 && position + 1 == arguments.Count)
            throw new SubmitException(SubmitExitCode.Usage, $"The option '{option}' needs a value.");
        string value = equals < 0 ? arguments[position + 1] : option[(equals + 1)..];
        if (name is "--conf" or "-c") ReadConf(value);
        _options[name] = value;
        return position + (equals < 0 ? 2 : 1);
    }

    private void ReadConf(string setting)
    {
        int equals = setting.IndexOf('=');
        if (equals <= 0) throw new SubmitException(SubmitExitCode.Usage, $"--conf '{setting}' is not of the form name=value.");
        _conf[setting[..equals]] = setting[(equals + 1)..];
    }
}
