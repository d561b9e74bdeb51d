using System.Diagnostics;
using System.Globalization;

namespace SparkPipelines.TestSupport;

/// <summary>A Spark Connect server of this process: for a test that has it for itself, with settings that would disturb others or to be killed, or behind a <see cref="SparkServer"/>.</summary>
public sealed class OwnSpark : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(20);

    // Its open stdin keeps the server running; the end of this process closes it.
    private readonly Process _script;
    private readonly int _server;

    private OwnSpark(Process script, string remote, int server) => (_script, Remote, _server) = (script, remote, server);

    /// <summary>The connection string without parameters: <c>sc://localhost:port</c>.</summary>
    public string Remote { get; }

    public string Host => new Uri(Remote).Host;

    public int Port => new Uri(Remote).Port;

    /// <summary>Starts a server with settings and little memory. Skips the test when there is no such Spark on a developer's machine, fails when <c>CI</c> is set.</summary>
    public static Task<OwnSpark> StartWithAsync(SparkMajor major, IReadOnlyDictionary<string, string> settings)
    {
        SparkServer.RequireHome(major);
        return StartAsync(major, new Dictionary<string, string?>
        {
            ["SPARK_CONNECT_OPTIONS"] = string.Join(' ', settings.Select(setting => $"--conf {setting.Key}={setting.Value}")),
            ["SPARK_CONNECT_MEMORY"] = "1g",
        });
    }

    /// <param name="environment">What <c>scripts/spark-connect.sh</c> is told.</param>
    internal static async Task<OwnSpark> StartAsync(SparkMajor major, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(SparkServer.RepositoryRoot(), "scripts", "spark-connect.sh"), ["run", $"{(int)major}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
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
        using var patience = new CancellationTokenSource(EndPatience);
        await _script.WaitForExitAsync(patience.Token);
        _script.Dispose();
    }
}
