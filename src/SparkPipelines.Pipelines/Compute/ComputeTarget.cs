using System.Collections.ObjectModel;

namespace SparkPipelines.Pipelines;

/// <summary>Where a step runs.</summary>
public abstract record ComputeTarget
{
    private protected ComputeTarget()
    {
    }

    /// <summary>
    /// The default: the session at hand. Under spark-submit, or with <c>SPARK_REMOTE</c> set, that Spark; else the embedded engine.
    /// </summary>
    public static ComputeTarget Session { get; } = new SessionTarget();

    /// <summary>The embedded engine, whatever Spark is at hand.</summary>
    public static ComputeTarget Embedded { get; } = new EmbeddedTarget();

    /// <summary>A process of its own under spark-submit.</summary>
    /// <param name="master"><c>local[2]</c>, <c>spark://host:7077</c>, or whatever else spark-submit takes for a master.</param>
    /// <param name="configuration">Spark's settings for the step.</param>
    public static ComputeTarget Spark(string master, IReadOnlyDictionary<string, string>? configuration = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(master);
        return new SparkTarget(master, configuration ?? ReadOnlyDictionary<string, string>.Empty);
    }

    internal sealed record SessionTarget : ComputeTarget
    {
        public override string ToString() => "session";
    }

    internal sealed record EmbeddedTarget : ComputeTarget
    {
        public override string ToString() => "embedded";
    }

    internal sealed record SparkTarget(string Master, IReadOnlyDictionary<string, string> Configuration) : ComputeTarget
    {
        public override string ToString() => Master;
    }
}
