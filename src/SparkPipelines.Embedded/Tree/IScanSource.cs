using SparkPipelines.Embedded.Formats;

namespace SparkPipelines.Embedded.Tree;

/// <summary>What a <see cref="Scan"/> reads. Made while a plan is resolved, opened when it runs.</summary>
internal interface IScanSource
{
    /// <summary>The files read, as URIs; empty for rows in memory.</summary>
    IReadOnlyList<string> InputFiles { get; }

    /// <summary>The files and folders that the user named, as full local paths; empty for rows in memory.</summary>
    IReadOnlyList<string> Roots { get; }

    /// <summary>A text that two sources share when a plan may read either: the same place, read in the same way.</summary>
    string Meaning { get; }

    /// <summary>Begins to read: the SQL to put after FROM, with columns <c>c0</c>, <c>c1</c>, … The caller disposes it after the query.</summary>
    FileScan Open();
}
