namespace SparkPipelines.Embedded.Tree;

/// <summary>What a <see cref="Scan"/> reads. Made while a plan is resolved, opened when it runs.</summary>
internal interface IScanSource
{
    /// <summary>The files read, as URIs; empty for rows in memory.</summary>
    IReadOnlyList<string> InputFiles { get; }
}
