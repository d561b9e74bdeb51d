using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>What a scan reads.</summary>
/// <param name="Source">Where from.</param>
/// <param name="Schema">The columns as they lie there.</param>
/// <param name="Target">Names and types to give them; null to leave them.</param>
internal sealed record ScanDefinition(IScanSource Source, StructType Schema, StructType? Target = null);

/// <summary>The sources of a plan, opened before it is resolved: by the very message that reads them.</summary>
internal sealed record PlanSources
{
    public Dictionary<Spark.Connect.Read, ScanDefinition> Files { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<Spark.Connect.Relation, ScanDefinition> Local { get; } = new(ReferenceEqualityComparer.Instance);
}
