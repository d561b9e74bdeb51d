namespace SparkPipelines.Data.Tests.Paths;

public sealed class DataPathTests
{
    private static readonly LocalDatastore Store = new("training_data", "/data");

    [Fact]
    public void Constructor_NormalizesThePath()
    {
        new DataPath(Store, "./a//b/./c.csv/").Path.ShouldBe("a/b/c.csv");
        new DataPath(Store, "").Path.ShouldBe("");
        new DataPath(Store, "a/b").ToString().ShouldBe("/data/a/b");
    }

    [Theory]
    [InlineData("../secret.csv", "'../secret.csv' leads out of its datastore; '..' is not allowed. (Parameter 'path')")]
    [InlineData("a/../../b", "'a/../../b' leads out of its datastore; '..' is not allowed. (Parameter 'path')")]
    [InlineData("/etc/passwd", "'/etc/passwd' is not relative; a DataPath is relative to its datastore (DataPath.FromLocal takes paths of this machine). (Parameter 'path')")]
    [InlineData("https://x/y", "'https://x/y' is not relative; a DataPath is relative to its datastore (DataPath.FromLocal takes paths of this machine). (Parameter 'path')")]
    public void Constructor_PathOutsideOfTheDatastore_IsRefused(string path, string message) =>
        Should.Throw<ArgumentException>(() => new DataPath(Store, path)).Message.ShouldBe(message);

    [Fact]
    public void FromLocal_ForeignScheme_IsRefused() =>
        Should.Throw<ArgumentException>(() => DataPath.FromLocal("https://example.org/cats.zip"))
            .Message.ShouldBe("'https://example.org/cats.zip' does not lie on this machine; paths of the scheme 'https' need a datastore of their own. (Parameter 'path')");

    [Fact]
    public void FromLocal_FileScheme_IsThePath() => DataPath.FromLocal("file:///tmp/a b.csv").ToString().ShouldBe("/tmp/a b.csv");

    [Fact]
    public void Resolve_Folder_TakesAllBelowInOrderWithoutBookkeeping()
    {
        using var folder = new TestFolder();
        foreach (var file in (string[])["d/b.csv", "d/a-b/x.csv", "d/a/x.csv", "d/_SUCCESS", "d/.a.csv.crc", "d/_tmp/y.csv"])
            folder.Write(file, "x");
        PathResolver.Resolve([folder.DataPath("d")], dataFilesOnly: true).Select(file => file.Path).ShouldBe(["d/a/x.csv", "d/a-b/x.csv", "d/b.csv"]);
        PathResolver.Resolve([folder.DataPath("d")], dataFilesOnly: false).Select(file => file.Path)
            .ShouldBe(["d/.a.csv.crc", "d/_SUCCESS", "d/_tmp/y.csv", "d/a/x.csv", "d/a-b/x.csv", "d/b.csv"]);
    }

    [Fact]
    public void Resolve_SeveralPaths_KeepsTheirOrderAndDuplicates()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "x");
        folder.Write("b.csv", "x");
        PathResolver.Resolve([folder.DataPath("b.csv"), folder.DataPath("*.csv")], dataFilesOnly: true).Select(file => file.Path).ShouldBe(["b.csv", "a.csv", "b.csv"]);
    }

    [Fact]
    public void Resolve_NothingThere_NamesThePath()
    {
        using var folder = new TestFolder();
        folder.Write("data/a.txt", "x");
        Directory.CreateDirectory(folder["empty"]);
        Failure("nope.csv").ShouldBe($"There is no file or folder '{folder["nope.csv"]}'.");
        Failure("data/*.csv").ShouldBe($"No file matches the pattern '{folder["data/*.csv"]}'.");
        Failure("nope/**").ShouldBe($"No file matches the pattern '{folder["nope/**"]}'.");
        Failure("empty").ShouldBe($"The folder '{folder["empty"]}' holds no files.");

        string Failure(string path) => Should.Throw<DatasetException>(() => PathResolver.Resolve([folder.DataPath(path)], dataFilesOnly: true)).Message;
    }

    [Fact]
    public void Resolve_BookkeepingFileByName_SaysThatSparkDoesNotReadIt()
    {
        using var folder = new TestFolder();
        folder.Write("_a.csv", "x");
        Should.Throw<DatasetException>(() => PathResolver.Resolve([folder.DataPath("_a.csv")], dataFilesOnly: true))
            .Message.ShouldBe($"Spark does not read '{folder["_a.csv"]}': a name that begins with '_' or '.' is bookkeeping to it; rename the file.");
    }
}
