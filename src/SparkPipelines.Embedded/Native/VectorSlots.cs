using System.Runtime.InteropServices;

namespace SparkPipelines.Embedded.Native;

/// <summary><c>duckdb_string_t</c>: up to 12 bytes in place, else a pointer behind the first four.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct StringSlot
{
    internal const int InlineLength = 12;

    [FieldOffset(0)]
    private uint _length;

    [FieldOffset(4)]
    private fixed byte _inline[InlineLength];

    [FieldOffset(8)]
    private readonly byte* _pointer;

    /// <param name="self">This slot in its vector, since short strings lie in it.</param>
    internal readonly ReadOnlySpan<byte> Bytes(StringSlot* self) =>
        _length <= InlineLength ? new ReadOnlySpan<byte>((byte*)self + 4, (int)_length) : new ReadOnlySpan<byte>(_pointer, checked((int)_length));

    internal static StringSlot Inline(ReadOnlySpan<byte> bytes)
    {
        // The rest must be zero: DuckDB compares short strings whole.
        StringSlot slot = default;
        slot._length = (uint)bytes.Length;
        bytes.CopyTo(new Span<byte>(slot._inline, InlineLength));
        return slot;
    }
}

/// <summary><c>duckdb_list_entry</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ListSlot
{
    internal ulong Offset;
    internal ulong Length;
}
