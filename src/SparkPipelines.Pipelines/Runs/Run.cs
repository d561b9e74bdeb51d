using System.Globalization;
using SparkPipelines.Data;
using SparkPipelines.Sql;

namespace SparkPipelines.Pipelines;

/// <summary>
/// A step's view of the run that it is part of: its inputs, outputs and arguments, the Spark session, the log and the metrics. A job that is started
/// alone has one too, see <see cref="GetContext"/>.
/// </summary>
public sealed class Run
{
    private readonly Lazy<SparkSession> _spark;
    private readonly Lock _writing = new();

    internal Run(StepContext context, Func<SparkSession> openSession, bool isOffline = false)
    {
        Context = context;
        IsOffline = isOffline;
        _spark = new Lazy<SparkSession>(openSession);
        Experiment = new Experiment(context.Experiment, context.Workspace);
        InputDatasets = new RunInputs(context);
        Outputs = new RunOutputs(this);
        Directory.CreateDirectory(context.Folder);
    }

    /// <summary>The run's id; <c>offline</c> for a job that was started alone.</summary>
    public string Id => Context.Run;

    /// <summary>The step's name.</summary>
    public string StepName => Context.Step;

    /// <summary>Whether the job was started alone, outside of a pipeline.</summary>
    public bool IsOffline { get; }

    /// <summary>The experiment, and through it the workspace.</summary>
    public Experiment Experiment { get; }

    /// <summary>The step's arguments, with paths in the place of inputs and outputs.</summary>
    public IReadOnlyList<string> Arguments => Context.Arguments;

    /// <summary>The inputs by their names: datasets and pipeline data.</summary>
    public RunInputs InputDatasets { get; }

    /// <summary>The outputs by their names.</summary>
    public RunOutputs Outputs { get; }

    /// <summary>The session to work with: the Spark that the step was submitted to, or the embedded engine.</summary>
    public SparkSession Spark => _spark.Value;

    internal StepContext Context { get; }

    /// <summary>
    /// The run that this process is a step of. A job started alone, say from the IDE, gets an offline run: <c>--input NAME=PATH</c> names an input (a file, a folder of
    /// Parquet files, the folder of pipeline data or of an <c>MLTable</c>), <c>--output NAME=FOLDER</c> an output, which without it is <c>outputs/NAME</c> in the current
    /// folder and replaces what is there; all other arguments are the job's.
    /// </summary>
    /// <param name="arguments">The program's arguments; when null, the process's own.</param>
    /// <exception cref="ArgumentException">An <c>--input</c> or <c>--output</c> without a name and a path.</exception>
    public static Run GetContext(IReadOnlyList<string>? arguments = null) => StepContext.FromEnvironment() is { } context
        ? new Run(context, () => DefaultSession.Get())
        : new Run(OfflineContext.Create(arguments ?? [.. Environment.GetCommandLineArgs().Skip(1)]), () => DefaultSession.Get(), isOffline: true);

    /// <summary>Runs a step's class alone, with an offline run as <see cref="GetContext"/> describes it, and commits its outputs.</summary>
    public static async Task RunAloneAsync<TJob>(IReadOnlyList<string>? arguments = null, CancellationToken cancellationToken = default)
        where TJob : IStepJob, new()
    {
        var run = GetContext(arguments);
        await StepExecution.RunJobAsync(new TJob(), run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes a metric; a name noted again has several values.</summary>
    public void Log(string metric, long value) => Log(metric, value.ToString(CultureInfo.InvariantCulture), isNumber: true);

    /// <inheritdoc cref="Log(string, long)"/>
    /// <remarks>NaN and infinities are noted as text.</remarks>
    public void Log(string metric, double value) => Log(metric, value.ToString("R", CultureInfo.InvariantCulture), isNumber: double.IsFinite(value));

    /// <inheritdoc cref="Log(string, long)"/>
    public void Log(string metric, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Log(metric, value, isNumber: false);
    }

    /// <summary>Writes a line to the step's log.</summary>
    public void LogLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (_writing)
            File.AppendAllText(Context.LogFile, text + "\n");
    }

    /// <summary>
    /// Commits the outputs that were written as files. A pipeline does it when the step has ended well; a program that was started alone calls it at its end.
    /// </summary>
    /// <exception cref="PipelineException">An output was not written.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken = default) => Outputs.CompleteAsync(cancellationToken);

    private void Log(string metric, string value, bool isNumber)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        var line = MetricLine.Write(metric, value, isNumber);
        lock (_writing)
            File.AppendAllText(Context.MetricsFile, line + "\n");
    }
}

/// <summary>What runs belong to.</summary>
public sealed class Experiment
{
    private readonly string _workspaceFolder;

    internal Experiment(string name, string workspaceFolder)
    {
        Name = name;
        _workspaceFolder = workspaceFolder;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The workspace.</summary>
    /// <exception cref="DatasetException">A job was started alone and there is no workspace in the current folder or above it.</exception>
    public Workspace Workspace => Workspace.Load(_workspaceFolder);
}
