namespace SparkPipelines.Pipelines;

/// <summary>One step of a pipeline: a job with its arguments, inputs and outputs. Checked together with the pipeline that it is part of.</summary>
public sealed class SparkStep
{
    /// <summary>A step whose job is a class of this application.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>; unique in the pipeline.</param>
    /// <param name="job">A class that implements <see cref="IStepJob"/> and has a constructor without parameters.</param>
    /// <param name="compute">Where it runs; <see cref="ComputeTarget.Session"/> when null.</param>
    /// <param name="arguments">Arguments, in order; <see cref="Run.Arguments"/> has them.</param>
    /// <param name="inputs">Datasets under names, and pipeline data of other steps, which then run before this one.</param>
    /// <param name="outputs">The pipeline data that the step writes, all of them.</param>
    public SparkStep(string name, Type job, ComputeTarget? compute = null, IReadOnlyList<StepArgument>? arguments = null, IReadOnlyList<StepInput>? inputs = null, IReadOnlyList<PipelineData>? outputs = null)
        : this(name, compute, arguments, inputs, outputs)
    {
        ArgumentNullException.ThrowIfNull(job);
        Job = job;
    }

    /// <summary>A step whose job is a program of its own.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>; unique in the pipeline.</param>
    /// <param name="jobProject">The program's folder, project or assembly.</param>
    /// <param name="compute">Where it runs; <see cref="ComputeTarget.Session"/> when null.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="inputs">Datasets under names, and pipeline data of other steps, which then run before this one.</param>
    /// <param name="outputs">The pipeline data that the step writes, all of them.</param>
    public SparkStep(string name, string jobProject, ComputeTarget? compute = null, IReadOnlyList<StepArgument>? arguments = null, IReadOnlyList<StepInput>? inputs = null, IReadOnlyList<PipelineData>? outputs = null)
        : this(name, compute, arguments, inputs, outputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobProject);
        JobProject = jobProject;
    }

    private SparkStep(string name, ComputeTarget? compute, IReadOnlyList<StepArgument>? arguments, IReadOnlyList<StepInput>? inputs, IReadOnlyList<PipelineData>? outputs)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Compute = compute ?? ComputeTarget.Session;
        Arguments = [.. arguments ?? []];
        Inputs = [.. inputs ?? []];
        Outputs = [.. outputs ?? []];
    }

    /// <summary>The step's name.</summary>
    public string Name { get; }

    /// <summary>The class that is the job; null for a program.</summary>
    public Type? Job { get; }

    /// <summary>The program that is the job; null for a class.</summary>
    public string? JobProject { get; }

    /// <summary>Where the step runs.</summary>
    public ComputeTarget Compute { get; }

    /// <summary>Arguments, in order.</summary>
    public IReadOnlyList<StepArgument> Arguments { get; }

    /// <summary>Inputs, in order.</summary>
    public IReadOnlyList<StepInput> Inputs { get; }

    /// <summary>Outputs, in order.</summary>
    public IReadOnlyList<PipelineData> Outputs { get; }

    /// <summary>The class's name, or the program's path.</summary>
    internal string JobName => Job?.Name ?? JobProject!;
}
