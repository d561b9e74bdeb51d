using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>Starts a Spark for a session that names a master.</summary>
internal static class LocalSpark
{
    public static Task<ISparkEngine> StartAsync(
        string master, IReadOnlyDictionary<string, string> settings, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        _ = (settings, environment, cancellationToken);
        throw new SparkUnsupportedOperationException(
            $"The master '{master}' can't be started from here; run the program with spark-submit.sh --master '{master}', "
            + $"or start a Spark Connect server and set {EngineSelection.RemoteVariable}=sc://host:port.",
            SparkErrorDetails.None);
    }
}
