using System.Text;
using System.Text.Json;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>A run of a pipeline that has ended. <see cref="ToString"/> is its report as text.</summary>
public sealed class PipelineRun
{
    private readonly RunRecord _record;

    internal PipelineRun(RunRecord record, string folder)
    {
        _record = record;
        Folder = folder;
        Steps = [.. record.Steps.Select(step => new StepRun(step))];
    }

    /// <summary>The run's id.</summary>
    public string Id => _record.Id;

    /// <summary>What it belongs to.</summary>
    public string Experiment => _record.Experiment;

    /// <summary>How it ended.</summary>
    public RunStatus Status => _record.Status;

    /// <summary>The folder with <c>run.json</c> and the steps' logs and metrics.</summary>
    public string Folder { get; }

    /// <summary>The run as a file for programs.</summary>
    public string RecordFile => Path.Combine(Folder, "run.json");

    /// <summary>The steps in the order of the pipeline.</summary>
    public IReadOnlyList<StepRun> Steps { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration => (_record.EndedAt ?? _record.StartedAt) - _record.StartedAt;

    /// <summary>What a step wrote.</summary>
    /// <exception cref="PipelineException">No step of the run has written an output of that name.</exception>
    public PipelineOutput GetOutput(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var outputs = Steps.SelectMany(step => step.Outputs).ToList();
        return outputs.Find(output => output.Name == name)
            ?? throw new PipelineException($"The run {Id} has written no output '{name}'; it has written {(outputs.Count == 0 ? "none" : Text.Quoted(outputs.Select(output => output.Name)))}.");
    }

    /// <summary>Each step with its time, what it wrote and its metrics, and where the run is kept.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        _ = text.Append("run ").Append(Id).Append(" (").Append(Experiment).Append(") ").Append(Of(Status)).Append(" in ").Append(Text.Seconds(Duration)).Append('\n');
        foreach (var step in Steps)
        {
            _ = text.Append("  ").Append(step.Name).Append("  ").Append(Of(step.Status));
            if (step.Duration is { } duration)
                _ = text.Append(" in ").Append(Text.Seconds(duration));
            _ = text.Append('\n');
            foreach (var output in step.Outputs)
                _ = text.Append("    out     ").Append(output.Name).Append(" = ").Append(output.Path).Append(output.Rows is { } rows ? $" ({Text.Of(rows)} rows)" : "").Append('\n');
            foreach (var (name, value) in step.Metrics)
                _ = text.Append("    metric  ").Append(name).Append(" = ").Append(value).Append('\n');
            if (step.Error is { } error)
                _ = text.Append("    error   ").Append(error).Append('\n');
        }

        return text.Append("  kept in ").Append(RecordFile).Append('\n').ToString();
    }

    private static string Of(RunStatus status) => status switch
    {
        RunStatus.NotStarted => "not started",
        RunStatus.Running => "running",
        RunStatus.Finished => "finished",
        RunStatus.Failed => "failed",
        RunStatus.Canceled => "canceled",
        _ => throw new InvalidOperationException($"The status {status} is not known."),
    };
}

/// <summary>A step of a run that has ended.</summary>
public sealed class StepRun
{
    private readonly StepRecord _record;

    internal StepRun(StepRecord record)
    {
        _record = record;
        Outputs = [.. record.Outputs.Select(output => new PipelineOutput(output))];
        Metrics = record.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value.ValueKind == JsonValueKind.String ? metric.Value.GetString()! : metric.Value.GetRawText());
    }

    /// <summary>The step's name.</summary>
    public string Name => _record.Name;

    /// <summary>How it ended.</summary>
    public RunStatus Status => _record.Status;

    /// <summary>How long it took; null when it was not started.</summary>
    public TimeSpan? Duration => _record.EndedAt - _record.StartedAt;

    /// <summary>The metrics with the last value noted for each, in the invariant culture.</summary>
    public IReadOnlyDictionary<string, string> Metrics { get; }

    /// <summary>What it wrote.</summary>
    public IReadOnlyList<PipelineOutput> Outputs { get; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error => _record.Error;

    /// <summary>The file with the step's log; null when it was not started.</summary>
    public string? LogFile => _record.Log;
}

/// <summary>Pipeline data that a run has written.</summary>
public sealed class PipelineOutput
{
    private readonly OutputRecord _record;

    internal PipelineOutput(OutputRecord record) => _record = record;

    /// <summary>The name.</summary>
    public string Name => _record.Name;

    /// <summary>The folder.</summary>
    public string Path => _record.Path;

    /// <summary>The rows of a table; null for files.</summary>
    public long? Rows => _record.Rows;

    /// <summary>The size of all files in bytes.</summary>
    public long Bytes => _record.Bytes;

    /// <summary>The data as a table, after all of it was checked.</summary>
    /// <exception cref="PipelineException">It is not whole, or no table.</exception>
    public TabularDataset AsTabular() => PipelineDataReader.Open(Path).ToTabular();

    /// <summary>The data as files, after all of it was checked.</summary>
    /// <exception cref="PipelineException">It is not whole.</exception>
    public FileDataset AsFiles() => PipelineDataReader.Open(Path).ToFiles();
}
