using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>Hands a builder's settings to a session.</summary>
internal static class SessionSettings
{
    /// <summary>
    /// Settings that say how to reach or start a Spark; to one that runs they mean nothing. The name of a running application can't be changed
    /// either.
    /// </summary>
    private static readonly HashSet<string> OfStart = ["spark.master", "spark.remote", "spark.app.name", "spark.home", "spark.api.mode"];

    /// <summary>Errors by which servers say that a setting is fixed at their start.</summary>
    private static readonly HashSet<string> FixedConditions =
        ["CANNOT_MODIFY_CONFIG", "CANNOT_MODIFY_STATIC_CONFIG", "CANNOT_MODIFY_SPARK_CONFIG", "_LEGACY_ERROR_TEMP_1325", "_LEGACY_ERROR_TEMP_1326"];

    /// <summary>
    /// Sets what can be set. As in Spark's own clients, a setting that is fixed when a server starts is passed over: the same program runs
    /// under spark-submit, where it is in time, and on a server that is there already, where it is not.
    /// </summary>
    public static async Task ApplyAsync(ISparkEngine engine, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in settings.Where(setting => !OfStart.Contains(setting.Key)))
        {
            var operation = new ConfigRequest.Types.Operation { Set = new() };
            operation.Set.Pairs.Add(new KeyValue { Key = key, Value = value });
            try
            {
                await engine.ConfigAsync(operation, cancellationToken).ConfigureAwait(false);
            }
            catch (SparkException e) when (IsFixed(e))
            {
                continue;
            }
        }
    }

    /// <summary>Spark 3.5 tells this one without a condition: "Cannot modify the value of a static config: …".</summary>
    private static bool IsFixed(SparkException error) => error.ErrorClass is { } condition
        ? FixedConditions.Contains(condition.Split('.')[0])
        : error.Message.StartsWith("Cannot modify the value of a ", StringComparison.Ordinal);
}
