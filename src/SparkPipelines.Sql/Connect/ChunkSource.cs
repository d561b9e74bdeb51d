using System.IO.Hashing;
using Google.Protobuf;
using Spark.Connect;
using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql.Connect;

/// <summary>
/// An artifact's bytes piece by piece, each with its checksum. A piece is good until the next one is asked for, since a message is in gRPC's own
/// memory once its writing has been awaited: what is in memory is sent from there, and a file goes through one buffer.
/// </summary>
internal sealed class ChunkSource(EngineArtifact artifact) : IAsyncDisposable
{
    private readonly Stream? _stream = artifact.Content is null ? artifact.Open() : null;
    private byte[] _buffer = [];
    private int _position;

    /// <exception cref="IOException">There are fewer bytes than announced.</exception>
    public async ValueTask<AddArtifactsRequest.Types.ArtifactChunk> NextAsync(int length, CancellationToken cancellationToken)
    {
        var bytes = artifact.Content is { } content ? content.Slice(_position, length) : await ReadAsync(length, cancellationToken).ConfigureAwait(false);
        if (artifact.Content is not null)
            _position += length;
        return new() { Data = UnsafeByteOperations.UnsafeWrap(bytes), Crc = Crc32.HashToUInt32(bytes.Span) };
    }

    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<ReadOnlyMemory<byte>> ReadAsync(int length, CancellationToken cancellationToken)
    {
        if (_buffer.Length < length)
            _buffer = GC.AllocateUninitializedArray<byte>(length);
        try
        {
            await _stream!.ReadExactlyAsync(_buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException e)
        {
            throw new IOException($"The artifact '{artifact.Name}' ended before its {artifact.LengthBytes} bytes; it changed while it was sent.", e);
        }

        return _buffer.AsMemory(0, length);
    }
}
