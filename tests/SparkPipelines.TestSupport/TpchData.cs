using System.Diagnostics;

namespace SparkPipelines.TestSupport;

/// <summary>
/// The TPC-H tables at scale factor 0.1 as Parquet. <c>scripts/test.sh</c> makes them once and names their folder in
/// <c>SPARKPIPELINES_TEST_TPCH</c>; a project that runs alone has them made by the same script.
/// </summary>
public static class TpchData
{
    public const decimal ScaleFactor = 0.1m;

    private static readonly Lazy<Task<(string Folder, string Errors)>> Made = new(MakeAsync);

    /// <summary>The folder of the tables. Skips the test when they can't be made on a developer's machine, fails when <c>CI</c> is set.</summary>
    public static async Task<string> GetAsync()
    {
        if (Environment.GetEnvironmentVariable("SPARKPIPELINES_TEST_TPCH") is { Length: > 0 } given)
            return given;
        var (folder, errors) = await Made.Value;
        if (folder.Length == 0)
        {
            var reason = $"No TPC-H tables: {errors}";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(reason);
            Assert.Skip(reason);
        }

        return folder;
    }

    private static async Task<(string Folder, string Errors)> MakeAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(SparkServer.RepositoryRoot(), "scripts", "tpch-data.sh"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var folder = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0 ? folder.Trim() : "", (await errors).Trim());
    }
}
