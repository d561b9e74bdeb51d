using System.IO.Compression;

namespace SparkPipelines.Data.Tests.Datasets;

public sealed class FileDatasetTests
{
    [Fact]
    public void ToPath_CutsTheSharedFolder()
    {
        using var folder = new TestFolder();
        folder.Write("images/cats/1.jpg", "c");
        folder.Write("images/dogs/1.jpg", "d");
        folder.Write("images/_labels.txt", "l");
        Dataset.File.FromFiles(folder.DataPath("images")).ToPath().ShouldBe(["_labels.txt", "cats/1.jpg", "dogs/1.jpg"]);
        Dataset.File.FromFiles(folder.DataPath("images/**/*.jpg")).ToPath().ShouldBe(["cats/1.jpg", "dogs/1.jpg"]);
        Dataset.File.FromFiles(folder.DataPath("images/cats/1.jpg")).ToPath().ShouldBe(["1.jpg"]);
        Dataset.File.FromFiles(folder["images/dogs"]).ToPath().ShouldBe(["1.jpg"]);
    }

    [Fact]
    public async Task DownloadAsync_ZipWithGlob_CopiesTheMatchingEntries()
    {
        using var folder = new TestFolder();
        WriteZip(folder["a.zip"], ("cats/1.jpg", "cat"), ("cats/", ""), ("dogs/2.jpg", "dog"), ("README.txt", "read"));
        var files = Dataset.File.FromFiles(folder.DataPath("a.zip"), new ArchiveOptions(ArchiveType.Zip, "**/*.jpg"));
        var copies = await files.DownloadAsync(folder["out"], cancellationToken: TestContext.Current.CancellationToken);
        copies.ShouldBe([folder["out/cats/1.jpg"], folder["out/dogs/2.jpg"]]);
        copies.Select(File.ReadAllText).ShouldBe(["cat", "dog"]);
        Directory.GetFiles(folder["out"], "*", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("../evil.txt", "would lie outside of the target folder")]
    [InlineData("a/../../evil.txt", "would lie outside of the target folder")]
    [InlineData("/etc/evil.txt", "would lie outside of the target folder")]
    [InlineData("..\\evil.txt", "would lie outside of the target folder")]
    [InlineData("C:/evil.txt", "would lie outside of the target folder")]
    public void ToFiles_EntryOutsideOfTheFolder_RefusesTheArchive(string entry, string reason)
    {
        using var folder = new TestFolder();
        WriteZip(folder["a.zip"], ("good.txt", "x"), (entry, "x"));
        Should.Throw<DatasetException>(() => Zip(folder).ToFiles()).Message.ShouldBe($"The archive '{folder["a.zip"]}' is not unpacked: its entry '{entry}' {reason}.");
    }

    [Fact]
    public void ToFiles_SymbolicLink_RefusesTheArchive()
    {
        using var folder = new TestFolder();
        using (var zip = ZipFile.Open(folder["a.zip"], ZipArchiveMode.Create))
            zip.CreateEntry("link").ExternalAttributes = unchecked((int)0xA1FF0000);
        Should.Throw<DatasetException>(() => Zip(folder).ToFiles()).Message.ShouldBe($"The archive '{folder["a.zip"]}' is not unpacked: its entry 'link' is a symbolic link.");
    }

    [Fact]
    public void ToFiles_NoZip_NamesTheFile()
    {
        using var folder = new TestFolder();
        folder.Write("a.zip", "this is text");
        Should.Throw<DatasetException>(() => Zip(folder).ToFiles()).Message.ShouldBe($"'{folder["a.zip"]}' is no zip archive, or is damaged.");
    }

    [Fact]
    public void ToFiles_NoEntryMatches_NamesArchiveAndPattern()
    {
        using var folder = new TestFolder();
        WriteZip(folder["a.zip"], ("a.txt", "x"));
        Should.Throw<DatasetException>(() => Dataset.File.FromFiles(folder.DataPath("a.zip"), new ArchiveOptions(ArchiveType.Zip, "*.jpg")).ToFiles())
            .Message.ShouldBe($"No entry of '{folder["a.zip"]}' matches the pattern '*.jpg'.");
    }

    [Fact]
    public async Task DownloadAsync_FileIsThere_CopiesNothing()
    {
        using var folder = new TestFolder();
        folder.Write("in/a.txt", "a");
        folder.Write("in/b.txt", "b");
        folder.Write("out/b.txt", "old");
        var files = Dataset.File.FromFiles(folder.DataPath("in"));
        var refused = await Should.ThrowAsync<DatasetException>(() => files.DownloadAsync(folder["out"], cancellationToken: TestContext.Current.CancellationToken));
        refused.Message.ShouldBe($"'{folder["out/b.txt"]}' is there already; pass overwrite: true to replace it.");
        File.Exists(folder["out/a.txt"]).ShouldBeFalse();
        await files.DownloadAsync(folder["out"], overwrite: true, TestContext.Current.CancellationToken);
        File.ReadAllText(folder["out/b.txt"]).ShouldBe("b");
    }

    [Fact]
    public void RandomSplit_IsDisjointCompleteAndIndependentOfOtherFiles()
    {
        using var folder = new TestFolder();
        for (var i = 0; i < 100; i++)
            folder.Write($"in/{i:D3}.txt", "x");
        var files = Dataset.File.FromFiles(folder.DataPath("in"));
        var (first, second) = files.RandomSplit(0.7, seed: 42);
        first.ToPath().Concat(second.ToPath()).Order().ShouldBe(files.ToPath());
        first.ToPath().Count.ShouldBeInRange(60, 80);
        var before = first.ToPath();
        folder.Write("in/000a.txt", "x");
        first.ToPath().Where(path => path != "000a.txt").ShouldBe(before);
        files.TakeSample(0.2, 7).ToPath().ShouldBeSubsetOf(files.TakeSample(0.5, 7).ToPath());
        files.Skip(2).Take(2).ToPath().ShouldBe(["001.txt", "002.txt"]);
    }

    private static FileDataset Zip(TestFolder folder) => Dataset.File.FromFiles(folder.DataPath("a.zip"), new ArchiveOptions(ArchiveType.Zip));

    private static void WriteZip(string path, params (string Name, string Content)[] entries)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }
}
