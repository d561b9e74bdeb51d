using System.Security.Cryptography;
using Grpc.Core;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// Sends artifacts to a session as Spark's clients do: small ones together in batches, large ones in chunks, each with its CRC-32, which the
/// server checks. A large one is never in memory whole.
/// </summary>
internal sealed class ArtifactUploader(ConnectSession session) : IDisposable
{
    /// <summary>
    /// The size of a chunk; a batch of small artifacts is no larger either. Spark's own clients take 32 KiB, with which server and client spend half as
    /// much again on each byte.
    /// </summary>
    internal const int ChunkBytes = 1 << 20;

    private const string CachePrefix = "cache/";

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What the session has been given, by name, with its hash.</summary>
    private readonly Dictionary<string, byte[]> _added = new(StringComparer.Ordinal);

    /// <exception cref="SparkConnectException">An artifact arrived damaged, or the server has another one of its name.</exception>
    public async Task AddAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        if (!artifacts.Any(IsNamed))
        {
            await SendMissingAsync(artifacts, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await AddNamedAsync(artifacts, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>
    /// Spark 4 takes a file twice that has not changed; 3.5 refuses a name that it has, and says so in an error without a word. So what was added is
    /// remembered here.
    /// </summary>
    private async Task AddNamedAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var fresh = new List<EngineArtifact>();
        foreach (var artifact in artifacts)
        {
            if (!IsNamed(artifact))
            {
                fresh.Add(artifact);
                continue;
            }

            var hash = await HashAsync(artifact, cancellationToken).ConfigureAwait(false);
            if (!_added.TryGetValue(artifact.Name, out var known) && !hashes.TryGetValue(artifact.Name, out known))
            {
                hashes.Add(artifact.Name, hash);
                fresh.Add(artifact);
            }
            else if (!known.AsSpan().SequenceEqual(hash))
            {
                throw AlreadyExists(artifact.Name);
            }
        }

        await SendMissingAsync(fresh, cancellationToken).ConfigureAwait(false);
        foreach (var (name, hash) in hashes)
            _added[name] = hash;
    }

    private SparkRuntimeException AlreadyExists(string name) => new(
        $"[ARTIFACT_ALREADY_EXISTS] The artifact {name} already exists. Please choose a different name for the new artifact because it cannot be overwritten. SQLSTATE: 42713",
        new SparkErrorDetails
        {
            ErrorClass = "ARTIFACT_ALREADY_EXISTS",
            SqlState = "42713",
            MessageParameters = new Dictionary<string, string> { ["normalizedRemoteRelativePath"] = name },
            Engine = session.Server?.ToString(),
        });

    /// <summary>Whether the session keeps it under a name that is then taken: not what has its hash for a name, nor what goes on to a file system.</summary>
    private static bool IsNamed(EngineArtifact artifact) => !IsCached(artifact) && !IsForwarded(artifact);

    private static bool IsForwarded(EngineArtifact artifact) => artifact.Name.StartsWith(EngineArtifact.ForwardToFs + "/", StringComparison.Ordinal);

    private static bool IsCached(EngineArtifact artifact) => artifact.Name.StartsWith(CachePrefix, StringComparison.Ordinal);

    private static async Task<byte[]> HashAsync(EngineArtifact artifact, CancellationToken cancellationToken)
    {
        if (artifact.Content is { } content)
            return SHA256.HashData(content.Span);
        var stream = artifact.Open();
        await using (stream.ConfigureAwait(false))
            return await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendMissingAsync(IReadOnlyList<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        var missing = await WithoutPresentAsync(artifacts, cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0)
            return;
        var summaries = await SendAsync(missing, cancellationToken).ConfigureAwait(false);
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
        var cached = artifacts.Where(IsCached).Select(artifact => artifact.Name).ToList();
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

    private async Task<IReadOnlyList<AddArtifactsResponse.Types.ArtifactSummary>> SendAsync(List<EngineArtifact> artifacts, CancellationToken cancellationToken)
    {
        try
        {
            return await session.RetryAsync(token => SendOnceAsync(artifacts, token), cancellationToken).ConfigureAwait(false);
        }
        catch (SparkConnectException e) when (session.Server is { Version.Major: < 4 } && e.InnerException is RpcException { Status: { StatusCode: StatusCode.Unknown, Detail: "" } })
        {
            if (artifacts.FirstOrDefault(IsForwarded) is { } copy)
            {
                throw new SparkConnectException(
                    $"The Spark at {session.Channel.Connection.Location} refuses to copy a file to '{copy.Name[EngineArtifact.ForwardToFs.Length..]}', and before 4.0 does not say "
                    + "why: its file system may be its own disk, where it lets no client write unless it was started with "
                    + "spark.connect.copyFromLocalToFs.allowDestLocal=true.",
                    e.Details,
                    e);
            }

            throw new SparkConnectException(
                $"The Spark at {session.Channel.Connection.Location} refuses the artifacts {string.Join(", ", artifacts.Select(artifact => $"'{artifact.Name}'"))}: before "
                + "4.0 a session takes each name once, and one is there already, from another client or from before the connection broke. A new session takes them.",
                e.Details,
                e);
        }
    }

    private async Task<IReadOnlyList<AddArtifactsResponse.Types.ArtifactSummary>> SendOnceAsync(
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
            await WriteAsync(call.RequestStream.CompleteAsync()).ConfigureAwait(false);

            async Task FlushAsync()
            {
                if (batch.Artifacts.Count == 0)
                    return;
                var request = NewRequest();
                request.Batch = batch;
                await WriteAsync(call.RequestStream.WriteAsync(request, cancellationToken)).ConfigureAwait(false);
                (batch, batchBytes) = (new(), 0);
            }
        }
        catch (WriteFailedException)
        {
            // The server ended the call, or the connection broke, while we were writing; the answer, awaited below, says why.
            _ = call.ResponseAsync;
        }

        var response = await call.ResponseAsync.ConfigureAwait(false);
        session.Observe(response.ServerSideSessionId);
        return response.Artifacts;
    }

    private async Task SendChunksAsync(
        AsyncClientStreamingCall<AddArtifactsRequest, AddArtifactsResponse> call, EngineArtifact artifact, CancellationToken cancellationToken)
    {
        var source = new ChunkSource(artifact);
        await using (source.ConfigureAwait(false))
        {
            for (var sent = 0L; sent < artifact.LengthBytes;)
            {
                var chunk = await source.NextAsync((int)Math.Min(ChunkBytes, artifact.LengthBytes - sent), cancellationToken).ConfigureAwait(false);
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

                await WriteAsync(call.RequestStream.WriteAsync(request, cancellationToken)).ConfigureAwait(false);
                sent += chunk.Data.Length;
            }
        }
    }

    /// <summary>Tells a failure of the call from one of the artifact's own stream, which is an <see cref="IOException"/> too.</summary>
    private static async Task WriteAsync(Task writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or RpcException)
        {
            throw new WriteFailedException(e);
        }
    }

    private static async Task<AddArtifactsRequest.Types.SingleChunkArtifact> ReadSmallAsync(EngineArtifact artifact, CancellationToken cancellationToken)
    {
        var source = new ChunkSource(artifact);
        await using (source.ConfigureAwait(false))
            return new() { Name = artifact.Name, Data = await source.NextAsync((int)artifact.LengthBytes, cancellationToken).ConfigureAwait(false) };
    }

    private AddArtifactsRequest NewRequest()
    {
        var request = new AddArtifactsRequest { SessionId = session.SessionId, UserContext = session.User, ClientType = session.ClientType };
        if (session.ServerSideSessionId is { } id)
            request.ClientObservedServerSideSessionId = id;
        return request;
    }

    private sealed class WriteFailedException(Exception cause) : Exception(cause.Message, cause);
}
