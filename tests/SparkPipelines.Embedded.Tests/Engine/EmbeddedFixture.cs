using SparkPipelines.Embedded.Engine;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Tests.Engine;

/// <summary>A session on an embedded engine of its own.</summary>
public sealed class EmbeddedFixture : IAsyncLifetime
{
    internal SparkSession Spark { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Spark = new SparkSession(await new EmbeddedEngineProvider().CreateAsync(new Dictionary<string, string> { ["spark.sql.session.timeZone"] = "UTC" }, CancellationToken.None));

    public ValueTask DisposeAsync() => Spark.DisposeAsync();
}
