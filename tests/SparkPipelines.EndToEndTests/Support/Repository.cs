using System.Runtime.CompilerServices;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>Paths in the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string SubmitScript => Path.Combine(Root, "spark-submit.sh");

    public static string ProbeJob => Path.Combine(Root, "tests", "ProbeJob");

    private static string FindRoot([CallerFilePath] string file = "")
    {
        string? folder = Path.GetDirectoryName(file);
        while (folder != null && !File.Exists(Path.Combine(folder, "SparkPipelines.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No SparkPipelines.sln above '{file}'.");
    }
}
