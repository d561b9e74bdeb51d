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
        Submission submission = Submission.Start(sparkHome, ["--master", "local[1]", Repository.ProbeJob, action, folder]);
        try
        {
            return (submission, await ReadAsync(submission, folder));
        }
        catch
        {
            await submission.DisposeAsync();
            throw;
        }
    }

    public static bool EndedInOrder(string folder) => File.Exists(Path.Combine(folder, "ended"));

    private static async Task<Probe> ReadAsync(Submission submission, string folder)
    {
        string file = Path.Combine(folder, "ready");
        await submission.WaitForFileAsync(file);
        var state = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(file))!;
        return new Probe(int.Parse(state["pid"], CultureInfo.InvariantCulture), state["remote"], state["token"], state["program"]);
    }
}
