using System.Diagnostics;

namespace SparkPipelines.Pipelines.Packaging;

/// <summary>
/// Runs a helper program to its end and keeps what it said; null in its environment takes a variable away. Cancelled, it ends with all the
/// processes that it has started.
/// </summary>
internal static class CommandRunner
{
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(5);

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        // The streams end when the last process that has them does.
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        Task ended = Task.WhenAll(output, error, process.WaitForExitAsync(CancellationToken.None));
        try
        {
            await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            // Who deletes what it has written must not do so while it still writes; a process that left its parents is not waited for.
            await Task.WhenAny(ended, Task.Delay(KillPatience, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
        return (process.ExitCode, ((await output.ConfigureAwait(false)) + await error.ConfigureAwait(false)).Trim());
    }

    /// <summary>The program's full path by the PATH, or null.</summary>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
