using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>Lays out all that a step needs before it starts: definitions and copies of its datasets, paths in the place of its arguments.</summary>
internal static class StepPreparation
{
    public static async Task<StepContext> PrepareAsync(Workspace workspace, RunRecord run, SparkStep step, CancellationToken cancellationToken)
    {
        var folder = StepFolders.Of(workspace, run.Id, step.Name);
        Directory.CreateDirectory(folder);
        var inputs = new List<StepContextInput>();
        foreach (var input in step.Inputs)
        {
            inputs.Add(input.Data is { } data
                ? new StepContextInput(input.Name, StepInputKind.PipelineData, data.PathIn(workspace, run.Id).ToString(), null, $"{run.Id}/{data.Name}")
                : await PrepareAsync(input.Dataset!, folder, cancellationToken).ConfigureAwait(false));
        }

        var arguments = new List<string>();
        foreach (var argument in step.Arguments)
            arguments.Add(await ResolveAsync(argument, workspace, run, step, folder, inputs, cancellationToken).ConfigureAwait(false));
        return new StepContext
        {
            Run = run.Id,
            Experiment = run.Experiment,
            Workspace = workspace.Folder,
            Step = step.Name,
            Folder = folder,
            Job = step.Job?.AssemblyQualifiedName,
            Arguments = arguments,
            Inputs = inputs,
            Outputs = [.. step.Outputs.Select(output => StepContextOutput.Create(output.Name, output.PathIn(workspace, run.Id).RequireLocal("Pipeline data")))],
        };
    }

    private static async Task<string> ResolveAsync(StepArgument argument, Workspace workspace, RunRecord run, SparkStep step, string folder, List<StepContextInput> inputs, CancellationToken cancellationToken)
    {
        if (argument.Value is { } text)
            return text;
        if (argument.Data is { } data)
            return data.PathIn(workspace, run.Id).ToString();
        var input = argument.Input!;
        var prepared = inputs.Find(known => known.Name == input.Name) ?? await PrepareAsync(input, folder, cancellationToken).ConfigureAwait(false);
        return prepared.Path
            ?? throw new PipelineException($"No one file or folder stands for the input '{input.Name}' of the step '{step.Name}', so it can't be an argument; pass it AsDownload().");
    }

    private static async Task<StepContextInput> PrepareAsync(NamedInput input, string folder, CancellationToken cancellationToken)
    {
        var dataset = input.Dataset;
        var path = PipelineCompiler.SinglePath(dataset);
        if (input.Mode == InputMode.Download)
        {
            var target = DataPath.FromLocal(StepFolders.Download(folder, input.Name));
            path = target.ToString();
            switch (dataset)
            {
                case FileDataset files:
                    _ = await files.DownloadAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
                    dataset = Dataset.File.FromFiles(target);
                    break;
                case TabularDataset table:
                    _ = table.ToParquet(target);
                    dataset = Dataset.Tabular.FromParquetFiles(target);
                    break;
                default:
                    throw new InvalidOperationException($"A {dataset.GetType().Name} can't be downloaded.");
            }
        }

        var definition = StepFolders.Definition(folder, input.Name);
        dataset.Save(definition);
        return new StepContextInput(input.Name, StepInputKind.Dataset, path, definition, PipelineCompiler.Describe(input));
    }
}
