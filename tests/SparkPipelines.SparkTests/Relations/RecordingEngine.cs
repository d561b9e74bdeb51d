using Google.Protobuf;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.SparkTests.Relations;

/// <summary>An engine that notes of which parts the plans are that go through it, for the flow of calls that asked for the notes.</summary>
internal sealed class RecordingEngine(ISparkEngine inner) : ISparkEngine
{
    private readonly AsyncLocal<HashSet<string>?> _kinds = new();

    public EngineDescription Description => inner.Description;

    public HashSet<string> Record() => _kinds.Value = new(StringComparer.Ordinal);

    public Task<QueryResult> ExecuteAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken) =>
        inner.ExecuteAsync(Noted(plan), options, cancellationToken);

    public Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken) =>
        inner.AnalyzeAsync(Noted(request), cancellationToken);

    public Task<ConfigResponse> ConfigAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellationToken) =>
        inner.ConfigAsync(operation, cancellationToken);

    public Task AddArtifactsAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken) =>
        inner.AddArtifactsAsync(artifacts, cancellationToken);

    public Task<IReadOnlyList<string>> InterruptAsync(InterruptScope scope, CancellationToken cancellationToken) =>
        inner.InterruptAsync(scope, cancellationToken);

    public async Task<ISparkEngine> NewSessionAsync(CancellationToken cancellationToken) =>
        new RecordingEngine(await inner.NewSessionAsync(cancellationToken));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private T Noted<T>(T message) where T : IMessage
    {
        if (_kinds.Value is { } kinds)
        {
            lock (kinds)
                PlanKinds.Collect(message, kinds);
        }

        return message;
    }
}
