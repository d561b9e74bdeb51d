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
/// Gives up on columns where that does not pay.
/// </summary>
internal sealed class StringCache
{
    private const int Slots = 512;
    private const int MaxBytes = 32;
    private const int TrialSize = 4096;

    private readonly string?[] _strings = new string?[Slots];
    private readonly byte[] _bytes = new byte[Slots * MaxBytes];
    private readonly byte[] _lengths = new byte[Slots];
    private int _asked;
    private int _found;
    private bool _isOff;

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (_isOff || utf8.Length > MaxBytes)
            return Encoding.UTF8.GetString(utf8);
        if (utf8.IsEmpty)
            return "";

        var slot = Slot(utf8);
        var stored = _bytes.AsSpan(slot * MaxBytes, _lengths[slot]);
        if (_strings[slot] is { } known && utf8.SequenceEqual(stored))
        {
            _found++;
            return known;
        }

        var fresh = Encoding.UTF8.GetString(utf8);
        _strings[slot] = fresh;
        _lengths[slot] = (byte)utf8.Length;
        utf8.CopyTo(_bytes.AsSpan(slot * MaxBytes));
        if (++_asked == TrialSize)
        {
            // Misses are counted: a full trial of misses against fewer hits means mostly distinct values.
            _isOff = _found < TrialSize;
            _asked = _found = 0;
        }

        return fresh;
    }

    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var b in utf8)
            hash = unchecked((hash ^ b) * 16777619u);
        return (int)((hash ^ (hash >> 15)) % Slots);
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
