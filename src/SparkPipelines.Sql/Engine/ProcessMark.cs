using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkPipelines.Sql.Engine;

/// <summary>
/// A process as a word for file names: boot, process namespace, number and start, so that no later process with the same number is taken for it. Only Linux
/// has it. <c>ProcessMark.java</c> writes the same.
/// </summary>
internal static partial class ProcessMark
{
    private static readonly string? Machine = ReadMachine();

    /// <summary>This process; null where the system does not tell.</summary>
    public static string? Own { get; } = Of(Environment.ProcessId);

    /// <summary>A process of this machine; null when it has ended.</summary>
    public static string? Of(int process) =>
        Machine != null && ReadStart(process) is { } start ? string.Create(CultureInfo.InvariantCulture, $"{Machine}-{process}-{start}") : null;

    /// <summary>The mark that a name begins with, before <c>-</c> or its end.</summary>
    public static bool TryRead(ReadOnlySpan<char> name, [NotNullWhen(true)] out string? mark)
    {
        mark = null;
        foreach (ValueMatch match in Pattern().EnumerateMatches(name)) mark = name.Slice(match.Index, match.Length).ToString();
        return mark != null;
    }

    /// <summary>False for a process that runs, and for one of another boot, container or machine, of which nobody here can know.</summary>
    public static bool IsCertainlyGone(string mark)
    {
        if (Machine == null || !mark.StartsWith(Machine + "-", StringComparison.Ordinal)) return false;
        string[] parts = mark[(Machine.Length + 1)..].Split('-');
        return ReadStart(int.Parse(parts[0], CultureInfo.InvariantCulture)) != long.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9]{1,10}-[0-9]{1,9}-[0-9]{1,18}(?=-|$)")]
    private static partial Regex Pattern();

    private static string? ReadMachine()
    {
        if (!OperatingSystem.IsLinux()) return null;
        string? boot = TryReadFile("/proc/sys/kernel/random/boot_id");
        string? space = new FileInfo("/proc/self/ns/pid").LinkTarget; // pid:[4026531836]
        return boot?.Length >= 8 && space != null ? $"{boot[..8]}-{space[5..^1]}" : null;
    }

    /// <summary>In clock ticks since the boot; null for a process that has ended, its parent knowing of it or not.</summary>
    private static long? ReadStart(int process)
    {
        string? stat = TryReadFile(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        if (stat == null) return null;
        // The name in parentheses may hold anything; the state is the third field, the start the 22nd.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
    }

    private static string? TryReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
