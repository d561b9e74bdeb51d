using System.Buffers.Binary;
using System.Data.SqlTypes;
using System.Text;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// Reads the Variant Binary Encoding, version 1: a value is a byte of two bits of kind and six of detail, then its content; members of objects are
/// numbers of names in the metadata's dictionary, sorted by those names.
/// </summary>
internal readonly ref struct VariantReader
{
    private readonly ReadOnlySpan<byte> _metadata;
    private readonly int _offsetSize;
    private readonly int _names;

    public VariantReader(ReadOnlySpan<byte> metadata)
    {
        if (metadata.Length < 2 || (metadata[0] & 0x0F) != 1)
            throw Malformed("its metadata is not of version 1");
        _metadata = metadata;
        _offsetSize = (metadata[0] >> 6) + 1;
        _names = Unsigned(metadata, 1, _offsetSize);
    }

    public object? Read(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            throw Malformed("a value has no bytes");
        var detail = value[0] >> 2;
        return (value[0] & 3) switch
        {
            0 => ReadPrimitive(detail, value[1..]),
            1 => Encoding.UTF8.GetString(Part(value, 1, detail)),
            2 => ReadObject(detail, value),
            _ => ReadArray(detail, value),
        };
    }

    private Dictionary<string, object?> ReadObject(int detail, ReadOnlySpan<byte> value)
    {
        var (offsetSize, idSize, countSize) = ((detail & 3) + 1, ((detail >> 2) & 3) + 1, (detail & 16) == 0 ? 1 : 4);
        var count = Unsigned(value, 1, countSize);
        var ids = 1 + countSize;
        var offsets = ids + (count * idSize);
        var data = offsets + ((count + 1) * offsetSize);
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = Name(Unsigned(value, ids + (i * idSize), idSize));
            members[name] = Read(From(value, data + Unsigned(value, offsets + (i * offsetSize), offsetSize)));
        }

        return members;
    }

    private object?[] ReadArray(int detail, ReadOnlySpan<byte> value)
    {
        var (offsetSize, countSize) = ((detail & 3) + 1, (detail & 4) == 0 ? 1 : 4);
        var count = Unsigned(value, 1, countSize);
        var offsets = 1 + countSize;
        var data = offsets + ((count + 1) * offsetSize);
        var items = new object?[count];
        for (var i = 0; i < count; i++)
            items[i] = Read(From(value, data + Unsigned(value, offsets + (i * offsetSize), offsetSize)));
        return items;
    }

    private static object? ReadPrimitive(int type, ReadOnlySpan<byte> content) => type switch
    {
        0 => null,
        1 => true,
        2 => false,
        3 => unchecked((sbyte)Part(content, 0, 1)[0]),
        4 => BinaryPrimitives.ReadInt16LittleEndian(Part(content, 0, 2)),
        5 => BinaryPrimitives.ReadInt32LittleEndian(Part(content, 0, 4)),
        6 => BinaryPrimitives.ReadInt64LittleEndian(Part(content, 0, 8)),
        7 => BinaryPrimitives.ReadDoubleLittleEndian(Part(content, 0, 8)),
        8 => Decimal(BinaryPrimitives.ReadInt32LittleEndian(Part(content, 1, 4)), content[0]),
        9 => Decimal(BinaryPrimitives.ReadInt64LittleEndian(Part(content, 1, 8)), content[0]),
        10 => Decimal(BinaryPrimitives.ReadInt128LittleEndian(Part(content, 1, 16)), content[0]),
        11 => DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + BinaryPrimitives.ReadInt32LittleEndian(Part(content, 0, 4))),
        12 => DateTime.UnixEpoch.AddTicks(Microseconds(content) * TimeSpan.TicksPerMicrosecond),
        13 => DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(Microseconds(content) * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified),
        14 => BinaryPrimitives.ReadSingleLittleEndian(Part(content, 0, 4)),
        15 => Part(content, 4, Unsigned(content, 0, 4)).ToArray(),
        16 => Encoding.UTF8.GetString(Part(content, 4, Unsigned(content, 0, 4))),
        20 => new Guid(Part(content, 0, 16), bigEndian: true),
        _ => throw Malformed($"it has a value of the type number {type}, which Spark 4.2 does not write"),
    };

    private string Name(int id)
    {
        if ((uint)id >= (uint)_names)
            throw Malformed($"it has no name of number {id}");
        var offsets = 1 + _offsetSize;
        var texts = offsets + ((_names + 1) * _offsetSize);
        var start = Unsigned(_metadata, offsets + (id * _offsetSize), _offsetSize);
        var end = Unsigned(_metadata, offsets + ((id + 1) * _offsetSize), _offsetSize);
        return Encoding.UTF8.GetString(Part(_metadata, texts + start, end - start));
    }

    private static object Decimal(Int128 unscaled, int scale)
    {
        var size = Int128.Abs(unscaled);
        var (low, middle, high, highest) = unchecked(((int)size, (int)(size >> 32), (int)(size >> 64), (int)(size >> 96)));
        return scale <= 28 && highest == 0
            ? new decimal(low, middle, high, unscaled < 0, (byte)scale)
            : new SqlDecimal(38, (byte)scale, unscaled >= 0, low, middle, high, highest);
    }

    private static long Microseconds(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadInt64LittleEndian(Part(content, 0, 8));

    private static int Unsigned(ReadOnlySpan<byte> bytes, int start, int size)
    {
        var part = Part(bytes, start, size);
        long number = 0;
        for (var i = size - 1; i >= 0; i--)
            number = (number << 8) | part[i];
        return number <= int.MaxValue ? (int)number : throw Malformed("a length is over 2 GB");
    }

    private static ReadOnlySpan<byte> From(ReadOnlySpan<byte> bytes, int start) =>
        (uint)start < (uint)bytes.Length ? bytes[start..] : throw Malformed("it ends within a value");

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, int start, int length) =>
        start >= 0 && length >= 0 && start + (long)length <= bytes.Length ? bytes.Slice(start, length) : throw Malformed("it ends within a value");

    private static ConversionException Malformed(string how) => new("value", new VariantType(), $"The bytes are no variant: {how}.");
}
