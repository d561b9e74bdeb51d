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
    private const int Rounds = 5;

    public static async Task RunAsync(string[] arguments)
    {
        var remote = arguments.FirstOrDefault() ?? Environment.GetEnvironmentVariable("SPARK_REMOTE")
            ?? throw new InvalidOperationException("usage: bench collect sc://host:port [PARTITIONS], or set SPARK_REMOTE");
        int? partitions = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : null;
        using var spark = SparkSession.Builder().Remote(remote).GetOrCreate();
        using var raw = new RawReader(remote);
        var frame = WideRow.Frame(spark, Rows, partitions);
        (string Name, Func<Task> Work, List<double> Times)[] ways =
        [
            ("server alone (noop)", () => Task.Run(() => frame.Write().Format("noop").Mode("overwrite").Save()), []),
            ("to a reader that drops the bytes", () => raw.ReadAsync(frame), []),
            ("to Arrow batches", () => ReadArrowAsync(frame), []),
            ("to Microsoft.Data.Analysis", async () => Expect((await frame.ToDataFrameAsync()).Rows.Count), []),
            ("to Microsoft.Data.Analysis, text as UTF-8", async () => Expect((await frame.ToDataFrameAsync(FrameText.Utf8)).Rows.Count), []),
            ("to records", async () => Expect((await frame.CollectAsync<WideRow>()).Count), []),
        ];
        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (_, work, times) in ways)
            {
                GC.Collect();
                var seconds = await Repetitions.SecondsAsync(work);
                if (round > 0)
                    times.Add(seconds);
            }
        }

        var cut = partitions is { } count ? $"{count} partitions" : "a partition for each core";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows x 8 columns from Spark {spark.Version()}, {cut}"));
        var alone = ways[0].Times;
        foreach (var (name, _, times) in ways)
        {
            Repetitions.Print(name, times, "s");
            if (times != alone)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    ratio to the server alone: {Repetitions.Median(times.Zip(alone, (time, noop) => time / noop)):0.00}"));
        }
    }

    private static async Task ReadArrowAsync(DataFrame frame)
    {
        long rows = 0;
        await foreach (var batch in frame.ToArrowAsync())
        {
            rows += batch.Length;
            batch.Dispose();
        }

        Expect(rows);
    }

    private static void Expect(long rows)
    {
        if (rows != Rows)
            throw new InvalidOperationException($"Expected {Rows} rows, got {rows}.");
    }
}
