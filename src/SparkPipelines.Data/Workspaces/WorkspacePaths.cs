namespace SparkPipelines.Data;

/// <summary>How a workspace's files name places: relative to their own folder when the place lies within the workspace, else absolute.</summary>
internal static class WorkspacePaths
{
    public static string ToPortable(string path, string workspaceFolder, string? relativeTo = null) =>
        IsInside(path, workspaceFolder) ? Path.GetRelativePath(relativeTo ?? workspaceFolder, path).Replace('\\', '/') : path;

    public static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
