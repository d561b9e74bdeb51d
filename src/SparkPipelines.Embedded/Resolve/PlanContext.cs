using SparkPipelines.Embedded.Parsing;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>What is the same for all parts of the plan being resolved.</summary>
/// <param name="Settings">The session's settings when the plan came.</param>
/// <param name="Ids">Numbers for its columns.</param>
/// <param name="ParserOptions">What the session means to expressions' texts.</param>
/// <param name="Views">The views that names of tables mean.</param>
/// <param name="Sources">The files and local data that it reads, opened already.</param>
internal sealed record PlanContext(SessionSettings Settings, ColumnIds Ids, ExpressionParserOptions ParserOptions, TemporaryViews Views, PlanSources Sources)
{
    /// <summary>The metrics that the plan observes, as they are met.</summary>
    public List<Observation> Observations { get; } = [];
}
