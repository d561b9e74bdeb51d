using SparkPipelines.Data;

namespace SparkPipelines.Pipelines.Tests;

/// <summary>A folder of one test's own, gone when the test ends.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Directory.CreateDirectory(FullPath);

    public string FullPath { get; } = Path.Combine(Path.GetTempPath(), $"sparkpipelines-{Guid.NewGuid():N}");

    public LocalDatastore Datastore => new("files", FullPath);

    public string this[string relative] => Path.Combine(FullPath, relative);

    public string Write(string relative, string content)
    {
        var path = this[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public DataPath DataPath(string path) => new(Datastore, path);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
