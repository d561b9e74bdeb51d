namespace SparkPipelines.Pipelines.Submit;

/// <summary>A job that could not be packaged or submitted; the message names the thing at fault and the way out.</summary>
public sealed class SubmitException : Exception
{
    internal SubmitException(int exitCode, string message, Exception? innerException = null)
        : base(message, innerException) => ExitCode = exitCode;

    /// <summary>The exit code of <c>spark-submit.sh</c> for it, as in <c>docs/spark-submit.md</c>.</summary>
    public int ExitCode { get; }
}

/// <summary>
/// What <c>spark-submit.sh</c> exits with where the job itself gave no code: those of <c>sysexits.h</c>, which neither Spark nor
/// .NET uses. The runner's own (70, 78) are in <c>RunnerException.java</c>.
/// </summary>
internal static class SubmitExitCode
{
    /// <summary>An option or argument that can't be used.</summary>
    public const int Usage = 64;

    /// <summary>The job's project does not build.</summary>
    public const int BuildFailed = 65;

    /// <summary>There is no such job.</summary>
    public const int NoJob = 66;

    /// <summary>SPARK_HOME is missing where it is needed, or holds no Spark.</summary>
    public const int SparkUnusable = 69;

    /// <summary>No Java for Spark, or no JDK for the runner.</summary>
    public const int JavaMissing = 72;
}
