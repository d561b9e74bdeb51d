namespace SparkPipelines.Data;

/// <summary>
/// A folder of this machine, or of a file system that every machine of the cluster mounts at the same place. Spark names its files <c>file:///…</c>.
/// </summary>
public sealed class LocalDatastore : Datastore
{
    private const string AnonymousName = "local";

    /// <summary>A datastore over a folder, which need not exist before something is read.</summary>
    /// <param name="name">Letters, digits and underscores.</param>
    /// <param name="rootFolder">An absolute path.</param>
    /// <exception cref="ArgumentException">A bad name, or a path that is not absolute.</exception>
    public LocalDatastore(string name, string rootFolder)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(rootFolder);
        if (!Path.IsPathFullyQualified(rootFolder))
            throw new ArgumentException($"'{rootFolder}' is not an absolute path; a local datastore's root must be one, as Spark may run in another folder.", nameof(rootFolder));
        RootFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(rootFolder));
    }

    /// <summary>The folder, absolute.</summary>
    public string RootFolder { get; }

    /// <inheritdoc/>
    public override string Location => SparkPath("");

    /// <summary>The whole file system of a path that belongs to no datastore.</summary>
    internal static LocalDatastore ForFileSystemOf(string absolutePath) => new(AnonymousName, Path.GetPathRoot(absolutePath)!);

    internal override string SparkPath(string path)
    {
        var local = LocalPath(path).Replace('\\', '/');
        return local.StartsWith('/') ? $"file://{local}" : $"file:///{local}";
    }

    internal override StoredFile? FindFile(string path)
    {
        var info = new FileInfo(LocalPath(path));
        return info.Exists ? new StoredFile(this, path, info.Length) : null;
    }

    internal override IReadOnlyList<StoredFile>? ListFolder(string path)
    {
        var folder = new DirectoryInfo(LocalPath(path));
        if (!folder.Exists)
            return null;
        var files = new List<StoredFile>();
        Collect(folder, path, files);
        files.Sort((left, right) => PathOrder.Instance.Compare(left.Path, right.Path));
        return files;
    }

    internal override Stream OpenRead(string path) =>
        new FileStream(LocalPath(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.SequentialScan);

    internal override string LocalPath(string path) =>
        path.Length == 0 ? RootFolder : Path.Combine(RootFolder, path.Replace('/', Path.DirectorySeparatorChar));

    private void Collect(DirectoryInfo folder, string prefix, List<StoredFile> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix.Length == 0 ? entry.Name : $"{prefix}/{entry.Name}";
            if (entry is DirectoryInfo inner)
                Collect(inner, path, files);
            else if (entry is FileInfo file)
                files.Add(new StoredFile(this, path, file.LinkTarget is null ? file.Length : new FileInfo(file.FullName).Length));
        }
    }
}
