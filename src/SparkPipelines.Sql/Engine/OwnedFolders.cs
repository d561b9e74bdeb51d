using System.Globalization;
using System.Runtime.InteropServices;

namespace SparkPipelines.Sql.Engine;

/// <summary>
/// Files and folders that belong to a process and must not outlive it. Their names carry its <see cref="ProcessMark"/>, so that when it was killed the next
/// one can remove them. A folder with further owners holds a file <c>.owner-MARK</c> for each. <c>OwnedFolders.java</c> does the same.
/// </summary>
internal static class OwnedFolders
{
    private const string TemporaryPrefix = "sparkpipelines-";
    private const string OwnerPrefix = ".owner-";

    /// <summary>In a driver's folder: the paths of folders that its Spark has made beside it, a line each.</summary>
    private const string SparkFoldersFile = "spark-folders";

    private static readonly Lock Sweeping = new();
    private static readonly HashSet<string> Swept = [];

    /// <summary>A folder for temporary files, readable by the user alone; what dead processes have left there goes first, once in a process.</summary>
    /// <param name="parent">The system's folder for temporary files when null.</param>
    public static DirectoryInfo CreateTemporary(string? parent = null)
    {
        SweepTemporary(parent ?? Path.GetTempPath());
        string prefix = TemporaryPrefix + (ProcessMark.Own is { } mark ? mark + "-" : "");
        return parent == null ? Directory.CreateTempSubdirectory(prefix) : Directory.CreateDirectory(Path.Combine(parent, $"{prefix}{Guid.NewGuid():N}"));
    }

    /// <summary>A name beside the given path, of this process and no other writer.</summary>
    public static string Aside(string path)
    {
        string mark = ProcessMark.Own is { } own ? own + "-" : "";
        return Path.Combine(Path.GetDirectoryName(path)!, $"{AsidePrefix(path)}{mark}{Guid.NewGuid():N}");
    }

    /// <summary>Removes what dead processes have left under the names of <see cref="Aside"/>, and under such a name's own.</summary>
    public static void SweepAside(string path)
    {
        string parent = Path.GetDirectoryName(path)!;
        if (Directory.Exists(parent)) Sweep(parent, AsidePrefix(path));
    }

    /// <summary>Has the folder stay while this process runs, whoever made it.</summary>
    public static void AddOwner(string folder)
    {
        if (ProcessMark.Own is not { } mark || !Directory.Exists(folder)) return;
        try
        {
            File.WriteAllText(Path.Combine(folder, OwnerPrefix + mark), "");
        }
        catch (DirectoryNotFoundException)
        {
            // Its first owner is deleting it: there is nothing to keep.
        }
    }

    /// <summary>Whether a file in a folder only names an owner.</summary>
    public static bool IsOwner(string file) =>
        Path.GetFileName(file) is var name && name.StartsWith(OwnerPrefix, StringComparison.Ordinal) && ProcessMark.TryRead(name.AsSpan(OwnerPrefix.Length), out _);

    /// <summary>Makes it a folder that anybody may have.</summary>
    public static void RemoveOwners(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, OwnerPrefix + "*").Where(IsOwner).ToList()) File.Delete(file);
    }

    /// <summary>Removes the temporary folders of dead processes.</summary>
    public static void SweepTemporary(string parent)
    {
        lock (Sweeping)
        {
            if (!Swept.Add(parent)) return;
        }
        if (Directory.Exists(parent)) Sweep(parent, TemporaryPrefix);
    }

    private static string AsidePrefix(string path) => $".{Path.GetFileName(path)}.";

    private static void Sweep(string parent, string prefix)
    {
        if (ProcessMark.Own == null) return;
        foreach (string entry in Directory.EnumerateFileSystemEntries(parent))
        {
            string name = Path.GetFileName(entry);
            if (prefix[0] == '.') name = "." + name.TrimStart('.');
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !ProcessMark.TryRead(name.AsSpan(prefix.Length), out string? mark)) continue;
            try
            {
                if (!ProcessMark.IsCertainlyGone(mark) || !IsUsersOwn(entry)) continue;
                if (File.Exists(entry)) File.Delete(entry);
                else if (AreGone(entry)) Remove(entry, parent, prefix);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                continue; // Another process is removing it, or it can't be removed: either way it is not this one's concern.
            }
        }
    }

    private static bool AreGone(string folder) => Directory.EnumerateFiles(folder, OwnerPrefix + "*").All(file =>
        ProcessMark.TryRead(Path.GetFileName(file).AsSpan(OwnerPrefix.Length), out string? mark) && ProcessMark.IsCertainlyGone(mark));

    private static void Remove(string folder, string parent, string prefix)
    {
        // One rename takes it from whoever else would remove it, and makes it this process's, should that be killed too.
        string taken = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{prefix}{ProcessMark.Own}-{Guid.NewGuid():N}"));
        Directory.Move(folder, taken);
        string noted = Path.Combine(taken, SparkFoldersFile);
        if (prefix == TemporaryPrefix && File.Exists(noted))
        {
            foreach (string left in File.ReadLines(noted).Where(path => IsSparksOwn(path, parent) && Directory.Exists(path) && IsUsersOwn(path)))
                Directory.Delete(left, recursive: true);
        }
        Directory.Delete(taken, recursive: true);
    }

    private static bool IsSparksOwn(string path, string parent) => Path.GetFileName(path).StartsWith("spark-", StringComparison.Ordinal)
        && Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(parent));

    private static bool IsUsersOwn(string path)
    {
        // struct statx is the same on every architecture: 256 bytes, the owner at 20.
        const int currentFolder = -100, notFollowingLinks = 0x100, sizeOfStatx = 256, positionOfOwner = 20;
        const uint owner = 0x8;
        byte[] status = new byte[sizeOfStatx];
        return Stat(currentFolder, path, notFollowingLinks, owner, status) == 0 && MemoryMarshal.Read<uint>(status.AsSpan(positionOfOwner)) == EffectiveUser();
    }

    [DllImport("libc", EntryPoint = "statx", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
