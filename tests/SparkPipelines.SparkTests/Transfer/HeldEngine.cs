using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>A real engine whose artifacts wait until somebody lets them go, one after the other, or fail.</summary>
internal sealed class HeldEngine(ISparkEngine inner) : ISparkEngine
{
    private readonly SemaphoreSlim _let = new(0);
    private readonly SemaphoreSlim _came = new(0);

    public EngineDescription Description => inner.Description;

    /// <summary>Bytes of artifacts that have come, whether they were let go or not.</summary>
    public long Bytes { get; private set; }

    /// <summary>What artifacts fail with instead of being sent.</summary>
    public Exception? Failure { get; set; }

    public void LetGo(int artifacts) => _let.Release(artifacts);

    /// <summary>Until so many further artifacts have come.</summary>
    public async Task CameAsync(int artifacts, CancellationToken cancellationToken)
    {
        for (var i = 0; i < artifacts; i++)
            await _came.WaitAsync(cancellationToken);
    }

    public async Task AddArtifactsAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        lock (_let)
            Bytes += artifacts.Sum(artifact => artifact.LengthBytes);
        _came.Release();
        if (Failure is { } failure)
            throw failure;
        await _let.WaitAsync(cancellationToken);
        await inner.AddArtifactsAsync(artifacts, cancellationToken);
    }

    public Task<QueryResult> ExecuteAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken) =>
        inner.ExecuteAsync(plan, options, cancellationToken);

    public Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken) =>
        inner.AnalyzeAsync(request, cancellationToken);

    public Task<ConfigResponse> ConfigAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellationToken) =>
        inner.ConfigAsync(operation, cancellationToken);

    public Task<IReadOnlyList<string>> InterruptAsync(InterruptScope scope, CancellationToken cancellationToken) =>
        inner.InterruptAsync(scope, cancellationToken);

    public Task<ISparkEngine> NewSessionAsync(CancellationToken cancellationToken) => inner.NewSessionAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
