using System.Buffers;
using System.Globalization;
using System.Text;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Native;

/// <summary>UTF-8 that a function writes, row after row into the same memory.</summary>
internal sealed class TextBuffer : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>The same bytes, to be changed in place.</summary>
    internal Span<byte> Writable => _bytes.AsSpan(0, _length);

    /// <summary>The same bytes, for writing them out; valid until the next change.</summary>
    internal ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    internal void Clear() => _length = 0;

    internal void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        _length += utf8.Length;
    }

    internal void Append(byte value)
    {
        GetSpan(1)[0] = value;
        _length++;
    }

    internal void Append(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>Writes a value in the invariant culture.</summary>
    internal void Append<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        int room = 64;
        int written;
        while (!value.TryFormat(GetSpan(room), out written, format, CultureInfo.InvariantCulture))
            room *= 2;
        _length += written;
    }

    /// <summary>Writes a number as Java does: <c>1.0E10</c>.</summary>
    internal void AppendJava(double value) => _length += JavaNumbers.Write(value, GetSpan(JavaNumbers.MaxLength));

    /// <inheritdoc cref="AppendJava(double)"/>
    internal void AppendJava(float value) => _length += JavaNumbers.Write(value, GetSpan(JavaNumbers.MaxLength));

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < Math.Max(count, 1))
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
