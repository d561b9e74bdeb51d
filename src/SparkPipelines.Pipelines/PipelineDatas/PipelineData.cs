using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>
/// Data that one step of a pipeline writes and others read: a folder that appears whole or not at all. A table lies in it as Parquet files that any reader
/// understands; <c>_manifest.json</c> beside them says which files belong to it.
/// </summary>
public sealed class PipelineData
{
    /// <summary>Pipeline data of a pipeline's steps.</summary>
    /// <param name="name">Letters, digits and underscores; unique in the pipeline.</param>
    /// <param name="datastore">Where it is written, under <c>pipeline-data/RUN/NAME</c>; the workspace's default datastore when null.</param>
    public PipelineData(string name, Datastore? datastore = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Datastore = datastore;
    }

    /// <summary>The name by which steps find it.</summary>
    public string Name { get; }

    /// <summary>Where it is written; null stands for the workspace's default datastore.</summary>
    public Datastore? Datastore { get; }

    internal DataPath PathIn(Workspace workspace, string runId) => new(Datastore ?? workspace.DefaultDatastore, $"pipeline-data/{runId}/{Name}");
}
