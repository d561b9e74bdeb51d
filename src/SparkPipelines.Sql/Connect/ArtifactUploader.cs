using System.IO.Hashing;
using Google.Protobuf;
using Grpc.Core;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Sends artifacts to a session as Spark's clients do: small ones together in batches, large ones in chunks, each with its CRC-32, which the
/// server checks. A large one is never in memory whole.
/// </summary>
internal sealed class ArtifactUploader(ConnectSession session)
{
    /// <summary>Spark's own chunk size; a batch of small artifacts is no larger either.</summary>
    /// <value>32 KiB.</value>
    internal const int ChunkBytes = 32 * 1024;

    private const string CachePrefix = "cache/";

    /// <exception cref="SparkConnectException">An artifact arrived damaged.</exception>
    public async Task AddAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        var missing = await WithoutPresentAsync(artifacts, cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0)
            return;
        var summaries = await session.RetryAsync(token => SendAsync(missing, token), cancellationToken).ConfigureAwait(false);
        var damaged = summaries.Where(summary => !summary.IsCrcSuccessful).Select(summary => summary.Name).ToList();
        if (damaged.Count > 0)
        {
            throw new SparkConnectException(
                $"Artifacts arrived damaged at the Spark at {session.Channel.Connection.Location}: {string.Join(", ", damaged)}.", SparkErrorDetails.None);
        }
    }

    /// <summary>Cached data has its hash for a name, so what is there under a name needs no second sending; files may have changed.</summary>
    private async Task<List<EngineArtifact>> WithoutPresentAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        var cached = artifacts.Where(artifact => artifact.Name.StartsWith(CachePrefix, StringComparison.Ordinal)).Select(artifact => artifact.Name).ToList();
        if (cached.Count == 0)
            return [.. artifacts];

        var request = new ArtifactStatusesRequest { SessionId = session.SessionId, UserContext = session.User, ClientType = session.ClientType };
        if (session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        request.Names.AddRange(cached);
        var response = await session.CallAsync(
            (client, options) => client.ArtifactStatusAsync(request, options), answer => answer.ServerSideSessionId, cancellationToken).ConfigureAwait(false);
        return [.. artifacts.Where(artifact => !(response.Statuses.TryGetValue(artifact.Name, out var status) && status.Exists))];
    }

    private async Task<IReadOnlyList<AddArtifactsResponse.Types.ArtifactSummary>> SendAsync(
        List<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        using var call = session.Channel.Client.AddArtifacts(session.Channel.CallOptions(cancellationToken));
        try
        {
            var batch = new AddArtifactsRequest.Types.Batch();
            var batchBytes = 0L;
            foreach (var artifact in artifacts)
            {
                if (artifact.LengthBytes > ChunkBytes)
                {
                    await SendChunksAsync(call, artifact, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (batchBytes + artifact.LengthBytes > ChunkBytes)
                    await FlushAsync().ConfigureAwait(false);
                batch.Artifacts.Add(await ReadSmallAsync(artifact, cancellationToken).ConfigureAwait(false));
                batchBytes += artifact.LengthBytes;
            }

            await FlushAsync().ConfigureAwait(false);
            await call.RequestStream.CompleteAsync().ConfigureAwait(false);

            async Task FlushAsync()
            {
                if (batch.Artifacts.Count == 0)
                    return;
                var request = NewRequest();
                request.Batch = batch;
                await call.RequestStream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
                (batch, batchBytes) = (new(), 0);
            }
        }
        catch (InvalidOperationException)
        {
            // The server ended the call while we were writing; its answer, awaited below, says why.
            _ = call.ResponseAsync;
        }

        var response = await call.ResponseAsync.ConfigureAwait(false);
        session.Observe(response.ServerSideSessionId);
        return response.Artifacts;
    }

    private async Task SendChunksAsync(
        AsyncClientStreamingCall<AddArtifactsRequest, AddArtifactsResponse> call, EngineArtifact artifact, CancellationToken cancellationToken)
    {
        var stream = artifact.Open();
        await using (stream.ConfigureAwait(false))
        {
            var sent = 0L;
            while (sent < artifact.LengthBytes)
            {
                var chunk = await ReadChunkAsync(stream, (int)Math.Min(ChunkBytes, artifact.LengthBytes - sent), artifact, cancellationToken).ConfigureAwait(false);
                var request = NewRequest();
                if (sent == 0)
                {
                    request.BeginChunk = new()
                    {
                        Name = artifact.Name,
                        TotalBytes = artifact.LengthBytes,
                        NumChunks = (artifact.LengthBytes + ChunkBytes - 1) / ChunkBytes,
                        InitialChunk = chunk,
                    };
                }
                else
                {
                    request.Chunk = chunk;
                }

                await call.RequestStream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
                sent += chunk.Data.Length;
            }
        }
    }

    private static async Task<AddArtifactsRequest.Types.SingleChunkArtifact> ReadSmallAsync(EngineArtifact artifact, CancellationToken cancellationToken)
    {
        var stream = artifact.Open();
        await using (stream.ConfigureAwait(false))
        {
            var chunk = await ReadChunkAsync(stream, (int)artifact.LengthBytes, artifact, cancellationToken).ConfigureAwait(false);
            return new() { Name = artifact.Name, Data = chunk };
        }
    }

    private static async Task<AddArtifactsRequest.Types.ArtifactChunk> ReadChunkAsync(
        Stream stream, int length, EngineArtifact artifact, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        try
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException e)
        {
            throw new IOException($"The artifact '{artifact.Name}' ended before its {artifact.LengthBytes} bytes; it changed while it was sent.", e);
        }

        return new() { Data = UnsafeByteOperations.UnsafeWrap(bytes), Crc = Crc32.HashToUInt32(bytes) };
    }

    private AddArtifactsRequest NewRequest()
    {
        var request = new AddArtifactsRequest { SessionId = session.SessionId, UserContext = session.User, ClientType = session.ClientType };
        if (session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        return request;
    }
}
