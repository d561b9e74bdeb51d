using System.Diagnostics;
using System.Text;
using Apache.Arrow;
using SparkPipelines.Sql;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>
/// Many rows up and down, checked against sums that the server makes of them. Usually a fiftieth of it, so that a run stays short;
/// <c>SPARKPIPELINES_LARGE_TRANSFERS=1</c> makes it 1 GB up and 2.3 GB down, which CONTRIBUTING.md says how to run.
/// </summary>
public sealed class LargeTransferTests
{
    private static readonly bool IsLarge = Environment.GetEnvironmentVariable("SPARKPIPELINES_LARGE_TRANSFERS") == "1";
    private static readonly int UpRows = IsLarge ? 1_000_000 : 20_000;
    private static readonly int DownRows = IsLarge ? 2_300_000 : 46_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public sealed record Line(long Id, string Text)
    {
        /// <summary>A thousand characters that no two rows have in common.</summary>
        public static Line Of(int i) => new(i, string.Create(1000, i, static (text, i) =>
        {
            text.Fill((char)('a' + (i % 26)));
            i.TryFormat(text, out _);
        }));
    }

    public sealed record Sums(long Rows, long Ids, long Checks);

    [Theory]
    [InlineData(SparkMajor.Spark4, false)]
    [InlineData(SparkMajor.Spark4, true)]
    [InlineData(SparkMajor.Spark3, false)]
    public async Task CreateDataFrame_ManyRows_Arrive(SparkMajor major, bool fromArrow)
    {
        await using var spark = await Sparks.NewSessionAsync(major);
        var (rows, ids, checks) = (0L, 0L, 0L);
        var lines = Enumerable.Range(0, UpRows).Select(i =>
        {
            var line = Line.Of(i);
            (rows, ids, checks) = (rows + 1, ids + line.Id, checks + Check(line.Text));
            return line;
        });

        var table = LocalTable.FromRecords(lines);
        var frame = fromArrow
            ? await spark.CreateDataFrameAsync(table.Batches, table.Schema, Token)
            : await spark.CreateDataFrameAsync(lines, Token);

        (await SumsAsync(frame)).ShouldBe(new Sums(rows, ids, checks));
        rows.ShouldBe(UpRows);
        // Spark 3.5 takes all rows in one piece, which is made in memory.
        if (major == SparkMajor.Spark4)
            CheckMemory(1_000);
    }

    [Fact]
    public async Task ToArrowAsync_ManyRows_AreThoseOfTheServer()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);
        var frame = Lines(spark);

        var sums = new Sums(0, 0, 0);
        await foreach (var batch in frame.ToArrowAsync(Token))
        {
            using (batch)
            {
                var (ids, texts) = ((Int64Array)batch.Column(0), (StringArray)batch.Column(1));
                for (var i = 0; i < batch.Length; i++)
                    sums = new Sums(sums.Rows + 1, sums.Ids + ids.GetValue(i)!.Value, sums.Checks + System.IO.Hashing.Crc32.HashToUInt32(texts.GetBytes(i)));
            }
        }

        sums.ShouldBe(await SumsAsync(frame));
        sums.Rows.ShouldBe(DownRows);
        CheckMemory(600);
    }

    [Fact]
    public async Task StreamAsync_ManyRows_AreThoseOfTheServer()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);
        var frame = Lines(spark);

        var sums = new Sums(0, 0, 0);
        await foreach (var line in frame.StreamAsync<Line>(Token))
            sums = new Sums(sums.Rows + 1, sums.Ids + line.Id, sums.Checks + Check(line.Text));

        sums.ShouldBe(await SumsAsync(frame));
        CheckMemory(600);
    }

    private static DataFrame Lines(SparkSession spark) =>
        spark.Range(0, DownRows, 1, 40).Select(Col("id").Alias("Id"), Lpad(Col("id").Cast("string"), 1000, "abcdefg").Alias("Text"));

    /// <summary>The checks are a projection of their own: Spark works one over local rows out where they are, where it would pack the rows into tasks otherwise.</summary>
    private static async Task<Sums> SumsAsync(DataFrame frame) => (await frame
        .Select(Col("Id"), Crc32(Col("Text").Cast("binary")).Alias("Check"))
        .Agg(Count(Lit(1)).Alias("Rows"), Sum("Id").Alias("Ids"), Sum("Check").Alias("Checks")).CollectAsync<Sums>(Token)).Single();

    private static long Check(string text) => System.IO.Hashing.Crc32.HashToUInt32(Encoding.UTF8.GetBytes(text));

    private static void CheckMemory(int mostMegabytes)
    {
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        TestContext.Current.TestOutputHelper?.WriteLine($"highest resident memory of this process so far: {peak} MiB");
        if (IsLarge)
            peak.ShouldBeLessThan(mostMegabytes);
    }
}
