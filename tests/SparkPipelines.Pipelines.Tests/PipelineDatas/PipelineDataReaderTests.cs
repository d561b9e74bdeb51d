namespace SparkPipelines.Pipelines.Tests.PipelineDatas;

public sealed class PipelineDataReaderTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_WrittenWhole_IsAccepted()
    {
        using var folder = new TestFolder();
        await WriteAsync(folder["data"]);
        PipelineDataReader.Open(folder["data"]).Manifest.Files.Select(file => $"{file.Path} {file.Bytes} {file.Sha256}").ShouldBe([
            "a.txt 3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "b/c.txt 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ]);
    }

    [Fact]
    public async Task Open_ChangedOrIncomplete_NamesTheFile()
    {
        using var folder = new TestFolder();
        await WriteAsync(folder["data"]);
        await File.WriteAllTextAsync(folder["data/a.txt"], "abd", Stop);
        Failure().ShouldBe($"The pipeline data in '{folder["data"]}' was changed: the content of its file 'a.txt' is another than was written; run the step that wrote it again.");
        await File.WriteAllTextAsync(folder["data/a.txt"], "abcd", Stop);
        Failure().ShouldBe($"The pipeline data in '{folder["data"]}' was changed: its file 'a.txt' has 4 bytes and had 3; run the step that wrote it again.");
        File.Delete(folder["data/a.txt"]);
        Failure().ShouldBe($"The pipeline data in '{folder["data"]}' is incomplete: its file 'a.txt' is missing; run the step that wrote it again.");
        await File.WriteAllTextAsync(folder["data/_manifest.json"], "{\"version\":1", Stop);
        Failure().ShouldStartWith($"'{folder["data/_manifest.json"]}' is no manifest of pipeline data: ");
        File.Delete(folder["data/_manifest.json"]);
        Failure().ShouldBe($"'{folder["data"]}' is no pipeline data: it has no _manifest.json.");
        Directory.Delete(folder["data"], recursive: true);
        Failure().ShouldBe($"There is no pipeline data in '{folder["data"]}'; the step that writes it has not ended well.");

        string Failure() => Should.Throw<PipelineException>(() => PipelineDataReader.Open(folder["data"])).Message;
    }

    [Fact]
    public async Task Commit_DataIsThere_IsRefusedAndLeavesNothingAside()
    {
        using var folder = new TestFolder();
        await WriteAsync(folder["data"]);
        (await Should.ThrowAsync<PipelineException>(() => WriteAsync(folder["data"]))).Message.ShouldBe($"The pipeline data 'data' is there already: '{folder["data"]}'; data is written once.");
        Directory.GetFileSystemEntries(folder.FullPath).ShouldBe([folder["data"]]);
    }

    private static async Task WriteAsync(string folder)
    {
        using var writer = new PipelineDataWriter("data", folder);
        Directory.CreateDirectory(Path.Combine(writer.AsideFolder, "b"));
        await File.WriteAllTextAsync(Path.Combine(writer.AsideFolder, "a.txt"), "abc", Stop);
        await File.WriteAllTextAsync(Path.Combine(writer.AsideFolder, "b/c.txt"), "", Stop);
        await writer.CommitAsync(schema: null, new DataOrigin("run", "step", []), Stop);
    }
}
