using SparkPipelines.Pipelines.Packaging;

namespace SparkPipelines.Pipelines.Tests.Packaging;

public sealed class RuntimeFoldersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public RuntimeFoldersTests()
    {
        foreach (string platform in new[] { "linux-x64", "linux-musl-x64", "linux", "unix", "win-x64", "osx" })
            File.WriteAllText(Path.Combine(_folder.CreateSubdirectory($"runtimes/{platform}/native").FullName, "native"), "");
        File.WriteAllText(Path.Combine(_folder.FullName, "Job.dll"), "");
    }

    [Fact]
    public void FilesFor_APlatform_LeavesOutTheOthers()
    {
        FilesFor("linux-x64").ShouldBe(["Job.dll", "runtimes/linux-x64/native/native", "runtimes/linux/native/native", "runtimes/unix/native/native"]);
        FilesFor("linux-musl-x64").ShouldBe(
            ["Job.dll", "runtimes/linux-musl-x64/native/native", "runtimes/linux/native/native", "runtimes/unix/native/native"]);
        FilesFor(null).Count().ShouldBe(7);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> FilesFor(string? platform) =>
        RuntimeFolders.FilesFor(_folder.FullName, platform).Select(file => Path.GetRelativePath(_folder.FullName, file));
}
