using System.Security.Cryptography;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>Pipeline data that was found whole: every file that its manifest names is there with the size and the hash it had when it was written.</summary>
internal sealed class PipelineDataReader
{
    private PipelineDataReader(string folder, DataManifest manifest)
    {
        Folder = folder;
        Manifest = manifest;
    }

    public string Folder { get; }

    public DataManifest Manifest { get; }

    /// <summary>Opens the data in a folder and checks all of it.</summary>
    /// <exception cref="PipelineException">There is no data, or it is incomplete or changed; the message names the file.</exception>
    public static PipelineDataReader Open(string folder)
    {
        var manifestPath = Path.Combine(folder, DataManifest.FileName);
        if (!Directory.Exists(folder))
            throw new PipelineException($"There is no pipeline data in '{folder}'; the step that writes it has not ended well.");
        if (!File.Exists(manifestPath))
            throw new PipelineException($"'{folder}' is no pipeline data: it has no {DataManifest.FileName}.");
        while (true)
        {
            var json = File.ReadAllText(manifestPath);
            try
            {
                var manifest = DataManifest.Parse(json, manifestPath);
                foreach (var file in manifest.Files)
                    Check(folder, file);
                return new PipelineDataReader(folder, manifest);
            }
            catch (Exception failure) when (failure is PipelineException or IOException && IsAnother(manifestPath, json))
            {
                // A writer has replaced the data meanwhile; what is there now is looked at in its place.
                continue;
            }
        }
    }

    /// <summary>The hash of the manifest, which stands for the content of all files.</summary>
    public static string HashOf(string folder) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, DataManifest.FileName))));

    /// <exception cref="PipelineException">The data is plain files.</exception>
    public TabularDataset ToTabular()
    {
        if (Manifest.Schema is null)
            throw new PipelineException($"The pipeline data '{Manifest.Name}' in '{Folder}' is plain files, not a table.");
        var paths = Manifest.Files.Where(file => file.Rows > 0 || Manifest.Rows == 0).Select(file => DataPath.FromLocal(Path.Combine(Folder, file.Path))).ToArray();
        return new TabularDataset(new ParquetSource(paths));
    }

    public FileDataset ToFiles() => Manifest.Files.Count == 0
        ? throw new PipelineException($"The pipeline data '{Manifest.Name}' in '{Folder}' holds no files.")
        : new FileDataset([.. Manifest.Files.Select(file => DataPath.FromLocal(Path.Combine(Folder, file.Path)))], archive: null);

    private static bool IsAnother(string manifestPath, string json) => File.Exists(manifestPath) && File.ReadAllText(manifestPath) != json;

    private static void Check(string folder, ManifestFile file)
    {
        var path = Path.Combine(folder, file.Path);
        var info = new FileInfo(path);
        if (!info.Exists)
            throw new PipelineException($"The pipeline data in '{folder}' is incomplete: its file '{file.Path}' is missing; run the step that wrote it again.");
        if (info.Length != file.Bytes)
            throw new PipelineException($"The pipeline data in '{folder}' was changed: its file '{file.Path}' has {Text.Of(info.Length)} bytes and had {Text.Of(file.Bytes)}; run the step that wrote it again.");
        using var stream = File.OpenRead(path);
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
            throw new PipelineException($"The pipeline data in '{folder}' was changed: the content of its file '{file.Path}' is another than was written; run the step that wrote it again.");
    }
}
