using System.Security.Cryptography;
using System.Text;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.LocalData;

/// <summary>
/// Sends the parts of a relation ahead of the plans that use it, under their hashes: what the session has already is not sent again. The next part is
/// made while others are hashed and sent, and no more parts than these are in memory.
/// </summary>
internal sealed class LocalUpload(ISparkEngine engine, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int PartsUnderWay = 2;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly SemaphoreSlim _slots = new(PartsUnderWay);
    private readonly List<Task<string>> _hashes = [];

    /// <summary>Takes a part over, and returns as soon as the next one may be made.</summary>
    public async Task AddAsync(LocalPart part)
    {
        try
        {
            await _slots.WaitAsync(_stop.Token).ConfigureAwait(false);
        }
        catch
        {
            part.Dispose();
            throw;
        }

        _hashes.Add(Task.Run(() => SendAsync(part), CancellationToken.None));
        // A part that failed fails all, now rather than after everything else has been sent.
        foreach (var failed in _hashes.Where(sent => sent.IsFaulted || sent.IsCanceled))
            await failed.ConfigureAwait(false);
    }

    /// <summary>The relation, once all its parts have arrived.</summary>
    /// <param name="schemaJson">Its schema; null where Arrow says it in full.</param>
    public async Task<ChunkedCachedLocalRelation> FinishAsync(string? schemaJson)
    {
        var relation = new ChunkedCachedLocalRelation();
        if (schemaJson is not null)
            relation.SchemaHash = await AddAsync(engine, Encoding.UTF8.GetBytes(schemaJson), _stop.Token).ConfigureAwait(false);
        relation.DataHashes.AddRange(await Task.WhenAll(_hashes).ConfigureAwait(false));
        return relation;
    }

    /// <summary>Stops what is under way and waits for it, since it reads from memory that goes back to the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_hashes.Select(sent => sent.ContinueWith(static _ => { }, TaskScheduler.Default))).ConfigureAwait(false);
        _stop.Dispose();
        _slots.Dispose();
    }

    /// <summary>Sends data under its hash, which is the result.</summary>
    public static async Task<string> AddAsync(ISparkEngine engine, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(data.Span));
        await engine.AddArtifactsAsync([new EngineArtifact($"cache/{hash}", data)], cancellationToken).ConfigureAwait(false);
        return hash;
    }

    private async Task<string> SendAsync(LocalPart part)
    {
        try
        {
            using (part)
                return await AddAsync(engine, part.Finish(), _stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }
}
