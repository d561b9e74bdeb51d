using System.Diagnostics;
using System.Globalization;

namespace SparkPipelines.TestSupport;

/// <summary>A Spark Connect server that a test has for itself: with settings that would disturb others, or to be killed.</summary>
public sealed class OwnSpark : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Its open stdin keeps the server running; the end of this process closes it.
    private readonly Process _script;
    private readonly int _server;

    private OwnSpark(Process script, string remote, int server) => (_script, Remote, _server) = (script, remote, server);

    /// <summary>The connection string without parameters: <c>sc://localhost:port</c>.</summary>
    public string Remote { get; }

    public string Host => new Uri(Remote).Host;

    public int Port => new Uri(Remote).Port;

    /// <summary>Starts a server. Skips the test when there is no such Spark on a developer's machine, fails when <c>CI</c> is set.</summary>
    public static async Task<OwnSpark> StartAsync(SparkMajor major, IReadOnlyDictionary<string, string> settings)
    {
        if (SparkServer.Home(major) is null)
        {
            var reason = $"No Spark {(int)major}: set SPARK_HOME_{(int)major} to its folder.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(reason);
            Assert.Skip(reason);
        }

        var start = new ProcessStartInfo(Path.Combine(SparkServer.RepositoryRoot(), "scripts", "spark-connect.sh"), ["run", $"{(int)major}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SPARK_CONNECT_OPTIONS"] = string.Join(' ', settings.Select(setting => $"--conf {setting.Key}={setting.Value}"));
        start.Environment["SPARK_CONNECT_MEMORY"] = "1g";
        var script = Process.Start(start)!;
        var errors = script.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        var remote = await script.StandardOutput.ReadLineAsync(patience.Token);
        var server = await script.StandardOutput.ReadLineAsync(patience.Token);
        return remote is not null && server is not null
            ? new OwnSpark(script, remote, int.Parse(server, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The test's own Spark {(int)major} did not start: {await errors}");
    }

    /// <summary>Ends the server as a crash does, without a word to anybody.</summary>
    public async Task KillAsync()
    {
        using var server = Process.GetProcessById(_server);
        server.Kill();
        await server.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _script.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _script.WaitForExitAsync(patience.Token);
        _script.Dispose();
    }
}
