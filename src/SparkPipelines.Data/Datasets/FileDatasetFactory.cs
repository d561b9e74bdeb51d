namespace SparkPipelines.Data;

/// <summary>Makes definitions of file sets. Nothing is read until the files are asked for.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Members of an instance, so that other packages can add sources as extension methods.")]
public sealed class FileDatasetFactory
{
    internal FileDatasetFactory()
    {
    }

    /// <summary>Files of a datastore, or the entries of archives there.</summary>
    /// <param name="path">A file, a folder or a pattern; names beginning with <c>_</c> or <c>.</c> count too.</param>
    /// <param name="archive">Given when the files are archives whose entries make the set.</param>
    public FileDataset FromFiles(DataPath path, ArchiveOptions? archive = null) => FromFiles([path], archive);

    /// <inheritdoc cref="FromFiles(DataPath, ArchiveOptions?)"/>
    /// <param name="paths">Files, folders or patterns; the files come in this order.</param>
    /// <param name="archive">Given when the files are archives whose entries make the set.</param>
    public FileDataset FromFiles(IReadOnlyList<DataPath> paths, ArchiveOptions? archive = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.Count == 0 ? throw new ArgumentException("A dataset needs at least one path.", nameof(paths)) : new FileDataset([.. paths], archive);
    }

    /// <summary>Files of this machine, outside of any named datastore.</summary>
    /// <param name="path">A file, a folder or a pattern, absolute or relative to the current folder, plain or as <c>file://</c>.</param>
    /// <param name="archive">Given when the files are archives whose entries make the set.</param>
    public FileDataset FromFiles(string path, ArchiveOptions? archive = null) => FromFiles(DataPath.FromLocal(path), archive);
}
