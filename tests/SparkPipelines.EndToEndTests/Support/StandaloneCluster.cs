using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>
/// A standalone Spark cluster on this machine's loopback interface: a master and its workers, on ports of the system's choosing, with
/// folders of its own. Disposing ends every process of it, executors and drivers too.
/// </summary>
internal sealed partial class StandaloneCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _sparkHome;
    private readonly TestFolder _folder = new();
    private readonly List<Process> _daemons = [];
    private readonly ConcurrentQueue<string> _masterLog = new();
    private readonly HttpClient _http = new();
    private Uri _status = new("about:blank");

    private StandaloneCluster(string sparkHome) => _sparkHome = sparkHome;

    /// <summary>What <c>--master</c> takes.</summary>
    public string Master { get; private set; } = "";

    /// <summary>Returns when the master knows all workers; each has two cores and one gigabyte.</summary>
    public static async Task<StandaloneCluster> StartAsync(string sparkHome, int workers = 2)
    {
        var cluster = new StandaloneCluster(sparkHome);
        try
        {
            await cluster.StartDaemonsAsync(workers);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the driver that was submitted last with <c>--deploy-mode cluster</c> has ended.</summary>
    public async Task<DriverResult> WaitForDriverAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (true)
        {
            using JsonDocument status = JsonDocument.Parse(await _http.GetStringAsync(_status, timeout.Token));
            JsonElement[] ended = [.. status.RootElement.GetProperty("completeddrivers").EnumerateArray()];
            if (ended.Length > 0 && status.RootElement.GetProperty("activedrivers").GetArrayLength() == 0)
            {
                JsonElement last = ended.MaxBy(driver => driver.GetProperty("id").GetString(), StringComparer.Ordinal);
                string folder = Directory.GetDirectories(_folder.Path, last.GetProperty("id").GetString()!, SearchOption.AllDirectories)[0];
                return new DriverResult(last.GetProperty("state").GetString()!, await File.ReadAllTextAsync(Path.Combine(folder, "stdout")),
                    await File.ReadAllTextAsync(Path.Combine(folder, "stderr")));
            }
            await Task.Delay(100, timeout.Token);
        }
    }

    /// <summary>Waits until an executor of an application runs on the cluster.</summary>
    public async Task WaitForExecutorAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!_daemons.SelectMany(daemon => SystemProcesses.CommandsOfSession(daemon.Id))
            .Any(command => command.Contains("CoarseGrainedExecutorBackend", StringComparison.Ordinal)))
        {
            await Task.Delay(50, timeout.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Process daemon in _daemons)
        {
            // A daemon leads the process group of all that it starts.
            SystemProcesses.SignalIfThere(-daemon.Id, SystemProcesses.SignalKill);
            await daemon.WaitForExitAsync();
            daemon.Dispose();
        }
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task StartDaemonsAsync(int workers)
    {
        StartDaemon("master", _masterLog, "org.apache.spark.deploy.master.Master", "--host", "localhost", "--port", "0", "--webui-port", "0");
        Master = (await WaitForLineAsync(MasterLine())).Groups[1].Value;
        _status = new Uri($"http://localhost:{(await WaitForLineAsync(WebPageLine())).Groups[1].Value}/json/");
        for (int worker = 1; worker <= workers; worker++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"worker{worker}");
            StartDaemon(name, new ConcurrentQueue<string>(), "org.apache.spark.deploy.worker.Worker", "--host", "localhost", "--cores", "2",
                "--memory", "1g", "--webui-port", "0", "--work-dir", _folder.Create(name), Master);
        }
        using var timeout = new CancellationTokenSource(Patience);
        while (_masterLog.Count(line => line.Contains("Registering worker", StringComparison.Ordinal)) < workers)
            await Task.Delay(50, timeout.Token);
    }

    private void StartDaemon(string name, ConcurrentQueue<string> log, string main, params string[] arguments)
    {
        var start = new ProcessStartInfo("setsid", [Path.Combine(_sparkHome, "bin", "spark-class"), main, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SPARK_HOME"] = _sparkHome;
        start.Environment["SPARK_CONF_DIR"] = _folder.Create("conf");
        start.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        start.Environment["SPARK_LOCAL_DIRS"] = _folder.Create($"{name}-temp");
        start.Environment["SPARK_DAEMON_MEMORY"] = "256m";
        start.Environment["SPARK_DAEMON_JAVA_OPTS"] = $"-Djava.io.tmpdir={_folder.Create($"{name}-java")}";
        Process daemon = Process.Start(start)!;
        _daemons.Add(daemon);
        daemon.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        daemon.BeginErrorReadLine();
        daemon.BeginOutputReadLine();
    }

    private async Task<Match> WaitForLineAsync(Regex pattern)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (true)
        {
            Match? match = _masterLog.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success);
            if (match != null) return match;
            if (_daemons[0].HasExited) Assert.Fail($"The master ended: {string.Join('\n', _masterLog)}");
            await Task.Delay(50, timeout.Token);
        }
    }

    [GeneratedRegex("Starting Spark master at (spark://[^ ]+:[0-9]+)")]
    private static partial Regex MasterLine();

    [GeneratedRegex("MasterWebUI.* started at http://[^ ]+:([0-9]+)")]
    private static partial Regex WebPageLine();
}

/// <summary>How a driver on the cluster ended, in the master's word for it (FINISHED, FAILED, …), and what it wrote.</summary>
internal sealed record DriverResult(string State, string Output, string Error);
