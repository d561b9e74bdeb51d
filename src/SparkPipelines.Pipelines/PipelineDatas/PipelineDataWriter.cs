using System.Security.Cryptography;
using Parquet;
using SparkPipelines.Data;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Pipelines;

/// <summary>
/// Writes pipeline data aside and gives it its name by one rename. Whoever looks sees nothing or all of it; a writer that dies leaves a folder with a name
/// that no reader looks for and that the next writer removes. On a cluster the executors write into the folder aside, and only the driver commits.
/// </summary>
internal sealed class PipelineDataWriter : IDisposable
{
    private readonly string _name;
    private readonly bool _replaces;
    private bool _isCommitted;

    /// <param name="name">The data's name, for messages and the manifest.</param>
    /// <param name="folder">The folder that it becomes.</param>
    /// <param name="asideFolder">Where to write; a new name beside the folder when null.</param>
    /// <param name="replaces">Whether data that is there gives way; otherwise it is refused.</param>
    public PipelineDataWriter(string name, string folder, string? asideFolder = null, bool replaces = false)
    {
        _name = name;
        Folder = folder;
        _replaces = replaces;
        AsideFolder = asideFolder ?? AtomicFiles.Aside(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        AtomicFiles.SweepAside(folder);
    }

    public string Folder { get; }

    /// <summary>Where to write; it does not exist before something is written.</summary>
    public string AsideFolder { get; }

    /// <summary>Makes the files aside the data. Names beginning with <c>_</c> or <c>.</c> at the top (Spark's bookkeeping) are left out of a table.</summary>
    /// <param name="schema">The columns of a table; null for plain files.</param>
    /// <param name="origin">Who wrote it, of what.</param>
    /// <param name="cancellationToken">Stops before the rename.</param>
    public async Task<DataManifest> CommitAsync(StructType? schema, DataOrigin origin, CancellationToken cancellationToken)
    {
        if (schema is not null)
            RemoveBookkeeping();
        var files = new List<ManifestFile>();
        foreach (var path in Directory.EnumerateFiles(AsideFolder, "*", SearchOption.AllDirectories).Where(path => !OwnedFolders.IsOwner(path)).Select(path => Path.GetRelativePath(AsideFolder, path).Replace('\\', '/')).Order(PathOrder.Instance))
            files.Add(await DescribeAsync(path, isParquet: schema is not null, cancellationToken).ConfigureAwait(false));
        var manifest = new DataManifest
        {
            Name = _name,
            Run = origin.Run,
            Step = origin.Step,
            CreatedAt = DateTimeOffset.UtcNow,
            Schema = schema?.Select(field => new ManifestColumn(field.Name, field.DataType.SimpleString)).ToList(),
            Rows = schema is null ? null : files.Sum(file => file.Rows),
            Files = files,
            Inputs = origin.Inputs,
        };
        AtomicFiles.WriteThrough(Path.Combine(AsideFolder, DataManifest.FileName), manifest.ToJson());
        cancellationToken.ThrowIfCancellationRequested();
        OwnedFolders.RemoveOwners(AsideFolder);
        if (_replaces && Directory.Exists(Folder))
            AtomicFiles.ReplaceFolder(AsideFolder, Folder);
        else if (!AtomicFiles.TryMoveFolder(AsideFolder, Folder))
            throw new PipelineException($"The pipeline data '{_name}' is there already: '{Folder}'; data is written once.");
        _isCommitted = true;
        return manifest;
    }

    /// <summary>Removes what was written aside and not committed.</summary>
    public void Dispose()
    {
        if (!_isCommitted && Directory.Exists(AsideFolder))
            Directory.Delete(AsideFolder, recursive: true);
    }

    private void RemoveBookkeeping()
    {
        foreach (var path in Directory.EnumerateFiles(AsideFolder, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path)[0] is '_' or '.').ToList())
            File.Delete(path);
    }

    private async Task<ManifestFile> DescribeAsync(string relativePath, bool isParquet, CancellationToken cancellationToken)
    {
        var stream = new FileStream(Path.Combine(AsideFolder, relativePath), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        await using var disposing = stream.ConfigureAwait(false);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        long? rows = null;
        if (isParquet)
        {
            stream.Position = 0;
            var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                rows = reader.Metadata!.NumRows;
        }

        return new ManifestFile(relativePath, stream.Length, hash, rows);
    }
}

/// <summary>Who wrote pipeline data, of what.</summary>
internal sealed record DataOrigin(string Run, string Step, IReadOnlyList<ManifestInput> Inputs);
