using System.Reflection;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>Works out a pipeline's jobs.</summary>
internal static class PipelineCompiler
{
    private const string AnyRun = "{run}";

    public static CompiledPipeline Compile(Pipeline pipeline) => new([.. pipeline.Steps.Select(step => Compile(pipeline, step))]);

    /// <summary>The options and the job that spark-submit gets for a step, without the job's arguments.</summary>
    public static IReadOnlyList<string> SubmitWords(SparkStep step, ComputeTarget.SparkTarget target)
    {
        var words = new List<string> { "--master", target.Master, "--name", step.Name };
        foreach (var (name, value) in target.Configuration.OrderBy(setting => setting.Key, StringComparer.Ordinal))
            words.AddRange(["--conf", $"{name}={value}"]);
        words.Add(step.JobProject ?? ApplicationOf(step.Job!));
        return words;
    }

    /// <summary>A dataset's origin in words: its registration, or its paths.</summary>
    public static string Describe(NamedInput input) => input.Dataset.Registration is { } registration
        ? $"{registration.Name}:{Text.Of(registration.Version)}"
        : string.Join(", ", PathsOf(input.Dataset));

    /// <summary>The one file or folder that a dataset stands for; null when there is none.</summary>
    public static string? SinglePath(Dataset dataset)
    {
        var isPlain = dataset switch
        {
            TabularDataset table => table.Operations.Count == 0,
            FileDataset files => files.Operations.Count == 0 && files.Archive is null,
            _ => false,
        };
        var paths = PathsOf(dataset);
        return isPlain && paths.Count == 1 && !paths[0].IsPattern ? paths[0].ToString() : null;
    }

    private static CompiledJob Compile(Pipeline pipeline, SparkStep step)
    {
        var arguments = step.Arguments.Select(argument => argument switch
        {
            { Data: { } data } => data.PathIn(pipeline.Workspace, AnyRun).ToString(),
            { Input: { } input } => InputPath(pipeline, step, input),
            _ => argument.Value!,
        }).ToList();
        var inputs = step.Inputs.Select(input => KeyValuePair.Create(input.Name, input.Data is { } data
            ? data.PathIn(pipeline.Workspace, AnyRun).ToString()
            : input.Dataset!.Mode == InputMode.Download ? InputPath(pipeline, step, input.Dataset) : Describe(input.Dataset)));
        var outputs = step.Outputs.Select(output => KeyValuePair.Create(output.Name, output.PathIn(pipeline.Workspace, AnyRun).ToString()));
        IReadOnlyList<string> command = step switch
        {
            { Compute: ComputeTarget.SparkTarget target } => ["spark-submit.sh", .. SubmitWords(step, target), .. arguments],
            { JobProject: { } program } => ["dotnet", program, .. arguments],
            _ => [],
        };
        return new CompiledJob(step.Name, step.Compute, command, arguments, [.. inputs], [.. outputs]) { InProcessJob = step.Job };
    }

    private static string InputPath(Pipeline pipeline, SparkStep step, NamedInput input) => input.Mode == InputMode.Download
        ? StepFolders.Download(StepFolders.Of(pipeline.Workspace, AnyRun, step.Name), input.Name)
        : SinglePath(input.Dataset) ?? $"{{{input.Name}}}";

    private static IReadOnlyList<DataPath> PathsOf(Dataset dataset) => dataset switch
    {
        TabularDataset table => table.Source.Paths,
        FileDataset files => files.Paths,
        _ => [],
    };

    /// <summary>The program that brings a step's class: the one that runs now, which must bring it on the other side too.</summary>
    private static string ApplicationOf(Type job) => (Assembly.GetEntryAssembly() ?? job.Assembly).Location;
}
