using System.Reflection;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>Runs a step's class, and a step's class as a process of its own.</summary>
internal static class StepExecution
{
    /// <summary>Runs the job to its end, commits its outputs when it ended well, and removes what it left aside when not.</summary>
    public static async Task RunJobAsync(IStepJob job, Run run, CancellationToken cancellationToken)
    {
        try
        {
            await job.RunAsync(run, cancellationToken).ConfigureAwait(false);
            await run.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            run.Outputs.Discard();
        }
    }

    public static IStepJob Create(Type job)
    {
        try
        {
            return (IStepJob)Activator.CreateInstance(job, nonPublic: true)!;
        }
        catch (TargetInvocationException error)
        {
            throw new PipelineException($"The constructor of {job.Name} failed: {Text.Clause(error.InnerException!.Message)}.", error.InnerException);
        }
    }

    /// <summary>The whole life of a process that was started for one step of a pipeline.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunProcessAsync(StepContext context)
    {
        try
        {
            var type = Type.GetType(context.Job!, throwOnError: true)!;
            var run = new Run(context, () => DefaultSession.Get());
            await RunJobAsync(Create(type), run, CancellationToken.None).ConfigureAwait(false);
            return 0;
        }
#pragma warning disable CA1031 // The process ends here: whatever went wrong is told to the run that started it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            File.WriteAllText(ErrorFile(context), error.Message);
            return 1;
        }
    }

    public static string ErrorFile(StepContext context) => Path.Combine(context.Folder, "error.txt");
}
