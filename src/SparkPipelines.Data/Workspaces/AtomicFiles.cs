using System.Runtime.InteropServices;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Data;

/// <summary>Files and folders that appear whole under their name, whoever else writes at the same time and whenever the process dies.</summary>
internal static class AtomicFiles
{
    /// <summary>Replaces a file's content by one rename.</summary>
    public static void Replace(string path, string content)
    {
        SweepAside(path);
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

    /// <summary>
    /// Gives a folder its final name and takes away what has it. Whoever opens the name finds the old folder or the new one; only where the file system
    /// can't exchange two names there is nothing for a moment.
    /// </summary>
    public static void ReplaceFolder(string aside, string target)
    {
        if (TryMoveFolder(aside, target))
            return;
        var old = aside;
        if (!TryExchange(aside, target))
        {
            old = Aside(target);
            Directory.Move(target, old);
            Directory.Move(aside, target);
        }

        Directory.Delete(old, recursive: true);
    }

    /// <summary>A name beside the given one that no other writer has; <see cref="SweepAside"/> finds it when this process was killed.</summary>
    public static string Aside(string path) => OwnedFolders.Aside(path);

    /// <summary>Removes what dead writers have left aside of a path.</summary>
    public static void SweepAside(string path) => OwnedFolders.SweepAside(path);

    public static void WriteThrough(string path, string content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using (var writer = new StreamWriter(stream, leaveOpen: true))
            writer.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static bool TryExchange(string one, string other)
    {
        const int currentFolder = -100;
        const uint exchange = 2;
        return OperatingSystem.IsLinux() && Rename(currentFolder, one, currentFolder, other, exchange) == 0;
    }

    [DllImport("libc", EntryPoint = "renameat2", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(int oldFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string oldPath, int newFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath, uint flags);
}
