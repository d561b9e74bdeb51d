namespace SparkPipelines.Pipelines.Tests.PipelineDatas;

/// <summary>Readers that look while a writer gives data its name, or takes other data's place.</summary>
public sealed class ReplacedDataTests
{
    private const int Versions = 60;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_WhileAWriterReplacesTheData_FindsTheOldOrTheNew()
    {
        using var folder = new TestFolder();
        using var ended = new CancellationTokenSource();
        Task<HashSet<string>>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(folder["data"], ended.Token), Stop))];
        for (var version = 0; version < Versions; version++)
            await WriteAsync(folder["data"], version);
        await ended.CancelAsync();

        foreach (var seen in await Task.WhenAll(readers))
            seen.Count.ShouldBeGreaterThan(5);
        Directory.GetFileSystemEntries(folder.FullPath).ShouldBe([folder["data"]]);
    }

    /// <summary>Whatever it opens is whole; that there is nothing yet is all that may be said before the first.</summary>
    private static HashSet<string> Read(string folder, CancellationToken ended)
    {
        var seen = new HashSet<string>();
        while (!ended.IsCancellationRequested)
        {
            try
            {
                var files = PipelineDataReader.Open(folder).Manifest.Files;
                files.Count.ShouldBe(3);
                files.DistinctBy(file => file.Sha256).ShouldHaveSingleItem("files of one version have one content");
                seen.Add(files[0].Sha256);
            }
            catch (PipelineException refusal)
            {
                seen.ShouldBeEmpty(refusal.Message);
                refusal.Message.ShouldBe($"There is no pipeline data in '{folder}'; the step that writes it has not ended well.");
            }
        }

        return seen;
    }

    private static async Task WriteAsync(string folder, int version)
    {
        using var writer = new PipelineDataWriter("data", folder, replaces: true);
        Directory.CreateDirectory(writer.AsideFolder);
        for (var file = 0; file < 3; file++)
            await File.WriteAllTextAsync(Path.Combine(writer.AsideFolder, $"{file}.txt"), new string((char)('a' + version % 26), 1000 + version), Stop);
        await writer.CommitAsync(schema: null, new DataOrigin("run", "write", []), Stop);
    }
}
