using System.Security.Cryptography;
using System.Text;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// The user's folder for what can be made again at any time: <c>$XDG_CACHE_HOME/sparkpipelines</c>, by default
/// <c>~/.cache/sparkpipelines</c>; on Windows below the local application data.
/// </summary>
internal static class ToolCache
{
    public static string Root
    {
        get
        {
            string? configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            string parent = !string.IsNullOrEmpty(configured) && Path.IsPathRooted(configured) ? configured
                : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(parent, "sparkpipelines");
        }
    }

    public static string Folder(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A short name for anything long, the same on every run.</summary>
    public static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>
    /// Has <paramref name="fill"/> make a folder that appears under its name whole or not at all, also when several processes make it at
    /// once: it is made aside and renamed, and the first one stays.
    /// </summary>
    public static async Task<string> GetOrAddFolderAsync(string folder, Func<string, Task> fill)
    {
        if (Directory.Exists(folder)) return folder;
        SweepAside(Path.GetDirectoryName(folder)!);
        string aside = OwnedFolders.Aside(folder);
        Directory.CreateDirectory(aside);
        try
        {
            await fill(aside).ConfigureAwait(false);
            Directory.Move(aside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was faster; what it made is as good.
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
        return folder;
    }

    /// <summary>Deletes all but the newest of the folders that are there under their names.</summary>
    public static void KeepNewest(string parent, int count)
    {
        foreach (DirectoryInfo old in new DirectoryInfo(parent).EnumerateDirectories()
            .Where(folder => folder.Name[0] != '.').OrderByDescending(folder => folder.CreationTimeUtc).Skip(count))
        {
            old.Delete(recursive: true);
        }
    }

    /// <summary>What killed processes were making, whatever name it was to have.</summary>
    private static void SweepAside(string parent)
    {
        if (!Directory.Exists(parent)) return;
        foreach (string name in Directory.EnumerateDirectories(parent, ".*").Select(folder => Path.GetFileName(folder)!.Split('.')[1]).ToHashSet())
            OwnedFolders.SweepAside(Path.Combine(parent, name));
    }
}
