namespace SparkPipelines.Embedded.Formats;

/// <summary>Makes Spark's folder and file names of DuckDB's, which escape other characters and number the files.</summary>
internal static class PartitionFolders
{
    internal static void Rename(string root, string extension)
    {
        string job = Guid.NewGuid().ToString();
        Rename(new DirectoryInfo(root), job, extension);
    }

    private static void Rename(DirectoryInfo folder, string job, string extension)
    {
        int number = 0;
        foreach (FileInfo file in folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            file.MoveTo(Path.Combine(folder.FullName, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"part-00000-{job}.c{number++:D3}{extension}")));
        foreach (DirectoryInfo child in folder.GetDirectories())
        {
            int equals = child.Name.IndexOf('=', StringComparison.Ordinal);
            string column = Uri.UnescapeDataString(child.Name[..equals]);
            string value = child.Name[(equals + 1)..];
            string name = PartitionColumns.FolderName(column, value == PartitionColumns.NullValue ? null : Uri.UnescapeDataString(value));
            string target = Path.Combine(folder.FullName, name);
            if (name != child.Name && !Directory.Exists(target))
                child.MoveTo(target);
            else if (name != child.Name)
                MoveInto(child, target);
            Rename(new DirectoryInfo(target), job, extension);
        }
    }

    // The empty string and null have one folder in Spark's layout.
    private static void MoveInto(DirectoryInfo from, string target)
    {
        foreach (FileSystemInfo entry in from.GetFileSystemInfos())
        {
            string to = Path.Combine(target, entry.Name);
            if (entry is FileInfo file)
                file.MoveTo(Path.Combine(target, Guid.NewGuid() + "-" + entry.Name));
            else if (Directory.Exists(to))
                MoveInto((DirectoryInfo)entry, to);
            else
                ((DirectoryInfo)entry).MoveTo(to);
        }
        from.Delete(recursive: true);
    }
}
