using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SparkPipelines.Embedded.Formats.Lines;

/// <summary>Whole lines of one file, in UTF-8, in rented memory.</summary>
internal sealed class LineBlock(byte[] buffer, int length, DataFile file, bool isFirst) : IDisposable
{
    /// <summary>The bytes, line ends included; the last line of a file may have none.</summary>
    internal ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    internal DataFile File { get; } = file;

    /// <summary>Whether the block begins its file.</summary>
    internal bool IsFirst { get; } = isFirst;

    /// <summary>The same bytes, to be changed in place.</summary>
    internal Span<byte> Writable => buffer.AsSpan(0, length);

    /// <summary>The same bytes, to be kept for as long as the block is.</summary>
    internal ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>
    /// Makes a block of rented memory, without a byte order mark at a file's beginning; what is no UTF-8 becomes the replacement character, as in
    /// Spark's strings.
    /// </summary>
    internal static LineBlock Of(byte[] rented, int length, DataFile file, bool isFirst)
    {
        if (isFirst && rented.AsSpan(0, length).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            rented.AsSpan(3, length - 3).CopyTo(rented);
            length -= 3;
        }
        if (Utf8.IsValid(rented.AsSpan(0, length)))
            return new LineBlock(rented, length, file, isFirst);
        string text = Encoding.UTF8.GetString(rented, 0, length);
        ArrayPool<byte>.Shared.Return(rented);
        byte[] repaired = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        return new LineBlock(repaired, Encoding.UTF8.GetBytes(text, repaired), file, isFirst);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}

/// <summary>Walks over lines. Without a separator of one's own, a line ends at <c>\n</c>, <c>\r\n</c> or <c>\r</c>, as Hadoop's reader has it.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> bytes, byte[]? separator)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Where the next line begins.</summary>
    internal readonly int Position => _position;

    /// <summary>The next line without its end.</summary>
    internal bool Next(out ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = _bytes[_position..];
        if (rest.IsEmpty)
        {
            line = default;
            return false;
        }
        int end = separator is null ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf(separator);
        if (end < 0)
        {
            line = rest;
            _position = _bytes.Length;
            return true;
        }
        line = rest[..end];
        int length = separator?.Length ?? (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
        _position += end + length;
        return true;
    }
}
