using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Data.Tests;

/// <summary>A session of one engine for the tests of a class.</summary>
public abstract class EngineSession : IAsyncLifetime
{
    private SparkSession? _session;

    public SparkSession Session => _session!;

    public async ValueTask InitializeAsync() => _session = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
            await _session.StopAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<SparkSession> OpenAsync();
}

public sealed class EmbeddedSession : EngineSession
{
    protected override Task<SparkSession> OpenAsync() => Task.FromResult(DefaultSession.CreateEmbedded());
}

public sealed class Spark4Session : EngineSession
{
    protected override async Task<SparkSession> OpenAsync() => await SparkSession.Builder().Remote((await SparkServer.GetAsync(SparkMajor.Spark4)).Remote).CreateAsync();
}

public sealed class Spark3Session : EngineSession
{
    protected override async Task<SparkSession> OpenAsync() => await SparkSession.Builder().Remote((await SparkServer.GetAsync(SparkMajor.Spark3)).Remote).CreateAsync();
}
