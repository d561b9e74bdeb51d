namespace SparkPipelines.Data;

/// <summary>
/// A file, a folder or a pattern within a datastore. A pattern is a path with <c>*</c>, <c>?</c>, <c>[ab]</c>, <c>[0-9]</c>, <c>[!a]</c> or a part <c>**</c>
/// (any folders; at the end everything below). Case matters; <c>[*]</c> stands for the character itself. A folder means all files below it.
/// Files are always taken in ordinal order of their paths' parts.
/// </summary>
public sealed class DataPath : IEquatable<DataPath>
{
    /// <summary>A path in a datastore.</summary>
    /// <param name="datastore">Where it lies.</param>
    /// <param name="path">Relative to the datastore, <c>/</c> between its parts; empty for the datastore's root.</param>
    /// <exception cref="ArgumentException">The path is absolute or leads out of the datastore, or the pattern is malformed.</exception>
    public DataPath(Datastore datastore, string path)
    {
        ArgumentNullException.ThrowIfNull(datastore);
        ArgumentNullException.ThrowIfNull(path);
        Datastore = datastore;
        Path = Normalize(path);
        if (IsPattern)
            _ = new PathPattern(Path);
    }

    /// <summary>The datastore.</summary>
    public Datastore Datastore { get; }

    /// <summary>The path within it, without <c>.</c> parts and slashes at its ends.</summary>
    public string Path { get; }

    /// <summary>Whether the path holds a wildcard.</summary>
    public bool IsPattern => Path.AsSpan().ContainsAny('*', '?', '[');

    /// <summary>
    /// A path on this machine, absolute or relative to the current folder, plain or as <c>file://</c>, outside of any named datastore.
    /// </summary>
    /// <exception cref="ArgumentException">Another scheme than <c>file</c>.</exception>
    public static DataPath FromLocal(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && !path.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{path}' does not lie on this machine; paths of the scheme '{path[..scheme]}' need a datastore of their own.", nameof(path));
        var full = System.IO.Path.GetFullPath(scheme > 0 ? path["file://".Length..] : path);
        var datastore = LocalDatastore.ForFileSystemOf(full);
        return new DataPath(datastore, full[System.IO.Path.GetPathRoot(full)!.Length..]);
    }

    /// <inheritdoc/>
    public bool Equals(DataPath? other) => other is not null && Path == other.Path && Datastore.Location == other.Datastore.Location;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataPath);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Datastore.Location);

    /// <summary>The local path, or else the name that Spark uses.</summary>
    public override string ToString() => Datastore.LocalPath(Path) ?? Datastore.SparkPath(Path);

    internal string SparkPath => Datastore.SparkPath(Path);

    /// <summary>A path below this one.</summary>
    internal DataPath Append(string relative) => new(Datastore, Path.Length == 0 ? relative : $"{Path}/{relative}");

    /// <summary>The folder on this machine that the path stands for.</summary>
    /// <exception cref="DatasetException">The datastore lies elsewhere.</exception>
    internal string RequireLocal(string purpose) => Datastore.LocalPath(Path)
        ?? throw new DatasetException($"{purpose} needs a folder of this machine, and {Datastore} is none; use a LocalDatastore.");

    private static string Normalize(string path)
    {
        var slashed = System.IO.Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
        if (slashed.StartsWith('/') || slashed.Contains("://", StringComparison.Ordinal))
            throw new ArgumentException($"'{path}' is not relative; a DataPath is relative to its datastore (DataPath.FromLocal takes paths of this machine).", nameof(path));
        var parts = new List<string>();
        foreach (var part in slashed.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                throw new ArgumentException($"'{path}' leads out of its datastore; '..' is not allowed.", nameof(path));
            if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
