namespace SparkPipelines.Data;

/// <summary>Files and folders that appear whole under their name, whoever else writes at the same time and whenever the process dies.</summary>
internal static class AtomicFiles
{
    /// <summary>Replaces a file's content by one rename.</summary>
    public static void Replace(string path, string content)
    {
        var aside = Aside(path);
        try
        {
            WriteThrough(aside, content);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Gives a folder its final name; false when that name is taken, whatever took it.</summary>
    public static bool TryMoveFolder(string aside, string target)
    {
        if (Directory.Exists(target) || File.Exists(target))
            return false;
        try
        {
            Directory.Move(aside, target);
            return true;
        }
        catch (IOException) when (Directory.Exists(target) || File.Exists(target))
        {
            return false;
        }
    }

    /// <summary>A name beside the given one that no other writer has.</summary>
    public static string Aside(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");

    public static void WriteThrough(string path, string content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using (var writer = new StreamWriter(stream, leaveOpen: true))
            writer.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
