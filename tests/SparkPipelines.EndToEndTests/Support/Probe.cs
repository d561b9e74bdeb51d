using System.Globalization;
using System.Text.Json;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>What the waiting ProbeJob tells of itself.</summary>
internal sealed record Probe(int ProcessId, string Remote, string Token, string Program)
{
    public int Port => new Uri(Remote.Replace("sc://", "http://", StringComparison.Ordinal)).Port;

    /// <summary>Submits the ProbeJob so that it waits, and returns when it does.</summary>
    public static async Task<(Submission Submission, Probe Probe)> StartWaitingAsync(string sparkHome, string folder, string action = "wait")
    {
        Submission submission = Submission.Start(sparkHome, ["--master", "local[1]", .. Submission.NoWebPage, Repository.ProbeJob, action, folder]);
        try
        {
            await submission.WaitForFileAsync(ReadyFile(folder));
            return (submission, await ReadAsync(folder));
        }
        catch
        {
            await submission.DisposeAsync();
            throw;
        }
    }

    public static bool EndedInOrder(string folder) => File.Exists(Path.Combine(folder, "ended"));

    /// <summary>Waits for a probe that somebody else has started.</summary>
    public static async Task<Probe> ReadAsync(string folder)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!File.Exists(ReadyFile(folder))) await Task.Delay(50, timeout.Token);
        var state = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(ReadyFile(folder), timeout.Token))!;
        return new Probe(int.Parse(state["pid"], CultureInfo.InvariantCulture), state["remote"], state["token"], state["program"]);
    }

    private static string ReadyFile(string folder) => Path.Combine(folder, "ready");
}
