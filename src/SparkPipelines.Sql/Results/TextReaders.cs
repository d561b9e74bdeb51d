using System.Buffers.Binary;
using System.Text;
using Apache.Arrow;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Results;

internal sealed class StringReader : ColumnReader<string?>
{
    private readonly StringCache _cache = new();

    public override void Read(IArrowArray column, int start, Span<string?> destination)
    {
        var offsets = ArrowBuffers.Offsets(column).Slice(start, destination.Length + 1);
        var bytes = ArrowBuffers.Bytes(column);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = validity.IsValid(start + i) ? _cache.Get(bytes[offsets[i]..offsets[i + 1]]) : null;
    }
}

/// <summary>
/// Gives the same string for the same short text that came by lately, so that a column of few values costs neither memory nor collections.
/// Looks wider when a few slots don't suffice, and gives up on columns where that does not pay either.
/// </summary>
internal sealed class StringCache
{
    private const int FewSlots = 512;
    private const int ManySlots = 16_384;
    private const int MaxBytes = 32;

    private string?[] _strings = new string?[FewSlots];
    private int _misses;
    private int _found;
    private bool _isOff;

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (_isOff || utf8.Length > MaxBytes)
            return Encoding.UTF8.GetString(utf8);
        if (utf8.IsEmpty)
            return "";

        ref var slot = ref _strings[Hash(utf8) & (_strings.Length - 1)];
        // Only text in ASCII is found again; other text is made anew, and counts as missed.
        if (slot is { } known && Ascii.Equals(utf8, known))
        {
            _found++;
            return known;
        }

        var fresh = Encoding.UTF8.GetString(utf8);
        slot = fresh;
        if (++_misses == 2 * _strings.Length)
            EndTrial();
        return fresh;
    }

    /// <summary>Twice as many misses as slots against fewer hits means mostly distinct values.</summary>
    private void EndTrial()
    {
        if (_found < _misses)
        {
            _isOff = _strings.Length == ManySlots;
            _strings = _isOff ? [] : new string?[ManySlots];
        }

        _misses = _found = 0;
    }

    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= sizeof(ulong); utf8 = utf8[sizeof(ulong)..])
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(utf8));
        var rest = 0UL;
        for (var i = 0; i < utf8.Length; i++)
            rest |= (ulong)utf8[i] << (8 * i);
        hash = Mix(hash, rest);
        return (int)(hash >> 40);
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        hash = unchecked((hash ^ value) * 0x9E37_79B9_7F4A_7C15UL);
        return hash ^ (hash >> 32);
    }
}

internal sealed class BinaryReader : ColumnReader<byte[]?>
{
    public override void Read(IArrowArray column, int start, Span<byte[]?> destination)
    {
        var offsets = ArrowBuffers.Offsets(column).Slice(start, destination.Length + 1);
        var bytes = ArrowBuffers.Bytes(column);
        var validity = ArrowBuffers.Validity(column);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = validity.IsValid(start + i) ? bytes[offsets[i]..offsets[i + 1]].ToArray() : null;
    }
}

/// <summary>Strings as the members of an enum, by name; case counts.</summary>
internal sealed class EnumReader<T>(ColumnPath path) : ColumnReader<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Members = Enum.GetNames<T>().ToDictionary(name => name, Enum.Parse<T>, StringComparer.Ordinal);

    private readonly StringReader _strings = new();
    private string?[] _values = [];

    public override void Read(IArrowArray column, int start, Span<T> destination)
    {
        var values = Scratch.Of(ref _values, destination.Length);
        _strings.Read(column, start, values);
        for (var i = 0; i < destination.Length; i++)
        {
            if (values[i] is not { } text)
                destination[i] = default;
            else if (!Members.TryGetValue(text, out destination[i]))
                throw path.RangeError($"'{text}'", $"is no member of {typeof(T).Name} ({string.Join(", ", Members.Keys)})");
        }
    }
}

internal sealed class VariantReader : ColumnReader<Variant>
{
    private readonly BinaryReader _bytes = new();
    private byte[]?[] _values = [];
    private byte[]?[] _metadata = [];

    public override void Read(IArrowArray column, int start, Span<Variant> destination)
    {
        var parts = (StructArray)column;
        var values = Scratch.Of(ref _values, destination.Length);
        var metadata = Scratch.Of(ref _metadata, destination.Length);
        _bytes.Read(parts.Fields[0], start, values);
        _bytes.Read(parts.Fields[1], start, metadata);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = new Variant(values[i], metadata[i]);
    }
}
