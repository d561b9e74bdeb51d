using System.Globalization;
using System.Security.Cryptography;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>One run of a pipeline: starts steps as their inputs become ready, and keeps the run's record.</summary>
internal sealed class PipelineRunner
{
    private readonly Pipeline _pipeline;
    private readonly TextWriter _progress;
    private readonly Lock _recording = new();
    private readonly RunRecord _record;
    private readonly string _folder;

    public PipelineRunner(Pipeline pipeline, string experiment, TextWriter progress)
    {
        _pipeline = pipeline;
        _progress = TextWriter.Synchronized(progress);
        var startedAt = DateTimeOffset.UtcNow;
        var id = $"{startedAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
        _folder = StepFolders.OfRun(pipeline.Workspace, id);
        _record = new RunRecord
        {
            Id = id,
            Experiment = experiment,
            Workspace = pipeline.Workspace.Folder,
            StartedAt = startedAt,
            Steps = [.. pipeline.Steps.Select(step => new StepRecord { Name = step.Name, Job = step.JobName, Compute = step.Compute.ToString() })],
        };
    }

    public async Task<PipelineRun> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        Save(() => { });
        RemoveLeftovers();
        var failures = new List<(SparkStep Step, Exception Error)>();
        var waiting = _pipeline.Steps.ToList();
        var running = new Dictionary<Task, SparkStep>();
        var done = new HashSet<SparkStep>();
        while (true)
        {
            if (failures.Count == 0 && !cancellationToken.IsCancellationRequested)
            {
                foreach (var step in waiting.Where(step => StepOrder.Before(step, _pipeline.Steps).All(done.Contains)).ToList())
                {
                    _ = waiting.Remove(step);
                    running.Add(Task.Run(() => RunStepAsync(step, RecordOf(step), cancellationToken), CancellationToken.None), step);
                }
            }

            if (running.Count == 0)
                break;
            var ended = await Task.WhenAny(running.Keys).ConfigureAwait(false);
            _ = running.Remove(ended, out var endedStep);
            if (ended.Exception is { } error)
                failures.Add((endedStep!, error.InnerException!));
            else if (!ended.IsCanceled)
                _ = done.Add(endedStep!);
        }

        Save(() =>
        {
            _record.EndedAt = DateTimeOffset.UtcNow;
            _record.Status = failures.Count > 0 ? RunStatus.Failed : done.Count < _pipeline.Steps.Count ? RunStatus.Canceled : RunStatus.Finished;
        });
        var run = new PipelineRun(_record, _folder);
        if (failures.Count > 0)
            throw new PipelineException(Describe(failures[0].Step, failures[0].Error, run), run, failures[0].Error);
        cancellationToken.ThrowIfCancellationRequested();
        return run;
    }

    /// <summary>What steps of earlier runs were writing when they were killed.</summary>
    private void RemoveLeftovers()
    {
        foreach (var output in _pipeline.Steps.SelectMany(step => step.Outputs))
        {
            var runs = Path.GetDirectoryName(Path.GetDirectoryName(output.PathIn(_pipeline.Workspace, _record.Id).ToString()))!;
            if (!Directory.Exists(runs))
                continue;
            foreach (var run in Directory.EnumerateDirectories(runs))
                AtomicFiles.SweepAside(Path.Combine(run, output.Name));
        }
    }

    private StepRecord RecordOf(SparkStep step) => _record.Steps.First(record => record.Name == step.Name);

    private async Task RunStepAsync(SparkStep step, StepRecord record, CancellationToken cancellationToken)
    {
        var contextFile = Path.Combine(StepFolders.Of(_pipeline.Workspace, _record.Id, step.Name), "context.json");
        StepContext? context = null;
        Save(() => (record.Status, record.StartedAt) = (RunStatus.Running, DateTimeOffset.UtcNow));
        _progress.WriteLine($"{step.Name}: started on {step.Compute}");
        try
        {
            context = await StepPreparation.PrepareAsync(_pipeline.Workspace, _record, step, cancellationToken).ConfigureAwait(false);
            context.WriteTo(contextFile);
            Save(() => (record.Arguments, record.Inputs, record.Log) = (context.Arguments, context.Inputs.ToDictionary(input => input.Name, input => input.Source), context.LogFile));
            await ExecuteAsync(step, context, contextFile, cancellationToken).ConfigureAwait(false);
            End(RunStatus.Finished, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            End(RunStatus.Canceled, null);
            throw;
        }
        catch (Exception error)
        {
            End(RunStatus.Failed, error);
            throw;
        }

        void End(RunStatus status, Exception? error)
        {
            Save(() =>
            {
                (record.Status, record.EndedAt, record.Error) = (status, DateTimeOffset.UtcNow, error?.Message);
                if (context is not null)
                {
                    record.Metrics = MetricLine.ReadAll(context.MetricsFile);
                    record.Outputs = [.. context.Outputs.Select(Record).OfType<OutputRecord>()];
                }
            });
            var time = Text.Seconds(record.EndedAt!.Value - record.StartedAt!.Value);
            _progress.WriteLine($"{step.Name}: {(status == RunStatus.Finished ? "finished" : status == RunStatus.Failed ? "failed" : "stopped")} after {time}"
                + string.Concat(record.Outputs.Select(output => $", {output.Name}{(output.Rows is { } rows ? $" ({rows.ToString("N0", CultureInfo.InvariantCulture)} rows)" : "")}")));
        }
    }

    private static async Task ExecuteAsync(SparkStep step, StepContext context, string contextFile, CancellationToken cancellationToken)
    {
        if (step.Job is null || step.Compute is ComputeTarget.SparkTarget)
        {
            await StepProcess.RunAsync(step, context, contextFile, cancellationToken).ConfigureAwait(false);
            return;
        }

        var isEmbedded = step.Compute is ComputeTarget.EmbeddedTarget;
        var run = new Run(context, isEmbedded ? DefaultSession.CreateEmbedded : () => DefaultSession.Get());
        await StepExecution.RunJobAsync(StepExecution.Create(step.Job), run, cancellationToken).ConfigureAwait(false);
    }

    private static OutputRecord? Record(StepContextOutput output)
    {
        var file = Path.Combine(output.Path, DataManifest.FileName);
        if (!File.Exists(file))
            return null;
        var manifest = DataManifest.Parse(File.ReadAllText(file), file);
        return new OutputRecord(output.Name, output.Path, manifest.Rows, manifest.Bytes, manifest.Files.Count);
    }

    private static string Describe(SparkStep step, Exception error, PipelineRun run)
    {
        var kept = run.Steps.SelectMany(done => done.Outputs).Select(output => $"'{output.Name}' in '{output.Path}'").ToList();
        var log = run.Steps.First(failed => failed.Name == step.Name).LogFile is { } file && File.Exists(file) ? $" Its log is '{file}'." : "";
        return $"The step '{step.Name}' of the run {run.Id} failed: {Text.Clause(error.Message)}.{log}"
            + (kept.Count == 0 ? "" : $" What was written before stays: {string.Join(", ", kept)}.")
            + " Mend the cause and submit the pipeline again.";
    }

    private void Save(Action change)
    {
        lock (_recording)
        {
            change();
            _record.WriteTo(_folder);
        }
    }
}
