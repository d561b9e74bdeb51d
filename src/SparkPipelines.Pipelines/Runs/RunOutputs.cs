using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Pipelines;

/// <summary>A step's outputs by their names.</summary>
public sealed class RunOutputs
{
    private readonly Run _run;
    private readonly Lock _adding = new();
    private readonly List<RunOutput> _outputs;

    internal RunOutputs(Run run)
    {
        _run = run;
        _outputs = [.. run.Context.Outputs.Select(output => new RunOutput(run, output))];
    }

    /// <summary>The names, in the order in which the step declares them.</summary>
    public IReadOnlyList<string> Names => [.. _outputs.Select(output => output.Name)];

    /// <summary>The output of a name. A job that was started alone has any it asks for.</summary>
    /// <exception cref="PipelineException">The step has none of that name.</exception>
    public RunOutput this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            lock (_adding)
            {
                if (_outputs.Find(output => output.Name == name) is { } output)
                    return output;
                if (!_run.IsOffline)
                    throw new PipelineException($"The step '{_run.StepName}' has no output '{name}'; it has {(_outputs.Count == 0 ? "none" : Text.Quoted(Names))}.");
                var added = new RunOutput(_run, StepContextOutput.Create(name, Path.Combine(_run.Context.Folder, name)));
                _outputs.Add(added);
                return added;
            }
        }
    }

    internal async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var output in _outputs)
            await output.CompleteAsync(cancellationToken).ConfigureAwait(false);
        var missing = _outputs.Where(output => !output.IsWritten).Select(output => output.Name).ToList();
        if (missing.Count > 0)
            throw new PipelineException($"The step '{_run.StepName}' ended without writing its output{(missing.Count == 1 ? "" : "s")} {Text.Quoted(missing)}.");
    }

    internal void Discard()
    {
        foreach (var output in _outputs)
            output.Discard();
    }
}

/// <summary>One output of a step. It is written once, as a table or as files.</summary>
public sealed class RunOutput
{
    private readonly Run _run;
    private readonly StepContextOutput _output;
    private readonly Lock _opening = new();
    private bool _isTable;

    internal RunOutput(Run run, StepContextOutput output)
    {
        _run = run;
        _output = output;
    }

    /// <summary>The name.</summary>
    public string Name => _output.Name;

    /// <summary>
    /// A folder to write files into, of any kind. They become the output all at once when the step has ended well, and are gone when it fails.
    /// </summary>
    /// <exception cref="PipelineException">The output was written as a table.</exception>
    public string Path
    {
        get
        {
            lock (_opening)
            {
                if (_isTable)
                    throw new PipelineException($"The output '{Name}' of the step '{_run.StepName}' was written as a table; files need an output of their own.");
                Directory.CreateDirectory(_output.FilesFolder);
                // It is named by the pipeline's process, which may die before this one.
                OwnedFolders.AddOwner(_output.FilesFolder);
                return _output.FilesFolder;
            }
        }
    }

    internal bool IsWritten => File.Exists(System.IO.Path.Combine(_output.Path, DataManifest.FileName));

    private bool HasFiles => Directory.Exists(_output.FilesFolder);

    /// <summary>Runs a DataFrame and writes its rows as Parquet. When this returns the output is there, whole; when it throws there is nothing.</summary>
    /// <exception cref="PipelineException">The output was written already.</exception>
    public async Task WriteAsync(DataFrame rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        lock (_opening)
        {
            if (_isTable || HasFiles)
                throw new PipelineException($"The output '{Name}' of the step '{_run.StepName}' is written once, and was written already.");
            _isTable = true;
        }

        using var writer = NewWriter(asideFolder: null);
        var schema = await rows.SchemaAsync(cancellationToken).ConfigureAwait(false);
        await rows.Write().ParquetAsync($"file://{writer.AsideFolder}", cancellationToken).ConfigureAwait(false);
        _ = await writer.CommitAsync(schema, Origin(), cancellationToken).ConfigureAwait(false);
    }

    internal async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (!HasFiles)
            return;
        using var writer = NewWriter(_output.FilesFolder);
        _ = await writer.CommitAsync(schema: null, Origin(), cancellationToken).ConfigureAwait(false);
    }

    internal void Discard()
    {
        if (HasFiles)
            Directory.Delete(_output.FilesFolder, recursive: true);
    }

    private PipelineDataWriter NewWriter(string? asideFolder) => new(Name, _output.Path, asideFolder, _run.Context.ReplacesOutputs);

    private DataOrigin Origin() => new(_run.Id, _run.StepName, _run.Context.ManifestInputs);
}
