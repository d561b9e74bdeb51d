using System.Globalization;
using SparkPipelines.Sql;

namespace SparkPipelines.Bench;

/// <summary>
/// Bringing rows into Spark and counting them there, as ratios to what the server alone takes to make five times as many of the same rows (a write
/// to format <c>noop</c>). PySpark 4.2 on two cores: 7 times.
/// </summary>
internal static class UploadBenchmark
{
    private const int Rows = 1_000_000;
    private const int ServerRows = 5_000_000;
    private const int Rounds = 5;

    public static async Task RunAsync(string[] arguments)
    {
        var remote = arguments.FirstOrDefault() ?? Environment.GetEnvironmentVariable("SPARK_REMOTE")
            ?? throw new InvalidOperationException("usage: bench upload sc://host:port, or set SPARK_REMOTE");
        using var spark = SparkSession.Builder().Remote(remote).GetOrCreate();
        var wide = WideRow.Frame(spark, Rows);
        var batches = await wide.ToArrowAsync().ToListAsync();
        var frame = await wide.ToDataFrameAsync();
        var records = await wide.CollectAsync<WideRow>();
        var alone = WideRow.Frame(spark, ServerRows);

        (string Name, Func<SparkSession, DataFrame> Upload)[] ways =
        [
            ("from Arrow batches", session => session.CreateDataFrame(batches, wide.Schema())),
            ("from Microsoft.Data.Analysis", session => session.CreateDataFrame(frame)),
            ("from records", session => session.CreateDataFrame(records)),
        ];

        var server = new List<double>();
        var (uploads, totals) = (ways.Select(_ => new List<double>()).ToArray(), ways.Select(_ => new List<double>()).ToArray());
        var again = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            // The first round warms up.
            var seconds = await Repetitions.SecondsAsync(() => Task.Run(() => alone.Write().Format("noop").Mode("overwrite").Save()));
            if (round > 0)
                server.Add(seconds);
            for (var way = 0; way < ways.Length; way++)
            {
                // A session of its own: one that has the rows already would not be sent them again.
                using var session = spark.NewSession();
                DataFrame? uploaded = null;
                var upload = await Repetitions.SecondsAsync(() => Task.Run(() => uploaded = ways[way].Upload(session)));
                var count = await Repetitions.SecondsAsync(async () => Expect(await uploaded!.CountAsync()));
                if (round == 0)
                    continue;
                again.Add(await Repetitions.SecondsAsync(async () => Expect(await uploaded!.CountAsync())));
                uploads[way].Add(upload);
                totals[way].Add(upload + count);
            }
        }

        Console.WriteLine($"{Rows:N0} rows x 8 columns to Spark {spark.Version()}, and counted there");
        Repetitions.Print($"server alone ({ServerRows:N0} rows to noop)", server, "s");
        // Nothing is sent for it: what the server itself takes to read and count rows that it has, below which no client gets.
        Repetitions.Print("server alone (counting the rows once more)", again, "s");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    ratio to the server alone: {Repetitions.Median(again) / Repetitions.Median(server):0.00}"));
        for (var way = 0; way < ways.Length; way++)
        {
            Repetitions.Print(ways[way].Name + ", upload", uploads[way], "s");
            Repetitions.Print(ways[way].Name + ", with count", totals[way], "s");
            var ratio = Repetitions.Median(totals[way].Zip(server, (total, alone) => total / alone));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    ratio to the server alone: {ratio:0.00}"));
        }
    }

    private static void Expect(long rows)
    {
        if (rows != Rows)
            throw new InvalidOperationException($"Expected {Rows} rows, got {rows}.");
    }
}
