using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Tests.Plans;

/// <summary>An engine that runs nothing: building a plan must not ask it anything, commands that are meant to be sent are kept.</summary>
internal sealed class PlanEngine(Version version) : ISparkEngine
{
    private readonly List<Plan> _executed = [];

    public EngineDescription Description { get; } = new("Spark", version, "nowhere");

    public IReadOnlyList<Plan> Executed => _executed;

    public static SparkSession NewSession(string version = "4.2.1") => new(new PlanEngine(new Version(version)));

    public Task<QueryResult> ExecuteAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        _executed.Add(plan);
        return Task.FromResult<QueryResult>(new NoRows());
    }

    public Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ConfigResponse> ConfigAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellationToken) => throw Unexpected();

    public Task AddArtifactsAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken) => throw Unexpected();

    public Task<IReadOnlyList<string>> InterruptAsync(InterruptScope scope, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ISparkEngine> NewSessionAsync(CancellationToken cancellationToken) => throw Unexpected();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException Unexpected() => new("A plan is built without asking the engine.");

    private sealed class NoRows : QueryResult
    {
        public override Types.StructType? Schema => null;

        public override QueryOutcome Outcome { get; } = new() { OperationId = "none" };

        public override async IAsyncEnumerable<Apache.Arrow.RecordBatch> ReadBatchesAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield break;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
