using System.Collections.Concurrent;
using System.Globalization;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Pipelines.Tests.PipelineDatas;

/// <summary>
/// A step's process that is killed at any moment of its life leaves nothing that a reader takes for pipeline data, and nothing for good.
/// </summary>
public sealed class KilledWriterTests : IDisposable
{
    private const int Kills = 50;

    /// <summary>A commit takes milliseconds: so many more kills are aimed at it until enough have met it.</summary>
    private const int MostAimedKills = 100;
    private const int InCommits = 3;
    private const int AtATime = 2;
    private const int Seed = 20131;

    /// <summary>What was there before the writer that replaces it.</summary>
    private const int OldRows = 10;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly TestFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Builder().Create();

    [Fact]
    public async Task Open_AfterTheWriterWasKilledAtRandomMoments_AcceptsWholeDataOnly()
    {
        var expected = Sums(WriteTables.Table(_spark, 0, WriteTables.Rows));
        var old = Sums(WriteTables.Table(_spark, 0, OldRows));
        var random = new Random(Seed);
        var life = (await Task.WhenAll(Enumerable.Range(0, AtATime).Select(i => new WriterProcess(_folder[$"whole{i}"], replaces: false).MeasureAsync()))).Max();
        var moments = Enumerable.Range(0, Kills).Select(kill => Moment.Choose(random, kill, Kills, life)).ToList();

        var seen = new ConcurrentBag<WriterState>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = Stop };
        await Parallel.ForEachAsync(Enumerable.Range(0, Kills), options, async (kill, _) => await KillAsync(kill, moments[kill]));
        for (var kill = Kills; kill < Kills + MostAimedKills && seen.Count(state => state.Phase == WriterPhase.Committing) < InCommits; kill++)
            await KillAsync(kill, Moment.ChooseInACommit(random));

        // Otherwise the kills came before or after the writing, and the test shows nothing.
        var counts = seen.CountBy(state => state.Phase).ToDictionary();
        var told = string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{told}; a writer lives {life.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)} ms");
        counts.GetValueOrDefault(WriterPhase.Before).ShouldBeGreaterThanOrEqualTo(1, told);
        counts.GetValueOrDefault(WriterPhase.Writing).ShouldBeGreaterThanOrEqualTo(5, told);
        counts.GetValueOrDefault(WriterPhase.Committing).ShouldBeGreaterThanOrEqualTo(InCommits, told);
        counts.GetValueOrDefault(WriterPhase.After).ShouldBeGreaterThanOrEqualTo(1, told);

        async Task KillAsync(int kill, Moment moment)
        {
            var replaces = kill % 4 == 3;
            var folder = Directory.CreateDirectory(_folder[$"{kill}"]).FullName;
            if (replaces)
                await WriteOldAsync(folder);
            var writer = new WriterProcess(folder, replaces);
            await writer.KillAsync(moment);
            var state = WriterState.Of(folder);
            seen.Add(state);
            try
            {
                foreach (var output in WriteTables.Outputs)
                    Check(Path.Combine(folder, output), replaces, expected, old);
                if (kill % 6 == 1)
                    await CheckNextRunAsync(folder, expected);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Kill {kill} of the seed {Seed}, {moment}, found {state}: {failure.Message}", failure);
            }
        }
    }

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    private void Check(string path, bool replaces, string expected, string old)
    {
        PipelineDataReader reader;
        try
        {
            reader = PipelineDataReader.Open(path);
        }
        catch (PipelineException refusal)
        {
            // Where data was there already there is the old or the new at any moment.
            replaces.ShouldBeFalse(refusal.Message);
            refusal.Message.ShouldBe($"There is no pipeline data in '{path}'; the step that writes it has not ended well.");
            return;
        }

        var sums = SumsOf(reader);
        if (sums != old || !replaces)
            sums.ShouldBe(expected);
    }

    private async Task CheckNextRunAsync(string folder, string expected)
    {
        var run = new Run(WriterProcess.Context(folder, replaces: true), () => _spark);
        await StepExecution.RunJobAsync(new WriteTables(), run, Stop);

        foreach (var output in WriteTables.Outputs)
            SumsOf(PipelineDataReader.Open(Path.Combine(folder, output))).ShouldBe(expected);
        Directory.GetDirectories(folder).Select(Path.GetFileName).Order().ShouldBe(WriteTables.Outputs.Order());
    }

    private async Task WriteOldAsync(string folder)
    {
        foreach (var output in WriteTables.Outputs)
        {
            using var writer = new PipelineDataWriter(output, Path.Combine(folder, output));
            var rows = WriteTables.Table(_spark, 0, OldRows);
            await rows.Write().ParquetAsync($"file://{writer.AsideFolder}", Stop);
            await writer.CommitAsync(await rows.SchemaAsync(Stop), new DataOrigin("run", "write", []), Stop);
        }
    }

    private string SumsOf(PipelineDataReader reader)
    {
        var files = reader.Manifest.Files.Where(file => file.Path.EndsWith(".parquet", StringComparison.Ordinal)).Select(file => $"file://{Path.Combine(reader.Folder, file.Path)}");
        return Sums(_spark.Read().Parquet([.. files]));
    }

    /// <summary>The number of rows and a checksum over all of them, whatever their order.</summary>
    private static string Sums(DataFrame rows) =>
        rows.Agg(Count(Lit(1)), Sum(Col("id")), Sum(Col("half")), Sum(Crc32(Col("text").Cast("binary")))).Collect().Single().ToString();
}
