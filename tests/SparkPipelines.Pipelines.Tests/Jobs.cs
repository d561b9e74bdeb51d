namespace SparkPipelines.Pipelines.Tests;

/// <summary>Writes its arguments, joined, to a file of each of its outputs.</summary>
internal sealed class WriteArguments : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        foreach (var output in run.Outputs.Names)
            await File.WriteAllTextAsync(Path.Combine(run.Outputs[output].Path, "arguments.txt"), string.Join('|', run.Arguments), cancellationToken);
        run.Log("arguments", run.Arguments.Count);
        run.Log("share", 0.25);
        run.Log("note", "a \"quoted\" one");
    }
}

/// <summary>Copies all files of all inputs into its only output, as INPUT-FILE.</summary>
internal sealed class CopyInputs : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        var folder = run.Outputs[run.Outputs.Names[0]].Path;
        foreach (var input in run.InputDatasets.Names)
        {
            foreach (var file in run.InputDatasets[input].AsFiles().ToFiles())
            {
                await using var source = file.OpenRead();
                await using var target = File.Create(Path.Combine(folder, $"{input}-{file.RelativePath}"));
                await source.CopyToAsync(target, cancellationToken);
            }
        }
    }
}

internal sealed class Fail : IStepJob
{
    public Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        foreach (var output in run.Outputs.Names)
            File.WriteAllText(Path.Combine(run.Outputs[output].Path, "half.txt"), "half");
        throw new InvalidOperationException("The cat ate it.");
    }
}

internal sealed class WriteNothing : IStepJob
{
    public Task RunAsync(Run run, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Ends only when the other step of its kind runs too.</summary>
internal sealed class MeetTheOther : IStepJob
{
    private static readonly Barrier Both = new(2);

    public Task RunAsync(Run run, CancellationToken cancellationToken) => Task.Run(() => Both.SignalAndWait(TimeSpan.FromSeconds(20), cancellationToken).ShouldBeTrue(), cancellationToken);
}

internal sealed class WaitForCancellation : IStepJob
{
    public Task RunAsync(Run run, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
}

internal abstract class AbstractJob : IStepJob
{
    public abstract Task RunAsync(Run run, CancellationToken cancellationToken);
}

internal sealed class NeedsAnArgument(string argument) : IStepJob
{
    public Task RunAsync(Run run, CancellationToken cancellationToken) => throw new InvalidOperationException(argument);
}
