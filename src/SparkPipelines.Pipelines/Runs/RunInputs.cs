using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>A step's inputs by their names.</summary>
public sealed class RunInputs
{
    private readonly StepContext _context;

    internal RunInputs(StepContext context) => _context = context;

    /// <summary>The names, in the order in which the step declares them.</summary>
    public IReadOnlyList<string> Names => [.. _context.Inputs.Select(input => input.Name)];

    /// <summary>The input of a name.</summary>
    /// <exception cref="PipelineException">The step has none of that name.</exception>
    public RunInput this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            var input = _context.Inputs.FirstOrDefault(input => input.Name == name);
            if (input is not null)
                return new RunInput(_context, input);
            throw new PipelineException(_context.ReplacesOutputs
                ? $"There is no input '{name}'; a job that is started alone gets it by --input {name}=PATH."
                : $"The step '{_context.Step}' has no input '{name}'; it has {(Names.Count == 0 ? "none" : Text.Quoted(Names))}.");
        }
    }
}

/// <summary>One input of a step.</summary>
public sealed class RunInput
{
    private readonly StepContext _context;
    private readonly StepContextInput _input;

    internal RunInput(StepContext context, StepContextInput input)
    {
        _context = context;
        _input = input;
    }

    /// <summary>The name.</summary>
    public string Name => _input.Name;

    /// <summary>The file or folder: where the data lies, or its copy when the input is a download.</summary>
    /// <exception cref="PipelineException">The input is a dataset that no one file or folder stands for.</exception>
    public string Path => _input.Path
        ?? throw new PipelineException($"No one file or folder stands for the input '{Name}' of the step '{_context.Step}'; use AsTabular() or AsFiles(), or pass it AsDownload().");

    /// <summary>The input as a table.</summary>
    /// <exception cref="PipelineException">Pipeline data that is not whole, or an input that is no table.</exception>
    public TabularDataset AsTabular() => _input.Kind == StepInputKind.PipelineData
        ? PipelineDataReader.Open(Path).ToTabular()
        : OpenDataset() as TabularDataset ?? throw new PipelineException($"The input '{Name}' of the step '{_context.Step}' is a file set, not a table; use AsFiles().");

    /// <summary>The input as files.</summary>
    /// <exception cref="PipelineException">Pipeline data that is not whole, or an input that is a table.</exception>
    public FileDataset AsFiles() => _input.Kind == StepInputKind.PipelineData
        ? PipelineDataReader.Open(Path).ToFiles()
        : OpenDataset() as FileDataset ?? throw new PipelineException($"The input '{Name}' of the step '{_context.Step}' is a table, not a file set; use AsTabular().");

    private Dataset OpenDataset() => _input.Definition is { } definition ? Dataset.Load(definition) : FromPath(_input.Path!);

    /// <summary>What a path on the command line stands for, told by what is there.</summary>
    private static Dataset FromPath(string path)
    {
        if (File.Exists(System.IO.Path.Combine(path, "MLTable")))
            return Dataset.Load(path);
        var data = DataPath.FromLocal(path);
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            return Dataset.Tabular.FromDelimitedFiles(data);
        var isParquet = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*.parquet").Any());
        return isParquet ? Dataset.Tabular.FromParquetFiles(data) : Dataset.File.FromFiles(data);
    }
}
