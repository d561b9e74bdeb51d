namespace SparkPipelines.Pipelines;

/// <summary>A pipeline that can't run, a step that failed, or pipeline data that is not whole. The message names the thing and the way out.</summary>
public class PipelineException : Exception
{
    /// <summary>An error about a pipeline, its steps or its data.</summary>
    public PipelineException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal PipelineException(IReadOnlyList<string> findings)
        : base(Describe(findings)) => Findings = findings;

    internal PipelineException(string message, PipelineRun run, Exception? innerException)
        : base(message, innerException) => Run = run;

    /// <summary>What is wrong with a pipeline that was refused when it was built, each as one sentence without its full stop; else empty.</summary>
    public IReadOnlyList<string> Findings { get; } = [];

    /// <summary>The run that failed; null for any other error.</summary>
    public PipelineRun? Run { get; }

    private static string Describe(IReadOnlyList<string> findings) => findings.Count == 1
        ? $"The pipeline can't run: {findings[0]}."
        : $"The pipeline can't run for {Text.Of(findings.Count)} reasons: {string.Join("; ", findings.Select((finding, i) => $"({Text.Of(i + 1)}) {finding}"))}.";
}
