using SparkPipelines.Pipelines.Packaging;

namespace SparkPipelines.Pipelines.Submit;

/// <summary>
/// Keeps Spark's own log lines down to warnings, so that the job's output is what one sees. A log4j2 file in Spark's conf folder,
/// <c>--conf spark.log.level</c> and a file named in the driver's Java options all win over it.
/// </summary>
internal static class LogSettings
{
    private static readonly string[] UserFiles = ["log4j2.properties", "log4j2.xml", "log4j2.yaml", "log4j2.json"];

    private const string Text = """
        rootLogger.level = warn
        rootLogger.appenderRef.stderr.ref = console
        appender.console.type = Console
        appender.console.name = console
        appender.console.target = SYSTEM_ERR
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d{yy/MM/dd HH:mm:ss} %p %c{1}: %m%n%ex

        # Says on every start what nobody can act on.
        logger.native.name = org.apache.hadoop.util.NativeCodeLoader
        logger.native.level = error
        """;

    public static IEnumerable<string> JavaOptions(SparkInstallation spark)
    {
        if (UserFiles.Any(file => File.Exists(Path.Combine(spark.ConfFolder, file)))) return [];
        string path = ToolCache.Folder($"log4j2-{ToolCache.Key(Text)}.properties");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(ToolCache.Root);
            string aside = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(aside, Text);
            File.Move(aside, path, overwrite: true);
        }
        return [$"\"-Dlog4j2.configurationFile={new Uri(path).AbsoluteUri}\""];
    }
}
