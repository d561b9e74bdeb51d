using System.Collections.Concurrent;

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
    private static readonly ConcurrentDictionary<(SparkMajor Major, bool WithDelta), Lazy<Task<SparkServer>>> Servers = new();
    private static readonly ConcurrentBag<OwnSpark> Own = [];

    private SparkServer(SparkMajor major, string remote) => (Major, Remote) = (major, remote);

    public SparkMajor Major { get; }

    /// <summary>The connection string without parameters: <c>sc://localhost:port</c>.</summary>
    public string Remote { get; }

    public string Host => new Uri(Remote).Host;

    public int Port => new Uri(Remote).Port;

    /// <summary>The server of a version. Skips the test when none is at hand on a developer's machine, fails when <c>CI</c> is set.</summary>
    public static Task<SparkServer> GetAsync(SparkMajor major)
    {
        if (Setting("SPARKPIPELINES_TEST_REMOTE", major) is { } running)
            return Task.FromResult(new SparkServer(major, running));
        RequireHome(major);
        return Servers.GetOrAdd((major, false), _ => new Lazy<Task<SparkServer>>(() => StartAsync(major, withDelta: false))).Value;
    }

    /// <summary>
    /// A server of this test process that serves Delta tables. It is no other test's: Delta's parser stands before Spark's own, and Delta 4.4
    /// loses the arguments of parameterised SQL.
    /// </summary>
    public static Task<SparkServer> GetWithDeltaAsync(SparkMajor major)
    {
        RequireHome(major);
        if (!Directory.Exists(Path.Combine(Home(major)!, "extensions", "delta")))
            Miss($"No Spark {(int)major} with Delta: scripts/get-spark.sh brings one; set SPARK_HOME_{(int)major} to its folder.");
        return Servers.GetOrAdd((major, true), _ => new Lazy<Task<SparkServer>>(() => StartAsync(major, withDelta: true))).Value;
    }

    /// <summary>Ends the servers that this process has started, where somebody waits for it; else they end when the process has.</summary>
    public static async Task StopOwnAsync() => await Task.WhenAll(Own.Select(server => server.DisposeAsync().AsTask()));

    /// <summary>The folder of a version's Spark; null when none is at hand.</summary>
    public static string? Home(SparkMajor major) => Setting("SPARK_HOME", major);

    /// <summary>Skips the test when a version's Spark is not at hand on a developer's machine, fails when <c>CI</c> is set.</summary>
    internal static void RequireHome(SparkMajor major)
    {
        if (Home(major) is null)
            Miss($"No Spark {(int)major}: set SPARK_HOME_{(int)major} to its folder.");
    }

    private static void Miss(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static async Task<SparkServer> StartAsync(SparkMajor major, bool withDelta)
    {
        var server = await OwnSpark.StartAsync(major, new Dictionary<string, string?>
        {
            ["SPARK_CONNECT_DELTA"] = withDelta ? "1" : "0",
            // Delta runs much code a few times: what the second compiler makes of it costs more than it saves.
            ["SPARK_CONNECT_OPTIONS"] = withDelta ? "--conf spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1" : null,
        });
        Own.Add(server);
        return new SparkServer(major, server.Remote);
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
