using System.Collections.Concurrent;
using System.Diagnostics;

namespace SparkPipelines.TestSupport;

/// <summary>The Spark versions that everything is tested on.</summary>
public enum SparkMajor
{
    /// <summary>The oldest that is served: 3.5.7.</summary>
    Spark3 = 3,

    /// <summary>The oracle: 4.2.1.</summary>
    Spark4 = 4,
}

/// <summary>
/// A real Spark Connect server, one per version and test process. <c>scripts/test.sh</c> starts them once for all test projects and names them
/// in <c>SPARKPIPELINES_TEST_REMOTE_4</c> and <c>_3</c>; a project that runs alone starts its own from <c>SPARK_HOME_4</c> and
/// <c>SPARK_HOME_3</c>, and it ends with the process, however that ends.
/// </summary>
public sealed class SparkServer
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private static readonly ConcurrentDictionary<(SparkMajor Major, bool WithDelta), Lazy<Task<SparkServer>>> Servers = new();

    // Held so that the child's stdin stays open as long as this process lives; its end is the server's sign to stop.
    private readonly Process? _process;

    private SparkServer(SparkMajor major, string remote, Process? process) => (Major, Remote, _process) = (major, remote, process);

    public SparkMajor Major { get; }

    /// <summary>The connection string without parameters: <c>sc://localhost:port</c>.</summary>
    public string Remote { get; }

    public string Host => new Uri(Remote).Host;

    public int Port => new Uri(Remote).Port;

    /// <summary>The server of a version. Skips the test when none is at hand on a developer's machine, fails when <c>CI</c> is set.</summary>
    public static Task<SparkServer> GetAsync(SparkMajor major)
    {
        if (Setting("SPARKPIPELINES_TEST_REMOTE", major) is null && Home(major) is null)
        {
            var reason = $"No Spark {(int)major}: set SPARK_HOME_{(int)major} to its folder.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(reason);
            Assert.Skip(reason);
        }

        return Servers.GetOrAdd((major, false), _ => new Lazy<Task<SparkServer>>(() => Setting("SPARKPIPELINES_TEST_REMOTE", major) is { } running
            ? Task.FromResult(new SparkServer(major, running, null))
            : StartAsync(major, withDelta: false))).Value;
    }

    /// <summary>
    /// A server of this test process that serves Delta tables. It is no other test's: Delta's parser stands before Spark's own, and Delta 4.4
    /// loses the arguments of parameterised SQL.
    /// </summary>
    public static Task<SparkServer> GetWithDeltaAsync(SparkMajor major)
    {
        if (Home(major) is not { } home || !Directory.Exists(Path.Combine(home, "extensions", "delta")))
        {
            var reason = $"No Spark {(int)major} with Delta: scripts/get-spark.sh brings one; set SPARK_HOME_{(int)major} to its folder.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(reason);
            Assert.Skip(reason);
        }

        return Servers.GetOrAdd((major, true), _ => new Lazy<Task<SparkServer>>(() => StartAsync(major, withDelta: true))).Value;
    }

    /// <summary>The folder of a version's Spark; null when none is at hand.</summary>
    public static string? Home(SparkMajor major) => Setting("SPARK_HOME", major);

    private static async Task<SparkServer> StartAsync(SparkMajor major, bool withDelta)
    {
        var start = new ProcessStartInfo(Path.Combine(RepositoryRoot(), "scripts", "spark-connect.sh"), ["run", $"{(int)major}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SPARK_CONNECT_DELTA"] = withDelta ? "1" : "0";
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(StartPatience);
        var remote = await process.StandardOutput.ReadLineAsync(patience.Token);
        if (remote is null)
            throw new InvalidOperationException($"The test server of Spark {(int)major} did not start: {await errors}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(15));
        };
        return new SparkServer(major, remote, process);
    }

    private static string? Setting(string name, SparkMajor major) =>
        Environment.GetEnvironmentVariable($"{name}_{(int)major}") is { Length: > 0 } value ? value : null;

    internal static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SparkPipelines.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No SparkPipelines.sln above {AppContext.BaseDirectory}.");
    }
}
