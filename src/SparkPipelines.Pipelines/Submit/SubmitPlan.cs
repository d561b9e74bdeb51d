using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>A command that is ready to be started in place of this process.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Environment">What to set, or with null to take away, in the environment it inherits.</param>
internal sealed record SubmitPlan(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string?> Environment)
{
    // Spark 3.5 leaves these out for a driver that a standalone worker starts, and fails there on Java 17.
    private static readonly string[] OpenedModules =
    [
        "java.base/sun.nio.ch", "java.base/java.nio", "java.base/java.lang", "java.base/java.lang.invoke", "java.base/java.util",
        "java.base/java.net", "java.base/sun.security.action", "java.base/sun.util.calendar",
    ];

    private static readonly Dictionary<string, string?> NoChange = [];

    /// <summary>Spark's start could be made faster for the next time.</summary>
    public bool WantsSharedClasses { get; private init; }

    /// <summary>
    /// Decides where the job runs, and builds and packages it when that is needed. <paramref name="report"/> gets a line for the user where
    /// something is worth one.
    /// </summary>
    /// <exception cref="SubmitException">The job or the Spark can't be used.</exception>
    public static async Task<SubmitPlan> CreateAsync(
        SubmitArguments arguments, Action<string> report, CancellationToken cancellationToken)
    {
        if (arguments.Has("--remote"))
        {
            throw new SubmitException(SubmitExitCode.Usage,
                "--remote names a Spark Connect server, which needs no spark-submit; set SPARK_REMOTE and leave --master out.");
        }
        OwnedFolders.SweepTemporary(Path.GetTempPath());
        SparkInstallation? spark = SparkInstallation.Find();
        var settings = new SparkSettings(arguments, spark);
        string? remote = Inherited("SPARK_REMOTE");
        if (arguments.Job == null) return Jobless(arguments, spark);
        if (settings.Master == null && (spark == null || !string.IsNullOrEmpty(remote)))
            return await WithoutSubmitAsync(arguments, arguments.Job, remote, report, cancellationToken).ConfigureAwait(false);
        if (spark == null)
        {
            throw new SubmitException(SubmitExitCode.SparkUnusable,
                $"The master '{settings.Master}' needs a Spark, but SPARK_HOME is not set and there is no 'spark-submit' on the PATH; "
                + "set SPARK_HOME, or leave the master out to run the job embedded.");
        }
        return await OnSparkAsync(arguments, arguments.Job, settings, spark, report, cancellationToken).ConfigureAwait(false);
    }

    private static SubmitPlan Jobless(SubmitArguments arguments, SparkInstallation? spark) => spark != null
        ? new SubmitPlan([spark.SubmitProgram, .. arguments.SparkOptions], NoChange)
        : throw new SubmitException(SubmitExitCode.SparkUnusable,
            $"'{arguments.SparkOptions[^1]}' is for Spark's own spark-submit, but SPARK_HOME is not set.");

    private static async Task<SubmitPlan> WithoutSubmitAsync(
        SubmitArguments arguments, string jobName, string? remote, Action<string> report, CancellationToken cancellationToken)
    {
        var job = JobReference.Find(jobName);
        if (job.Kind == JobKind.Jar)
        {
            throw new SubmitException(SubmitExitCode.SparkUnusable,
                $"The jar '{jobName}' is for Spark, but SPARK_HOME is not set and there is no 'spark-submit' on the PATH.");
        }
        PublishedJob published = await PublishAsync(job, report, cancellationToken).ConfigureAwait(false);
        report(string.IsNullOrEmpty(remote)
            ? $"no Spark found (SPARK_HOME is not set), so {job.Name} runs on the embedded engine"
            : $"{job.Name} runs on the Spark that SPARK_REMOTE names");
        return new SubmitPlan([JobPublisher.DotnetProgram(), published.ProgramPath, .. arguments.JobArguments], NoChange);
    }

    private static async Task<SubmitPlan> OnSparkAsync(
        SubmitArguments arguments, string jobName, SparkSettings settings, SparkInstallation spark, Action<string> report,
        CancellationToken cancellationToken)
    {
        // Cheap checks first: nobody wants to wait for a build to hear of a missing Java.
        JavaInstallation? java = DriverEnvironment.FindJava(spark);
        string jar = await PackageAsync(JobReference.Find(jobName), report, cancellationToken).ConfigureAwait(false);

        SharedClasses? shared = SharedClasses.For(spark, java, settings);
        List<string> command = [spark.SubmitProgram, .. shared?.SparkOptions ?? [], .. arguments.SparkOptions];
        if (settings.IsClusterMode && spark.Version.Major < 4 && (java?.Version ?? 17) >= 9)
        {
            string opens = string.Join(' ', OpenedModules.Select(module => $"--add-opens={module}=ALL-UNNAMED"));
            command.AddRange(["--driver-java-options", $"{settings.DriverJavaOptions} {opens}".Trim()]);
        }
        return new SubmitPlan([.. command, jar, .. arguments.JobArguments], DriverEnvironment.Create(spark, settings, shared))
        {
            WantsSharedClasses = shared is { IsWorthMaking: true },
        };
    }

    private static string? Inherited(string name) => System.Environment.GetEnvironmentVariable(name);

    private static async Task<string> PackageAsync(JobReference job, Action<string> report, CancellationToken cancellationToken)
    {
        if (job.Kind == JobKind.Jar) return job.Path;
        PublishedJob published = await PublishAsync(job, report, cancellationToken).ConfigureAwait(false);
        return await JarStore.GetAsync(published, cancellationToken).ConfigureAwait(false);
    }

    private static Task<PublishedJob> PublishAsync(JobReference job, Action<string> report, CancellationToken cancellationToken) =>
        job.Kind == JobKind.Assembly ? Task.FromResult(PublishedJob.FromAssembly(job.Path, PublishOptions.ThisMachine.Runtime))
            : JobPublisher.PublishAsync(job, PublishOptions.ThisMachine, report, cancellationToken);
}
