using System.Globalization;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Bench;

/// <summary>
/// Moving rows out of Spark and into it, as ratios to what the server alone takes to make the same rows (a write to format <c>noop</c>).
/// PySpark 4.2 on two cores: toArrow 4.4 times, toPandas 8.9 times.
/// </summary>
internal static class CollectBenchmark
{
    private const int Rows = 5_000_000;

    public static async Task RunAsync(string[] arguments)
    {
        var remote = arguments.FirstOrDefault() ?? Environment.GetEnvironmentVariable("SPARK_REMOTE")
            ?? throw new InvalidOperationException("usage: bench collect sc://host:port, or set SPARK_REMOTE");
        using var spark = SparkSession.Builder().Remote(remote).GetOrCreate();
        var frame = Wide(spark, Rows);
        var server = await Repetitions.TimesAsync(() => Task.Run(() => frame.Write().Format("noop").Mode("overwrite").Save()), 3);
        Console.WriteLine($"{Rows:N0} rows x 8 columns from Spark {spark.Version()}");
        Repetitions.Print("server alone (noop)", server, "s");
        var alone = Repetitions.Median(server);
        await MeasureAsync("to Arrow batches", alone, async () =>
        {
            long rows = 0;
            await foreach (var batch in frame.ToArrowAsync())
            {
                rows += batch.Length;
                batch.Dispose();
            }

            Expect(rows);
        });
        await MeasureAsync("to Microsoft.Data.Analysis", alone, async () => Expect((await frame.ToDataFrameAsync()).Rows.Count));
        await MeasureAsync("to records", alone, async () => Expect((await frame.CollectAsync<Record>()).Count));
    }

    private static async Task MeasureAsync(string name, double alone, Func<Task> work)
    {
        var times = await Repetitions.TimesAsync(work, 3);
        Repetitions.Print(name, times, "s");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    ratio to the server alone: {Repetitions.Median(times) / alone:0.00}"));
    }

    private static void Expect(long rows)
    {
        if (rows != Rows)
            throw new InvalidOperationException($"Expected {Rows} rows, got {rows}.");
    }

    private static DataFrame Wide(SparkSession spark, long rows) => spark.Range(rows).Select(
        Col("id"),
        (Col("id") % Lit(1000)).Cast("int").Alias("i"),
        (Col("id") * Lit(0.5)).Alias("d"),
        Concat(Lit("name-"), (Col("id") % Lit(5000)).Cast("string")).Alias("s"),
        Concat(Lit("a somewhat longer text "), Col("id").Cast("string")).Alias("t"),
        (Col("id") % Lit(2) == Lit(0)).Alias("b"),
        DateAdd(Lit(new DateOnly(2000, 1, 1)), (Col("id") % Lit(9000)).Cast("int")).Alias("dt"),
        TimestampSeconds(Col("id") + Lit(1_500_000_000L)).Alias("ts"));

    private sealed record Record(long Id, int I, double D, string S, string T, bool B, DateOnly Dt, DateTime Ts);
}
