using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace SparkPipelines.Pipelines.Tests.PipelineDatas;

/// <summary>A process of the step <see cref="WriteTables"/>, started as a pipeline starts one.</summary>
internal sealed class WriterProcess(string folder, bool replaces)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>The time from the start to the last commit.</summary>
    public async Task<TimeSpan> MeasureAsync()
    {
        using var writer = Start();
        var time = Stopwatch.StartNew();
        (await writer.StandardOutput.ReadLineAsync(Stop)).ShouldBe("written");
        time.Stop();
        await EndAsync(writer);
        return time.Elapsed;
    }

    /// <summary>SIGKILL at that moment; a writer waits for it when it has written all.</summary>
    public async Task KillAsync(Moment moment)
    {
        var started = DateTime.UtcNow;
        using var writer = Start();
        await moment.WaitAsync(folder, started, Stop);
        writer.HasExited.ShouldBeFalse("the writer ended by itself");
        await EndAsync(writer);
    }

    public static StepContext Context(string folder, bool replaces, params string[] arguments) => new()
    {
        Run = "run", Experiment = "kill", Workspace = folder, Step = "write", Folder = folder,
        Job = typeof(WriteTables).AssemblyQualifiedName, Arguments = arguments, Inputs = [],
        Outputs = [.. WriteTables.Outputs.Select(output => OfDeadPipeline(StepContextOutput.Create(output, Path.Combine(folder, output))))],
        ReplacesOutputs = replaces,
    };

    /// <summary>The pipeline names the folder for files; here its process was killed before, and an older one had the number of this process.</summary>
    private static StepContextOutput OfDeadPipeline(StepContextOutput output)
    {
        var parts = output.FilesFolder.Split('-');
        parts[^2] = (long.Parse(parts[^2], CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);
        return output with { FilesFolder = string.Join('-', parts) };
    }

    private Process Start()
    {
        Directory.CreateDirectory(folder);
        var contextFile = Path.Combine(folder, "context.json");
        Context(folder, replaces, WriteTables.Waits).WriteTo(contextFile);
        var start = new ProcessStartInfo("dotnet", [Assembly.GetEntryAssembly()!.Location]) { RedirectStandardOutput = true };
        start.Environment[StepContext.Variable] = contextFile;
        start.Environment[StepContext.HooksVariable] = "SparkPipelines.Pipelines";
        start.Environment["SPARK_REMOTE"] = null;
        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process writer)
    {
        writer.Kill();
        await writer.WaitForExitAsync(Stop);
    }
}

/// <summary>When a writer is killed: some time after its start, or after something was seen on the disk.</summary>
internal sealed record Moment(string Sight, TimeSpan After)
{
    private const string Start = "the start";

    private static readonly (string Sight, Func<WriterSight, bool> IsSeen)[] Sights =
    [
        ("the first file", writer => writer.Has("", "*.parquet")),
        ("a table's file", writer => writer.Has("first", "part-*.parquet")),
        ("a table's manifest", writer => writer.Has("first", DataManifest.FileName)),
        ("a table", writer => writer.HasCommitted("first")),
        ("another table's manifest", writer => writer.Has("second", DataManifest.FileName)),
        ("the parts' manifest", writer => writer.Has("parts", DataManifest.FileName)),
    ];

    /// <summary>Every other moment by the clock, spread over a writer's whole life and a little more; the others close to the steps of a commit.</summary>
    public static Moment Choose(Random random, int kill, int kills, TimeSpan life)
    {
        if (kill % 2 == 0)
            return new Moment(Start, life * 1.2 * ((kill + random.NextDouble()) / kills));
        return new Moment(Sights[random.Next(Sights.Length)].Sight, TimeSpan.FromMilliseconds(15 * Math.Pow(random.NextDouble(), 2)));
    }

    /// <summary>As soon as a step of a commit is seen, or a moment later.</summary>
    public static Moment ChooseInACommit(Random random) => new(Sights[random.Next(1, Sights.Length)].Sight, TimeSpan.FromMilliseconds(random.Next(3)));

    public override string ToString() => $"{After.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture)} ms after {Sight}";

    public async Task WaitAsync(string folder, DateTime started, CancellationToken cancellationToken)
    {
        if (Sight != Start)
        {
            var writer = new WriterSight(folder, started);
            var isSeen = Sights.Single(sight => sight.Sight == Sight).IsSeen;
            while (!isSeen(writer))
                await Task.Delay(1, cancellationToken);
        }

        await Task.Delay(After, cancellationToken);
    }
}

/// <summary>How far a writer is, by what it has on the disk.</summary>
internal sealed record WriterSight(string Folder, DateTime Started)
{
    /// <summary>Whether it has such a file aside, or is past that.</summary>
    public bool Has(string output, string pattern)
    {
        try
        {
            return HasCommitted(output) || Directory.EnumerateDirectories(Folder, ".*")
                .Where(aside => Path.GetFileName(aside).TrimStart('.').StartsWith(output, StringComparison.Ordinal))
                .Any(aside => Directory.EnumerateFiles(aside, pattern, SearchOption.AllDirectories).Any());
        }
        catch (DirectoryNotFoundException)
        {
            return false; // It has just been renamed.
        }
    }

    /// <summary>A folder keeps its time when it gets its name.</summary>
    public bool HasCommitted(string output) => output.Length > 0 && Directory.GetLastWriteTimeUtc(Path.Combine(Folder, output)) > Started;
}

internal enum WriterPhase
{
    /// <summary>Nothing is there.</summary>
    Before = 0,

    /// <summary>Something is aside.</summary>
    Writing = 1,

    /// <summary>All of an output is aside, being hashed or about to get its name.</summary>
    Committing = 2,

    /// <summary>All outputs are there and nothing is aside.</summary>
    After = 3,
}

/// <summary>What a killed writer has left.</summary>
internal sealed record WriterState(WriterPhase Phase, string Entries)
{
    public static WriterState Of(string folder)
    {
        var aside = Directory.GetDirectories(folder, ".*");
        // A table gets its first name aside when the engine has written all of it; until then it has one with a further dot.
        var isWhole = aside.Any(path => File.Exists(Path.Combine(path, DataManifest.FileName))
            || WriteTables.Outputs.Any(output => output != WriteTables.Parts && Path.GetFileName(path).StartsWith($".{output}.", StringComparison.Ordinal)));
        var phase = aside.Length > 0 ? isWhole ? WriterPhase.Committing : WriterPhase.Writing
            : Directory.Exists(Path.Combine(folder, WriteTables.Parts, "0")) ? WriterPhase.After : WriterPhase.Before;
        return new WriterState(phase, string.Join(' ', Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)));
    }
}
