using System.Runtime.CompilerServices;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>Paths in the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>What the tests were built as, so that the tools and jobs need not be built a second time.</summary>
    public static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    public static string Tool => Path.Combine(Root, "artifacts", "bin", "SparkPipelines.Cli", Configuration.ToLowerInvariant(), "sparkpipelines.dll");

    public static string SubmitScript => Path.Combine(Root, "spark-submit.sh");

    public static string ProbeJob => Path.Combine(Root, "tests", "ProbeJob");

    /// <summary>The ProbeJob as it is built with everything else, for running it without spark-submit.</summary>
    public static string ProbeProgram => Path.Combine(Root, "artifacts", "bin", "ProbeJob", Configuration.ToLowerInvariant(), "ProbeJob.dll");

    private static string FindRoot([CallerFilePath] string file = "")
    {
        string? folder = Path.GetDirectoryName(file);
        while (folder != null && !File.Exists(Path.Combine(folder, "SparkPipelines.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No SparkPipelines.sln above '{file}'.");
    }
}
