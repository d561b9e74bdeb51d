using System.IO.Compression;
using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Pipelines.Submit;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;

[assembly: SparkStarter(typeof(ProgramSparkStarter))]

namespace SparkPipelines.Pipelines.Submit;

/// <summary>Starts a Spark for this very program, by the spark-submit of SPARK_HOME and with the runner that jobs have.</summary>
internal sealed class ProgramSparkStarter : SparkStarter
{
    private const string ServerClass = "sparkpipelines.SparkServer";
    private const int ConnectMissing = 78;
    private const int SignalBase = 128;

    // What Spark itself hides in its pages (spark.redaction.regex); it must not be seen in a list of processes either.
    private static readonly string[] SecretWords = ["secret", "password", "token", "access.key", "accesskey", "access-key", "account.key", "credential"];

    public override async Task<StartedSpark> StartAsync(
        string master, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        try
        {
            SparkInstallation spark = SparkInstallation.Find() ?? throw new SubmitException(SubmitExitCode.SparkUnusable,
                $"The master '{master}' needs a Spark, but SPARK_HOME is not set and there is no 'spark-submit' on the PATH; "
                + "set SPARK_HOME, or leave the master out to run on the embedded engine.");
            return await StartAsync(spark, master, settings, cancellationToken).ConfigureAwait(false);
        }
        catch (SubmitException failure)
        {
            throw new SparkConnectException(failure.Message, SparkErrorDetails.None, failure);
        }
    }

    private static async Task<StartedSpark> StartAsync(
        SparkInstallation spark, string master, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        JavaInstallation? java = DriverEnvironment.FindJava(spark);
        string jar = await GetJarAsync(cancellationToken).ConfigureAwait(false);
        string[] options =
        [
            "--master", master, "--class", ServerClass,
            .. settings.Where(setting => !IsSecret(setting.Key)).SelectMany(setting => new[] { "--conf", $"{setting.Key}={setting.Value}" }),
        ];
        var known = new SparkSettings(SubmitArguments.Parse([.. options, jar]), spark);
        SharedClasses? shared = SharedClasses.For(spark, java, known);
        var server = SparkServerProcess.Start(
            [spark.SubmitProgram, .. shared?.SparkOptions ?? [], .. options, jar], DriverEnvironment.Create(spark, known, shared));
        try
        {
            await server.WaitUntilReadyAsync(settings.Where(setting => IsSecret(setting.Key)), cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch (SparkServerEndedException failure)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new SubmitException(SubmitExitCode.SparkUnusable, Describe(spark, master, failure));
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static string Describe(SparkInstallation spark, string master, SparkServerEndedException failure)
    {
        if (failure.ExitCode != ConnectMissing)
        {
            string end = failure.ExitCode > SignalBase ? $"ended by signal {failure.ExitCode - SignalBase}" : $"exit code {failure.ExitCode}";
            return $"The Spark {spark.Version} at '{spark.Home}' did not start for the master '{master}' ({end})"
                + (failure.Message.Length == 0 ? "; it wrote nothing." : $": {failure.Message}");
        }

        string artifact = $"spark-connect_{(spark.Version.Major < 4 ? "2.12" : "2.13")}";
        return $"The Spark {spark.Version} at '{spark.Home}' comes without Spark Connect; add .Config(\"spark.jars.packages\", "
            + $"\"org.apache.spark:{artifact}:{spark.Version}\") to the session's builder, or put that jar into '{spark.Jars}'.";
    }

    private static bool IsSecret(string key) => SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The runner's classes without a job.</summary>
    private static async Task<string> GetJarAsync(CancellationToken cancellationToken)
    {
        const string name = "spark-server.jar";
        string classes = await RunnerClasses.GetFolderAsync(cancellationToken).ConfigureAwait(false);
        string folder = await ToolCache.GetOrAddFolderAsync(ToolCache.Folder("runner", $"{RunnerClasses.Version}-server"), aside =>
            ZipFile.CreateFromDirectoryAsync(classes, Path.Combine(aside, name), cancellationToken)).ConfigureAwait(false);
        return Path.Combine(folder, name);
    }
}
