using SparkPipelines.Sql;

namespace SparkPipelines.Bench;

/// <summary>An empty process on the embedded engine to its first result; the goal is under half a second.</summary>
internal static class StartupBenchmark
{
    public static async Task RunAsync(string[] arguments)
    {
        Console.WriteLine("An empty embedded process to its first result");
        var seconds = new List<double>();
        var megabytes = new List<double>();
        for (var run = 0; run < 8; run++)
        {
            var (time, memory) = await MeasuredProcess.RunAsync("dotnet", [typeof(StartupBenchmark).Assembly.Location, "first-result"], new Dictionary<string, string?>());
            seconds.Add(time);
            megabytes.Add(memory);
        }

        Repetitions.Print("process to its first result", seconds.Skip(1).ToList(), "s");
        Repetitions.Print("peak memory", megabytes.Skip(1).ToList(), "MB");
    }
}

/// <summary>What <see cref="StartupBenchmark"/> starts.</summary>
internal static class FirstResultProgram
{
    public static async Task RunAsync(string[] arguments)
    {
        using var spark = SparkSession.Builder().GetOrCreate();
        Console.WriteLine(await spark.Range(1).CountAsync());
    }
}
