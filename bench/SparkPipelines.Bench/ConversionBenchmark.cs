using System.Globalization;
using Apache.Arrow;
using SparkPipelines.Sql;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Bench;

/// <summary>
/// The conversions alone, without an engine: a million rows of eight columns from records to Arrow and to the bytes that are sent, five million from Arrow to
/// frames, records and rows. Next to what an engine takes to make the rows they should hardly count.
/// </summary>
internal static class ConversionBenchmark
{
    private const int Rows = 1_000_000;
    private const int Copies = 5;

    // Spark sends so many rows in a batch.
    private const int BatchRows = 10_000;

    private static readonly string[] Categories = ["red", "green", "blue", "a category with a longer name"];

    private sealed record Record(long Id, int I, double D, string S, string T, bool B, DateOnly Dt, DateTime Ts);

    public static async Task RunAsync(string[] arguments)
    {
        var records = Enumerable.Range(0, Rows).Select(i => new Record(
            i,
            unchecked(i * 7),
            i / 3.0,
            string.Create(CultureInfo.InvariantCulture, $"name {i}"),
            Categories[i % Categories.Length],
            i % 2 == 0,
            DateOnly.FromDayNumber(700_000 + (i % 20_000)),
            DateTime.UnixEpoch.AddMilliseconds(i))).ToArray();
        var table = LocalTable.FromRecords(records);
        var ready = table.Batches.ToList();

        Console.WriteLine($"{Rows:N0} rows of 8 columns");
        await MeasureAsync("records to Arrow", () => LocalTable.FromRecords(records).Batches.ToList());
        await MeasureAsync("Arrow to the bytes that are sent", () => Bytes(table.Schema, ready));

        var batches = Enumerable.Repeat(ready, Copies).SelectMany(all => all).SelectMany(Slices).ToArray();
        Console.WriteLine($"{(long)Rows * Copies:N0} rows of 8 columns in batches of {BatchRows:N0}");
        await MeasureAsync("Arrow to a frame, text as strings", () => Frame(table, batches, FrameText.Strings));
        await MeasureAsync("Arrow to a frame, text as UTF-8", () => Frame(table, batches, FrameText.Utf8));
        await MeasureAsync("Arrow to records", () => Count<Record>(table, batches));
        await MeasureAsync("Arrow to rows", () => Count<Row>(table, batches));
        var frame = Frame(table, batches, FrameText.Strings);
        await MeasureAsync("a frame to Arrow", () => frame.ToLocalTable().Batches.ToList());
    }

    private static LocalPart Bytes(StructType schema, List<RecordBatch> batches)
    {
        var part = new LocalPart(schema.ToArrowSchema());
        batches.ForEach(part.Add);
        part.Finish();
        part.Dispose();
        return part;
    }

    private static async Task MeasureAsync(string name, Func<object> work)
    {
        var times = await Repetitions.TimesAsync(() =>
        {
            GC.KeepAlive(work());
            return Task.CompletedTask;
        });
        Repetitions.Print(name, times, "s");
    }

    private static Microsoft.Data.Analysis.DataFrame Frame(LocalTable table, RecordBatch[] batches, FrameText text)
    {
        var builder = new FrameBuilder(table.Schema, text);
        foreach (var batch in batches)
            builder.Append(batch);
        return builder.Build();
    }

    private static long Count<T>(LocalTable table, RecordBatch[] batches)
    {
        var reader = RecordReaders.Of<T>(table.Schema);
        return batches.Sum(batch => (long)reader.ReadBatch(batch).Length);
    }

    private static IEnumerable<RecordBatch> Slices(RecordBatch batch)
    {
        for (var start = 0; start < batch.Length; start += BatchRows)
            yield return batch.Slice(start, Math.Min(BatchRows, batch.Length - start));
    }
}
