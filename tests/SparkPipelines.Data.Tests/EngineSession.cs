using SparkPipelines.Sql;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Data.Tests;

/// <summary>A session of one engine for the tests of a class; opened by the first, which is where a test can still be skipped.</summary>
public abstract class EngineSession : IAsyncDisposable
{
    private SparkSession? _session;

    public SparkSession Session => _session!;

    public async ValueTask EnsureOpenAsync() => _session ??= await OpenAsync();

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

/// <summary>Tests that run on one engine.</summary>
public abstract class EngineTests(EngineSession engine) : IAsyncLifetime
{
    protected SparkSession Session => engine.Session;

    public ValueTask InitializeAsync() => engine.EnsureOpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
