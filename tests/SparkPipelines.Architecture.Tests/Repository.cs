namespace SparkPipelines.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Folder(string name) => Path.Combine(Root, name);

    public static IEnumerable<string> SourceFiles(params string[] rooms) => rooms
        .SelectMany(room => Directory.EnumerateFiles(Folder(room), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string RelativePath(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparkPipelines.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No SparkPipelines.sln above {AppContext.BaseDirectory}.");
        return folder;
    }
}
