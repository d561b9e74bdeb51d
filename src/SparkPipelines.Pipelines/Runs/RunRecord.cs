using System.Text.Json;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>How far a run or a step is.</summary>
public enum RunStatus
{
    /// <summary>It has not begun, and in a run that has ended never will.</summary>
    NotStarted = 0,

    /// <summary>It runs.</summary>
    Running = 1,

    /// <summary>It has ended well.</summary>
    Finished = 2,

    /// <summary>It has failed.</summary>
    Failed = 3,

    /// <summary>It was stopped.</summary>
    Canceled = 4,
}

/// <summary>The content of <c>run.json</c>.</summary>
internal sealed record RunRecord
{
    public int Version { get; init; } = 1;

    public required string Id { get; init; }

    public required string Experiment { get; init; }

    public required string Workspace { get; init; }

    public RunStatus Status { get; set; } = RunStatus.Running;

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public required IReadOnlyList<StepRecord> Steps { get; init; }

    public void WriteTo(string folder) =>
        AtomicFiles.Replace(Path.Combine(folder, "run.json"), JsonSerializer.Serialize(this, ManifestJson.Default.RunRecord));
}

/// <summary>A step in <c>run.json</c>.</summary>
internal sealed record StepRecord
{
    public required string Name { get; init; }

    public required string Job { get; init; }

    public required string Compute { get; init; }

    public RunStatus Status { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public IReadOnlyList<string> Arguments { get; set; } = [];

    public IReadOnlyDictionary<string, string> Inputs { get; set; } = new Dictionary<string, string>();

    public IReadOnlyList<OutputRecord> Outputs { get; set; } = [];

    public IReadOnlyDictionary<string, JsonElement> Metrics { get; set; } = new Dictionary<string, JsonElement>();

    public string? Log { get; set; }

    public string? Error { get; set; }
}

/// <summary>An output in <c>run.json</c>.</summary>
internal sealed record OutputRecord(string Name, string Path, long? Rows, long Bytes, int Files);
