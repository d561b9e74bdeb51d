using System.Text.Json;
using System.Text.Json.Serialization;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>All that a step's process must know of its run: a file, whose path it finds in <see cref="Variable"/>.</summary>
internal sealed record StepContext
{
    /// <summary>The environment variable that makes a process a step of a run.</summary>
    public const string Variable = "SPARKPIPELINES_STEP_CONTEXT";

    /// <summary>By which .NET is told of startup hooks, the one that turns a process into a step here.</summary>
    public const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    public required string Run { get; init; }

    public required string Experiment { get; init; }

    public required string Workspace { get; init; }

    public required string Step { get; init; }

    /// <summary>The step's own folder in the run's: log, metrics, downloaded inputs.</summary>
    public required string Folder { get; init; }

    /// <summary>The assembly-qualified name of the class that is the job; null for a program.</summary>
    public string? Job { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyList<StepContextInput> Inputs { get; init; }

    public required IReadOnlyList<StepContextOutput> Outputs { get; init; }

    /// <summary>Whether an output that is there gives way, as it does when a job is run alone.</summary>
    public bool ReplacesOutputs { get; init; }

    [JsonIgnore]
    public IReadOnlyList<ManifestInput> ManifestInputs => [.. Inputs.Select(input => new ManifestInput(input.Name, input.Source, input.Kind == StepInputKind.PipelineData ? PipelineDataReader.HashOf(input.Path!) : null))];

    [JsonIgnore]
    public string MetricsFile => Path.Combine(Folder, "metrics.jsonl");

    [JsonIgnore]
    public string LogFile => Path.Combine(Folder, "log.txt");

    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Default.StepContext);

    public static StepContext Parse(string json) => JsonSerializer.Deserialize(json, ManifestJson.Default.StepContext)!;

    /// <summary>The context that the environment names; null outside of a run.</summary>
    public static StepContext? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? Parse(File.ReadAllText(file)) : null;

    public void WriteTo(string file) => AtomicFiles.Replace(file, ToJson());
}

internal enum StepInputKind
{
    PipelineData = 0,
    Dataset = 1,
}

/// <summary>An input of a step.</summary>
/// <param name="Path">The data's folder; for a dataset the folder of its copy, or the one path that it stands for; null when it stands for none.</param>
/// <param name="Definition">The folder of the dataset's definition.</param>
/// <param name="Source">What it is, for the manifest of what the step writes.</param>
internal sealed record StepContextInput(string Name, StepInputKind Kind, string? Path, string? Definition, string Source);

/// <summary>An output of a step.</summary>
/// <param name="Path">The folder that it becomes.</param>
/// <param name="FilesFolder">The folder aside into which a job writes plain files; whoever started the job commits it.</param>
internal sealed record StepContextOutput(string Name, string Path, string FilesFolder)
{
    public static StepContextOutput Create(string name, string path) => new(name, path, AtomicFiles.Aside(path));
}
