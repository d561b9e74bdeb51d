using System.Diagnostics;
using System.Globalization;

namespace SparkPipelines.Bench;

/// <summary>A whole process with all its children: wall time and the highest sum of resident memory, sampled every 20 ms (Linux).</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(20);

    public static async Task<(double Seconds, double PeakMegabytes)> RunAsync(string command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var exited = process.WaitForExitAsync();
        long peak = 0;
        while (await Task.WhenAny(exited, Task.Delay(SampleEvery)) != exited)
            peak = Math.Max(peak, ResidentBytesOfTree(process.Id));

        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
        return (seconds, peak / 1e6);
    }

    private static long ResidentBytesOfTree(int root)
    {
        var parents = new Dictionary<int, (int Parent, long Bytes)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(id) is { } entry)
                parents[id] = entry;
        }

        return parents.Where(pair => IsBelow(pair.Key)).Sum(pair => pair.Value.Bytes);

        bool IsBelow(int id)
        {
            for (var current = id; parents.TryGetValue(current, out var entry); current = entry.Parent)
            {
                if (current == root)
                    return true;
            }

            return false;
        }
    }

    private static (int Parent, long Bytes)? Read(int id)
    {
        try
        {
            // The command's name stands in brackets and may hold blanks; fields are counted from behind it.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
