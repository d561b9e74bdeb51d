using System.Globalization;
using System.Runtime.InteropServices;

namespace SparkPipelines.EndToEndTests.Support;

/// <summary>What Linux tells of processes and ports, and signals to them.</summary>
internal static class SystemProcesses
{
    public const int SignalInterrupt = 2;
    public const int SignalKill = 9;
    public const int SignalTerminate = 15;

    /// <summary>A negative process is a process group.</summary>
    public static void Signal(int process, int signal) => SendSignal(process, signal).ShouldBe(0, $"signal {signal} to {process}");

    /// <summary>The same to a process that may have ended.</summary>
    public static void SignalIfThere(int process, int signal) => _ = SendSignal(process, signal);

    /// <summary>The command lines of the processes that a session leader has started, those that outlived it too.</summary>
    public static IReadOnlyList<string> CommandsOfSession(int leader) => [.. ProcessesOfSession(leader).Select(process => process.Command)];

    public static IReadOnlyList<(int Id, string Command)> ProcessesOfSession(int leader) =>
        [.. ProcessIds().Where(id => SessionOf(id) == leader).Select(id => (id, CommandOf(id) ?? "")).Where(process => process.Item2.Length > 0)];

    public static IReadOnlyList<string> AllCommands() => [.. ProcessIds().Select(CommandOf).OfType<string>()];

    /// <summary>The addresses, as the kernel writes them, on which any process listens at a TCP port.</summary>
    public static IReadOnlyList<string> ListenersAt(int port)
    {
        const string listening = "0A";
        string suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return [.. new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == listening && fields[1].EndsWith(suffix, StringComparison.Ordinal))
            .Select(fields => fields[1][..^suffix.Length])];
    }

    /// <summary>The TCP ports at which a process listens, each with the address as the kernel writes it.</summary>
    public static IReadOnlyList<(string Address, int Port)> ListenersOf(int process)
    {
        const string listening = "0A";
        var sockets = Directory.EnumerateFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal)).Select(target => target["socket:[".Length..^1]).ToHashSet();
        return [.. new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == listening && sockets.Contains(fields[9]))
            .Select(fields => fields[1].Split(':')).Select(parts => (parts[0], int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
    }

    private static IEnumerable<int> ProcessIds() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

    private static int? SessionOf(int process)
    {
        // The name in parentheses may hold spaces; after it: state, parent, group, session.
        string? stat = ReadProc(process, "stat");
        if (stat == null) return null;
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] == "Z" ? null : int.Parse(fields[3], CultureInfo.InvariantCulture);
    }

    private static string? CommandOf(int process) => ReadProc(process, "cmdline")?.Replace('\0', ' ').Trim();

    private static string? ReadProc(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return null; // It has ended meanwhile.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
