namespace SparkPipelines.Pipelines.Submit;

/// <summary>What spark-submit finds in its environment, whoever starts it.</summary>
internal static class DriverEnvironment
{
    public static Dictionary<string, string?> Create(SparkInstallation spark, SparkSettings settings, SharedClasses? shared)
    {
        // A job may itself run under a Spark; the one that it submits has its own.
        var environment = new Dictionary<string, string?>(shared?.Environment ?? new Dictionary<string, string?>()) { ["SPARK_REMOTE"] = null };

        // A Spark on this machine alone need not be reached from elsewhere: neither its ports nor its web pages.
        bool local = settings.Master?.StartsWith("local", StringComparison.Ordinal) ?? true;
        if (local && Inherited("SPARK_LOCAL_IP") == null) environment["SPARK_LOCAL_IP"] = "127.0.0.1";

        // What the user has there comes later and so wins. The JVM that only makes up the driver's command line lives for a moment.
        environment["SPARK_SUBMIT_OPTS"] =
            string.Join(' ', [.. LogSettings.JavaOptions(spark), .. shared?.JavaOptions ?? [], Inherited("SPARK_SUBMIT_OPTS")]).Trim();
        environment["SPARK_LAUNCHER_OPTS"] = $"-XX:TieredStopAtLevel=1 {Inherited("SPARK_LAUNCHER_OPTS")}".Trim();
        return environment;
    }

    /// <summary>The Java that the driver will have, for what depends on it; null where <c>spark-env.sh</c> may name another than the environment does.</summary>
    /// <exception cref="SubmitException">There is none.</exception>
    public static JavaInstallation? FindJava(SparkInstallation spark) =>
        File.Exists(Path.Combine(spark.ConfFolder, "spark-env.sh")) ? null : JavaInstallation.Find();

    private static string? Inherited(string name) => Environment.GetEnvironmentVariable(name);
}
