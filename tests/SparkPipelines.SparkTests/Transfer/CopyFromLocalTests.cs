using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>Files that are copied to the server's file system, which is this machine's for the test servers.</summary>
public sealed class CopyFromLocalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copies-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task CopyFromLocalToFs_WhereTheServerAllowsIt_ReplacesTheFile()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);
        var (file, copy) = Paths();

        Should.Throw<SparkException>(() => spark.CopyFromLocalToFs(file, copy)).Message
            .ShouldBe("Uploading artifact file to local file system destination path is not supported.");
        spark.Conf().Set("spark.sql.artifact.copyFromLocalToFs.allowDestLocal", true);
        spark.CopyFromLocalToFs(file, copy);

        spark.Read().Option("header", true).Csv(copy).Collect().Select(row => row.ToString()).ShouldBe(["[1]"]);
        // What is larger than a message goes in pieces, and a second copy replaces the first.
        File.WriteAllBytes(file, new byte[3_000_000]);
        spark.CopyFromLocalToFs(file, copy);
        new FileInfo(copy).Length.ShouldBe(3_000_000);
        File.Delete(copy);
        spark.CopyFromLocalToFs(file, copy);
        new FileInfo(copy).Length.ShouldBe(3_000_000);
    }

    /// <summary>Spark 3.5 has the setting for the whole server, and refuses without a word.</summary>
    [Fact]
    public async Task CopyFromLocalToFs_OnSpark35ThatForbidsIt_SaysWhatMayBeTheReason()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark3);
        var (file, copy) = Paths();

        Should.Throw<SparkConnectException>(() => spark.CopyFromLocalToFs(file, copy)).Message.ShouldBe(
            $"The Spark at {(await SparkServer.GetAsync(SparkMajor.Spark3)).Remote} refuses to copy a file to '{copy}', and before 4.0 does not say why: its file system may be its "
            + "own disk, where it lets no client write unless it was started with spark.connect.copyFromLocalToFs.allowDestLocal=true.");
    }

    [Fact]
    public async Task CopyFromLocalToFs_WrongPaths_AreNamed()
    {
        await using var spark = await Sparks.NewSessionAsync(SparkMajor.Spark4);

        Should.Throw<ArgumentException>(() => spark.CopyFromLocalToFs("a/here.csv", "there.csv")).Message
            .ShouldBe("'there.csv' is no path from the root of the server's file system, such as '/data/here.csv'. (Parameter 'destPath')");
        Should.Throw<FileNotFoundException>(() => spark.CopyFromLocalToFs("no/here.csv", "/there.csv")).Message
            .ShouldBe("The file 'no/here.csv' can't be copied to the server: it is not there.");
    }

    private (string File, string Copy) Paths()
    {
        var file = Path.Combine(_folder, "here.csv");
        File.WriteAllText(file, "id\n1\n");
        return (file, Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "there")).FullName, "copy é.csv"));
    }
}
