namespace SparkPipelines.Data;

/// <summary>Turns paths into the files that are there now.</summary>
internal static class PathResolver
{
    /// <summary>
    /// The files of all paths, in the paths' order. With <paramref name="dataFilesOnly"/>, names that begin with <c>_</c> or <c>.</c> are passed over in
    /// folders and patterns: Hadoop and Spark take them for bookkeeping and never read them, so no engine may.
    /// </summary>
    /// <exception cref="DatasetException">A path is missing or a pattern matches nothing.</exception>
    public static IReadOnlyList<StoredFile> Resolve(IEnumerable<DataPath> paths, bool dataFilesOnly)
    {
        var files = new List<StoredFile>();
        foreach (var path in paths)
            files.AddRange(Resolve(path, dataFilesOnly));
        return files;
    }

    private static IReadOnlyList<StoredFile> Resolve(DataPath path, bool dataFilesOnly)
    {
        if (path.IsPattern)
            return Match(path, dataFilesOnly);
        if (path.Datastore.FindFile(path.Path) is { } file)
        {
            if (dataFilesOnly && IsBookkeeping(file.Path, ""))
                throw new DatasetException($"Spark does not read '{file}': a name that begins with '_' or '.' is bookkeeping to it; rename the file.");
            return [file];
        }

        var listed = path.Datastore.ListFolder(path.Path)
            ?? throw new DatasetException($"There is no file or folder '{path}'{Of(path.Datastore)}.");
        var kept = dataFilesOnly ? [.. listed.Where(found => !IsBookkeeping(found.Path, path.Path))] : listed;
        return kept.Count > 0 ? kept : throw new DatasetException($"The folder '{path}'{Of(path.Datastore)} holds no files.");
    }

    private static List<StoredFile> Match(DataPath path, bool dataFilesOnly)
    {
        var pattern = new PathPattern(path.Path);
        var listed = path.Datastore.ListFolder(pattern.BaseFolder) ?? [];
        var files = listed.Where(file => pattern.IsMatch(file.Path) && !(dataFilesOnly && IsBookkeeping(file.Path, pattern.BaseFolder))).ToList();
        return files.Count > 0 ? files : throw new DatasetException($"No file matches the pattern '{path}'{Of(path.Datastore)}.");
    }

    private static bool IsBookkeeping(string path, string below)
    {
        var relative = below.Length == 0 ? path : path[(below.Length + 1)..];
        return relative.Split('/').Any(part => part[0] is '_' or '.');
    }

    private static string Of(Datastore datastore) => datastore is LocalDatastore ? "" : $" in {datastore}";
}
