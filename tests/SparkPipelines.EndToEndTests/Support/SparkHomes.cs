namespace SparkPipelines.EndToEndTests.Support;

/// <summary>The real Sparks that the tests run on, by major version: SPARK_HOME_4 and SPARK_HOME_3.</summary>
internal static class SparkHomes
{
    /// <summary>Skips the test where that Spark is not given, but fails in CI.</summary>
    public static string Require(int major)
    {
        string variable = $"SPARK_HOME_{major}";
        string? home = Environment.GetEnvironmentVariable(variable);
        if (!string.IsNullOrEmpty(home)) return home;
        string reason = $"{variable} does not name a Spark {major}.";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }
}
