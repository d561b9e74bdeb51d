using Spark.Connect;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Plans;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Bench;

/// <summary>Building and serialising a plan of 2,000 nodes; the goal is under 50 ms without the server's time.</summary>
internal static class PlanBenchmark
{
    private const int Columns = 400;

    public static async Task RunAsync(string[] arguments)
    {
        using var spark = SparkSession.Builder().GetOrCreate();
        var nodes = 0;
        var bytes = 0;
        var times = await Repetitions.TimesAsync(
            () =>
            {
                var frame = Chain(spark);
                var plan = MessageWriter.ToBytes(new Plan { Root = frame.Relation });
                (nodes, bytes) = (Columns * 5, plan.Length);
                return Task.CompletedTask;
            },
            20);
        Console.WriteLine($"A chain of {Columns} WithColumn calls, {nodes} nodes, {bytes:N0} bytes");
        Repetitions.Print("build and serialise", [.. times.Select(seconds => seconds * 1000)], "ms");
    }

    // Each call adds a relation, an alias, a function, a column and a literal.
    private static DataFrame Chain(SparkSession spark)
    {
        var frame = spark.Range(1);
        for (var column = 0; column < Columns; column++)
            frame = frame.WithColumn($"c{column}", Col("id") + Lit(column));
        return frame;
    }
}
