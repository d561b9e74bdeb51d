using System.Buffers;

namespace SparkPipelines.Embedded.Formats.Lines;

/// <summary>
/// Reads files one after another as blocks of whole lines. Several threads may ask for blocks; reading goes on under a lock, so that parsing
/// runs side by side.
/// </summary>
internal sealed class LineBlockReader(IReadOnlyList<DataFile> files, TextEncoding encoding, byte[]? separator, int blockBytes = LineBlockReader.DefaultBlockBytes) : IBlockReader
{
    internal const int DefaultBlockBytes = 1 << 20;

    private readonly Lock _lock = new();
    private int _nextFile;
    private Stream? _stream;
    private DataFile? _file;
    private byte[] _carry = [];
    private bool _isFirst;

    /// <inheritdoc/>
    public bool HoldsWholeFiles => false;

    /// <inheritdoc/>
    public LineBlock? Next()
    {
        lock (_lock)
        {
            while (true)
            {
                if (_stream is null && !OpenNext())
                    return null;
                if (ReadBlock() is { } block)
                    return block;
                _stream!.Dispose();
                _stream = null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    private bool OpenNext()
    {
        if (_nextFile == files.Count)
            return false;
        _file = files[_nextFile++];
        _stream = TextStreams.Open(_file, encoding);
        _carry = [];
        _isFirst = true;
        return true;
    }

    private LineBlock? ReadBlock()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(blockBytes, _carry.Length * 2));
        _carry.CopyTo(buffer, 0);
        int length = _carry.Length;
        bool ended = false;
        int end;
        while (true)
        {
            while (length < buffer.Length)
            {
                int read = _stream!.Read(buffer, length, buffer.Length - length);
                if (read == 0)
                {
                    ended = true;
                    break;
                }
                length += read;
            }
            end = ended ? length : LastLineEnd(buffer.AsSpan(0, length));
            if (end > 0 || ended)
                break;
            byte[] larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
        _carry = buffer.AsSpan(end, length - end).ToArray();
        if (end == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return null;
        }
        bool isFirst = _isFirst;
        _isFirst = false;
        return LineBlock.Of(buffer, end, _file!, isFirst);
    }

    // Where the last whole line ends. A final \r may be half of a \r\n, so it does not count yet.
    private int LastLineEnd(ReadOnlySpan<byte> bytes)
    {
        if (separator is not null)
            return bytes.LastIndexOf(separator) is >= 0 and var at ? at + separator.Length : 0;
        if (bytes.Length > 0 && bytes[^1] == '\r')
            bytes = bytes[..^1];
        return bytes.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
    }
}
