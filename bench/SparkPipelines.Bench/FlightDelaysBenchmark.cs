namespace SparkPipelines.Bench;

/// <summary>The job FlightDelays as whole processes: embedded against Spark <c>local[2]</c>. Goals: 8 times faster, a third of the memory.</summary>
internal static class FlightDelaysBenchmark
{
    private const int Pairs = 3;

    public static async Task RunAsync(string[] arguments)
    {
        var root = RepositoryRoot();
        var submit = Path.Combine(root, "spark-submit.sh");
        var job = Path.Combine(root, "jobs", "FlightDelays");
        var sparkHome = Environment.GetEnvironmentVariable("SPARK_HOME") ?? throw new InvalidOperationException("SPARK_HOME must name a Spark 4.2.");
        var embedded = new List<(double Seconds, double Megabytes)>();
        var spark = new List<(double Seconds, double Megabytes)>();
        for (var pair = 0; pair <= Pairs; pair++)
        {
            embedded.Add(await MeasuredProcess.RunAsync(submit, [job], new Dictionary<string, string?> { ["SPARK_HOME"] = null }));
            spark.Add(await MeasuredProcess.RunAsync(submit, ["--master", "local[2]", job], new Dictionary<string, string?> { ["SPARK_HOME"] = sparkHome }));
        }

        Console.WriteLine("jobs/FlightDelays, whole process");
        Report(embedded.Skip(1).ToList(), spark.Skip(1).ToList());
    }

    private static void Report(List<(double Seconds, double Megabytes)> embedded, List<(double Seconds, double Megabytes)> spark)
    {
        Repetitions.Print("embedded", embedded.ConvertAll(run => run.Seconds), "s");
        Repetitions.Print("Spark local[2]", spark.ConvertAll(run => run.Seconds), "s");
        Repetitions.Print("embedded, peak memory", embedded.ConvertAll(run => run.Megabytes), "MB");
        Repetitions.Print("Spark local[2], peak memory", spark.ConvertAll(run => run.Megabytes), "MB");
        Repetitions.Print("times faster", [.. embedded.Zip(spark, (e, s) => s.Seconds / e.Seconds)], "x");
        Repetitions.Print("times less memory", [.. embedded.Zip(spark, (e, s) => s.Megabytes / e.Megabytes)], "x");
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparkPipelines.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the benchmark from its checkout.");
        return folder;
    }
}
