using System.Text;

namespace SparkPipelines.Pipelines;

/// <summary>The jobs of a pipeline as a run would start them. <see cref="ToString"/> prints them.</summary>
public sealed class CompiledPipeline
{
    internal CompiledPipeline(IReadOnlyList<CompiledJob> jobs) => Jobs = jobs;

    /// <summary>The jobs in the order of the steps.</summary>
    public IReadOnlyList<CompiledJob> Jobs { get; }

    /// <summary>Each job's step, command line, inputs and outputs.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var job in Jobs)
        {
            _ = text.Append(job.Step).Append('\n').Append("  ").Append(job.CommandText).Append('\n');
            foreach (var (name, path) in job.Inputs)
                _ = text.Append("  in   ").Append(name).Append(" = ").Append(path).Append('\n');
            foreach (var (name, path) in job.Outputs)
                _ = text.Append("  out  ").Append(name).Append(" = ").Append(path).Append('\n');
        }

        return text.ToString();
    }
}

/// <summary>One job. <c>{run}</c> in a path stands for the id that a run gets when it is submitted.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Compute">Where it runs.</param>
/// <param name="CommandLine">The words of the command; empty for a job that runs in the process that submits the pipeline.</param>
/// <param name="Arguments">The job's own arguments.</param>
/// <param name="Inputs">What it reads: names, and paths or descriptions.</param>
/// <param name="Outputs">What it writes: names and folders.</param>
public sealed record CompiledJob(
    string Step,
    ComputeTarget Compute,
    IReadOnlyList<string> CommandLine,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<KeyValuePair<string, string>> Inputs,
    IReadOnlyList<KeyValuePair<string, string>> Outputs)
{
    /// <summary>The class that runs in process; null for a job with a command line.</summary>
    internal Type? InProcessJob { get; init; }

    /// <summary>The command as a shell takes it; for a job in process its class.</summary>
    public string CommandText => CommandLine.Count > 0
        ? string.Join(' ', CommandLine.Select(ShellWord))
        : string.Join(' ', (string[])[$"in process ({Compute}): {InProcessJob!.Name}", .. Arguments.Select(ShellWord)]);

    private static string ShellWord(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@%+{}".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
