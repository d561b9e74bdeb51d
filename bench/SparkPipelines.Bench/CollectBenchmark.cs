using System.Globalization;
using SparkPipelines.Sql;

namespace SparkPipelines.Bench;

/// <summary>
/// Moving rows out of Spark, as ratios to what the server alone takes to make the same rows (a write to format <c>noop</c>).
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
        var frame = WideRow.Frame(spark, Rows);
        var server = await Repetitions.TimesAsync(() => Task.Run(() => frame.Write().Format("noop").Mode("overwrite").Save()), 3);
        Console.WriteLine($"{Rows:N0} rows x 8 columns from Spark {spark.Version()}");
        Repetitions.Print("server alone (noop)", server, "s");
        var alone = Repetitions.Median(server);
        using var raw = new RawReader(remote);
        await MeasureAsync("server alone, its bytes dropped as they come", alone, () => raw.ReadAsync(frame));
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
        await MeasureAsync("to records", alone, async () => Expect((await frame.CollectAsync<WideRow>()).Count));
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
}
