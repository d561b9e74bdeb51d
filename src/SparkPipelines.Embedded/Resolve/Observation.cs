using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Metrics that a plan observes on the way: aggregates over one of its relations, computed beside the rows.</summary>
internal sealed record Observation(string Name, long PlanId, TypedRelation Metrics);
