using System.Diagnostics;
using SparkPipelines.Data;
using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines;

/// <summary>Runs a step as a process: a program, or the application itself in the role of one of its steps; plain or under spark-submit.</summary>
internal static class StepProcess
{
    private const int TailLines = 20;

    public static async Task RunAsync(SparkStep step, StepContext context, string contextFile, CancellationToken cancellationToken)
    {
        var (command, environment) = await CommandOfAsync(step, context, cancellationToken).ConfigureAwait(false);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment[StepContext.Variable] = contextFile;
        if (context.Job is not null)
            start.Environment[StepContext.HooksVariable] = typeof(StepProcess).Assembly.GetName().Name;

        using var process = Process.Start(start) ?? throw new PipelineException($"The process of the step '{step.Name}' could not be started: {command[0]}.");
        var log = new StepLog(context.LogFile, TailLines);
        await using (log.ConfigureAwait(false))
        {
            try
            {
                // A job under spark-submit ends when its standard input does; it is held open as long as this process lives.
                await Task.WhenAll(log.DrainAsync(process.StandardOutput), log.DrainAsync(process.StandardError), process.WaitForExitAsync(cancellationToken)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
                RemoveAside(context);
                throw;
            }
        }

        if (process.ExitCode != 0)
        {
            RemoveAside(context);
            throw new PipelineException(Describe(process.ExitCode, context, log));
        }

        if (context.Job is null)
            await CompleteOutputsAsync(context, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string?> Environment)> CommandOfAsync(SparkStep step, StepContext context, CancellationToken cancellationToken)
    {
        void Report(string line) => File.AppendAllText(context.LogFile, line + "\n");

        if (step.Compute is ComputeTarget.SparkTarget target)
        {
            var arguments = SubmitArguments.Parse([.. PipelineCompiler.SubmitWords(step, target), .. context.Arguments]);
            var plan = await SubmitPlan.CreateAsync(arguments, Report, cancellationToken).ConfigureAwait(false);
            return (plan.Command, plan.Environment);
        }

        var job = JobReference.Find(step.JobProject!);
        var published = job.Kind == JobKind.Assembly
            ? PublishedJob.FromAssembly(job.Path, PublishOptions.ThisMachine.Runtime)
            : await JobPublisher.PublishAsync(job, PublishOptions.ThisMachine, Report, cancellationToken).ConfigureAwait(false);
        var environment = new Dictionary<string, string?>();
        if (step.Compute is ComputeTarget.EmbeddedTarget)
            environment["SPARK_REMOTE"] = null;
        return ([JobPublisher.DotnetProgram(), published.ProgramPath, .. context.Arguments], environment);
    }

    /// <summary>What a program wrote as plain files is committed here, for it has no moment of its own at which it has ended well.</summary>
    private static async Task CompleteOutputsAsync(StepContext context, CancellationToken cancellationToken)
    {
        var run = new Run(context, () => throw new InvalidOperationException("No session is needed to commit files."));
        await run.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What the process wrote and could not commit; a killed one can't remove it. What can't be removed here either, because something of it still writes,
    /// goes at a later run's start, and does not hide why the step ended.
    /// </summary>
    private static void RemoveAside(StepContext context)
    {
        foreach (var output in context.Outputs)
        {
            AtomicFiles.SweepAside(output.Path);
            try
            {
                if (Directory.Exists(output.FilesFolder))
                    Directory.Delete(output.FilesFolder, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                File.AppendAllText(context.LogFile, $"Could not delete '{output.FilesFolder}': {failure.Message}\n");
            }
        }
    }

    private static string Describe(int exitCode, StepContext context, StepLog log)
    {
        var errorFile = StepExecution.ErrorFile(context);
        if (File.Exists(errorFile))
            return File.ReadAllText(errorFile);
        var tail = string.Join('\n', log.Tail);
        return $"Its process ended with the exit code {Text.Of(exitCode)}{(tail.Length == 0 ? "" : $"; its last lines were:\n{tail}")}";
    }
}
