using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>
/// Steps in the order that their data dictates. A pipeline is checked whole when it is built: one exception names all that is wrong, before any
/// engine starts.
/// </summary>
public sealed class Pipeline
{
    /// <summary>A pipeline of these steps.</summary>
    /// <param name="workspace">Where runs are kept, and pipeline data without a datastore of its own.</param>
    /// <param name="steps">In any order; steps that don't depend on one another may run side by side.</param>
    /// <exception cref="PipelineException">The pipeline can't run; <see cref="PipelineException.Findings"/> lists every reason.</exception>
    public Pipeline(Workspace workspace, IReadOnlyList<SparkStep> steps)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(steps);
        Workspace = workspace;
        var findings = PipelineValidation.Check(steps);
        if (findings.Count > 0)
            throw new PipelineException(findings);
        Steps = StepOrder.Sort(steps, out _);
    }

    /// <summary>The workspace.</summary>
    public Workspace Workspace { get; }

    /// <summary>The steps, each after those whose data it reads; otherwise in the order given.</summary>
    public IReadOnlyList<SparkStep> Steps { get; }

    /// <summary>The exact jobs that a run starts, with their command lines, inputs and outputs. Nothing is run or read.</summary>
    public CompiledPipeline Compile() => PipelineCompiler.Compile(this);

    /// <summary>
    /// Runs the steps. Steps whose inputs are ready run side by side. When one fails, those that run end, no other starts, and what was written stays.
    /// The run leaves <c>run.json</c> and the steps' logs and metrics in the workspace's folder <c>runs/ID</c>.
    /// </summary>
    /// <param name="experiment">What the run belongs to: free text.</param>
    /// <param name="progress">Gets a line when a step starts and ends; the console when null.</param>
    /// <param name="cancellationToken">Stops the steps that run, and the run.</param>
    /// <exception cref="PipelineException">A step failed; <see cref="PipelineException.Run"/> is the run.</exception>
    public Task<PipelineRun> SubmitAsync(string experiment = "default", TextWriter? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(experiment);
        return new PipelineRunner(this, experiment, progress ?? Console.Out).RunAsync(cancellationToken);
    }
}
