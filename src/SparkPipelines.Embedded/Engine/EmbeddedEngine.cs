using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql.Engine;
using Spark.Connect;

namespace SparkPipelines.Embedded.Engine;

/// <summary>Answers Spark Connect plans in this process: resolves them as Spark 4.2 would, and has DuckDB run them.</summary>
internal sealed class EmbeddedEngine : ISparkEngine
{
    private static readonly Version SparkVersion = new(4, 2, 1);

    private readonly EmbeddedHost _host;
    private readonly EmbeddedSession _session;
    private readonly Operations _operations = new();
    private int _isDisposed;

    public EmbeddedEngine(EmbeddedHost host, IReadOnlyDictionary<string, string> settings)
    {
        _host = host;
        _session = new EmbeddedSession(host, settings);
        _host.Enter(_session);
    }

    public EngineDescription Description { get; } = new("embedded", SparkVersion, "in process");

    public async Task<QueryResult> ExecuteAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var operation = _operations.Begin(options.Tags);
        try
        {
            return plan.OpTypeCase switch
            {
                Plan.OpTypeOneofCase.Root => await Queries.StartAsync(_session, plan.Root, operation, options, cancellationToken).ConfigureAwait(false),
                Plan.OpTypeOneofCase.Command => await Commands.StartAsync(_session, plan.Command, operation, cancellationToken).ConfigureAwait(false),
                _ => throw Refusal.Of("plan", plan.OpTypeCase.ToString()),
            };
        }
        catch
        {
            operation.Dispose();
            throw;
        }
    }

    public Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken) => Analysis.AnswerAsync(_session, request, cancellationToken);

    public Task<ConfigResponse> ConfigAsync(ConfigRequest.Types.Operation operation, CancellationToken cancellationToken) => Task.FromResult(_session.Configuration.Answer(operation));

    public async Task AddArtifactsAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        foreach (var artifact in artifacts)
        {
            if (artifact.Name.StartsWith(EngineArtifact.ForwardToFs, StringComparison.Ordinal))
                throw Refusal.Of("operation", "CopyFromLocalToFs", "use File.Copy, as the files are on this machine");
            // Cached data is all that plans here refer to; files and assemblies are in this process's reach already.
            if (!artifact.Name.StartsWith(EmbeddedSession.CachePrefix, StringComparison.Ordinal) || _session.Cache.ContainsKey(artifact.Name))
                continue;
            using var stream = artifact.Open();
            var bytes = new byte[artifact.LengthBytes];
            await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            _session.Cache[artifact.Name] = bytes;
        }
    }

    public Task<IReadOnlyList<string>> InterruptAsync(InterruptScope scope, CancellationToken cancellationToken) => Task.FromResult(_operations.Interrupt(scope));

    public Task<ISparkEngine> NewSessionAsync(CancellationToken cancellationToken) => Task.FromResult<ISparkEngine>(new EmbeddedEngine(_host, _session.Configuration.Initial));

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _ = _operations.Interrupt(InterruptScope.All);
            _host.Leave(_session);
        }

        return ValueTask.CompletedTask;
    }
}
