using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Data;

/// <summary>The sessions that datasets and steps use when the caller gives none.</summary>
internal static class DefaultSession
{
    /// <summary>The given one; else the active one; else a new one – under spark-submit that Spark's, without it the embedded engine's.</summary>
    public static SparkSession Get(SparkSession? given = null) => given ?? SparkSession.Builder().GetOrCreate();

    /// <summary>A session of the embedded engine, whatever Spark is at hand.</summary>
    /// <exception cref="DatasetException">The application does not bring that engine.</exception>
    public static SparkSession CreateEmbedded()
    {
        var provider = EngineProvider.FindEmbedded()
            ?? throw new DatasetException("The embedded engine is not there; the application must reference SparkPipelines.Embedded.");
        return new SparkSession(Blocking.Wait(() => provider.CreateAsync(new Dictionary<string, string>(), CancellationToken.None)));
    }
}
