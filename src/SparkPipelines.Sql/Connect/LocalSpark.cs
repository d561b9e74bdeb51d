namespace SparkPipelines.Sql.Connect;

/// <summary>A session that names a master needs a Spark driver, which a .NET process can't be: spark-submit starts one, or a server is there.</summary>
internal static class LocalSpark
{
    public static SparkUnsupportedOperationException Refuse(string master) => new(
        $"The master '{master}' can't be started from within a program; run the program with spark-submit.sh --master '{master}', "
        + $"or start a Spark Connect server and set {EngineSelection.RemoteVariable}=sc://host:port.",
        SparkErrorDetails.None);
}
