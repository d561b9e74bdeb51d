using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>What a scan reads.</summary>
/// <param name="Source">Where from.</param>
/// <param name="Schema">The columns as they lie there.</param>
/// <param name="Target">Names and types to give them; null to leave them.</param>
internal sealed record ScanDefinition(IScanSource Source, StructType Schema, StructType? Target = null);

/// <summary>Files as one frame of the client's reads them: two frames that read alike, made at two times, may find other files.</summary>
/// <param name="PlanId">The frame.</param>
/// <param name="Read">What it reads.</param>
internal sealed record FrameRead(long PlanId, Spark.Connect.Read Read);

/// <summary>The sources of a plan, opened before it is resolved: by the very message that reads them.</summary>
internal sealed record PlanSources
{
    public Dictionary<Spark.Connect.Read, ScanDefinition> Files { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The same for those of <see cref="Files"/> whose frame is known.</summary>
    public Dictionary<FrameRead, ScanDefinition> Frames { get; } = [];

    /// <summary>The views that the plan reads, by name, those within views too.</summary>
    public List<IReadOnlyList<string>> Views { get; } = [];

    public Dictionary<Spark.Connect.Relation, ScanDefinition> Local { get; } = new(ReferenceEqualityComparer.Instance);
}
