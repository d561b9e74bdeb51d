namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// The <c>runtimes</c> folder of a portable program: native files for every platform, of which one machine loads a fraction. The host looks
/// for those of its own platform alone, so the others can go.
/// </summary>
internal static class RuntimeFolders
{
    private const string Name = "runtimes";

    /// <summary>The program's files without native ones for other platforms than <paramref name="runtime"/>; with null, all.</summary>
    public static IEnumerable<string> FilesFor(string folder, string? runtime)
    {
        string[] foreign = [.. Foreign(folder, runtime).Select(path => path + Path.DirectorySeparatorChar)];
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !foreign.Any(path => file.StartsWith(path, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    public static void DeleteForeign(string folder, string? runtime)
    {
        foreach (string path in Foreign(folder, runtime)) Directory.Delete(path, recursive: true);
    }

    private static string[] Foreign(string folder, string? runtime)
    {
        string runtimes = Path.Combine(folder, Name);
        if (runtime == null || !Directory.Exists(runtimes)) return [];
        string[] kept = [runtime, .. Ancestors(runtime), "unix", "any"];
        return [.. Directory.EnumerateDirectories(runtimes).Where(path => !kept.Contains(Path.GetFileName(path)))];
    }

    // linux-musl-x64 also loads what is marked linux-musl or linux.
    private static IEnumerable<string> Ancestors(string runtime)
    {
        for (int dash = runtime.LastIndexOf('-'); dash > 0; dash = runtime.LastIndexOf('-', dash - 1)) yield return runtime[..dash];
    }
}
