using SparkPipelines.Embedded.Engine;
using SparkPipelines.Sql.Engine;

[assembly: EngineProvider(typeof(EmbeddedEngineProvider))]

namespace SparkPipelines.Embedded.Engine;

/// <summary>Makes embedded engines, each with a database of its own.</summary>
internal sealed class EmbeddedEngineProvider : EngineProvider
{
    public override Task<ISparkEngine> CreateAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken) =>
        Task.FromResult<ISparkEngine>(new EmbeddedEngine(new EmbeddedHost(), settings));
}
