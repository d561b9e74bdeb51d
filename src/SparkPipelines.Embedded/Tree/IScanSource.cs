using SparkPipelines.Embedded.Formats;

namespace SparkPipelines.Embedded.Tree;

/// <summary>What a <see cref="Scan"/> reads. Made while a plan is resolved, opened when it runs.</summary>
internal interface IScanSource
{
    /// <summary>The files read, as URIs; empty for rows in memory.</summary>
    IReadOnlyList<string> InputFiles { get; }

    /// <summary>Begins to read: the SQL to put after FROM, with columns <c>c0</c>, <c>c1</c>, … The caller disposes it after the query.</summary>
    FileScan Open();
}
