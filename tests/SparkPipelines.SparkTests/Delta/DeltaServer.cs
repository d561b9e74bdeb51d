using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Delta;

/// <summary>Sessions on servers that serve Delta tables.</summary>
internal static class DeltaServer
{
    /// <summary>A session of the caller's own. Skips the test on a developer's machine whose Spark has no Delta, fails it when <c>CI</c> is set.</summary>
    public static async Task<SparkSession> NewSessionAsync(SparkMajor major)
    {
        var session = await Sparks.NewSessionAsync(major);
        if (session.Conf().Get("spark.sql.extensions", "")!.Contains("io.delta.sql", StringComparison.Ordinal))
            return session;
        await session.DisposeAsync();
        var reason = $"The Spark {(int)major} at hand serves no Delta tables: scripts/get-spark.sh brings Delta's jars, scripts/spark-connect.sh starts with them.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
        return session;
    }
}
