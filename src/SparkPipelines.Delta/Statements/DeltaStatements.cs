using SparkPipelines.Sql;

namespace SparkPipelines.Extensions.Delta.Statements;

/// <summary>Runs Delta's statements; where the server knows no Delta, says what to start it with.</summary>
internal static class DeltaStatements
{
    private const string Extension = "io.delta.sql.DeltaSparkSessionExtension";

    public static async Task<DataFrame> RunAsync(SparkSession session, string statement, CancellationToken cancellationToken)
    {
        try
        {
            return await session.SqlAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        catch (SparkException e) when (MayLackDelta(e))
        {
            var extensions = session.Engine.Description.IsEmbedded
                ? null
                : await session.Conf().GetAsync("spark.sql.extensions", null, cancellationToken).ConfigureAwait(false);
            if (extensions?.Contains(Extension, StringComparison.Ordinal) == true)
                throw;
            throw new SparkUnsupportedOperationException(
                $"{session.Engine.Description} serves no Delta tables; start a Spark with Delta's jars (--packages io.delta:delta-spark_4.2_2.13:4.4.0, or "
                + $"io.delta:delta-spark_2.12:3.3.2 for Spark 3.5), --conf spark.sql.extensions={Extension} and "
                + "--conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog.",
                e.Details,
                e);
        }
    }

    // Errors that Delta itself reports show that it is there, and a lost connection says nothing of it.
    private static bool MayLackDelta(SparkException error) =>
        error is not SparkConnectException && error.ErrorClass?.StartsWith("DELTA_", StringComparison.Ordinal) != true;
}
