using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SparkPipelines.Sql.Plans;

/// <summary>
/// Writes messages to bytes in a time that grows with their size alone. The generated code asks every message for its size at each level it
/// stands in, and so takes seconds for a plan of 2,000 operations in each other; this one writes from the end to the front, where a length is
/// known when it is due. The bytes are the same.
/// </summary>
internal ref struct MessageWriter
{
    private static readonly ConcurrentDictionary<MessageDescriptor, Layout> Layouts = new();

    private byte[] _buffer;
    private int _start;

    private MessageWriter(int capacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _start = _buffer.Length;
    }

    /// <summary>The message's bytes.</summary>
    public static byte[] ToBytes(IMessage message)
    {
        var writer = new MessageWriter(16 * 1024);
        try
        {
            writer.WriteFields(message);
            return writer.Written.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(writer._buffer);
        }
    }

    /// <summary>Writes the message's bytes to a target.</summary>
    /// <param name="message">The message.</param>
    /// <param name="begin">Takes the length and gives the target.</param>
    public static void WriteTo(IMessage message, Func<int, IBufferWriter<byte>> begin)
    {
        var writer = new MessageWriter(16 * 1024);
        try
        {
            writer.WriteFields(message);
            var written = writer.Written;
            begin(written.Length).Write(written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(writer._buffer);
        }
    }

    private readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(_start);

    private void WriteFields(IMessage message)
    {
        var layout = Layouts.GetOrAdd(message.Descriptor, static descriptor => new Layout(descriptor));
        // Messages have choices among dozens of fields; each choice is asked once which one is there.
        Span<int> chosen = stackalloc int[layout.Choices.Length];
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] = layout.Choices[i].GetCaseFieldDescriptor(message)?.FieldNumber ?? 0;
        foreach (var field in layout.Fields)
        {
            if (field.Choice >= 0 ? chosen[field.Choice] != field.Number : field.HasPresence && !field.Accessor.HasValue(message))
                continue;
            var value = field.Accessor.GetValue(message);
            switch (field.Shape)
            {
                case Shape.One:
                    if (field.HasPresence || !IsDefault(value))
                        WriteField(field, value);
                    break;
                case Shape.Many:
                    var items = (IList)value;
                    for (var i = items.Count - 1; i >= 0; i--)
                        WriteField(field, items[i]!);
                    break;
                case Shape.Packed:
                    WritePacked(field, (IList)value);
                    break;
                case Shape.Map:
                    WriteMap(field, (IDictionary)value);
                    break;
                default:
                    throw new InvalidOperationException($"There is no field of shape {field.Shape}.");
            }
        }
    }

    private void WriteField(Field field, object value)
    {
        WriteValue(field, value);
        WriteVarint(field.Tag);
    }

    private void WriteValue(Field field, object value)
    {
        switch (field.Type)
        {
            case FieldType.Message:
                var end = _buffer.Length - _start;
                WriteFields((IMessage)value);
                WriteVarint((ulong)(_buffer.Length - _start - end));
                break;
            case FieldType.String:
                WriteString((string)value);
                break;
            case FieldType.Bytes:
                var bytes = ((ByteString)value).Span;
                bytes.CopyTo(Reserve(bytes.Length));
                WriteVarint((ulong)bytes.Length);
                break;
            case FieldType.Bool:
                WriteVarint((bool)value ? 1UL : 0UL);
                break;
            case FieldType.Int32:
                WriteVarint(unchecked((ulong)(long)(int)value));
                break;
            case FieldType.Int64:
                WriteVarint(unchecked((ulong)(long)value));
                break;
            case FieldType.UInt32:
                WriteVarint((uint)value);
                break;
            case FieldType.UInt64:
                WriteVarint((ulong)value);
                break;
            case FieldType.Enum:
                WriteVarint(unchecked((ulong)(long)Convert.ToInt32(value, null)));
                break;
            case FieldType.Double:
                BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), (double)value);
                break;
            case FieldType.Float:
                BinaryPrimitives.WriteSingleLittleEndian(Reserve(sizeof(float)), (float)value);
                break;
            default:
                throw new NotSupportedException($"Messages of Spark Connect have no fields of type {field.Type}.");
        }
    }

    private void WritePacked(Field field, IList items)
    {
        if (items.Count == 0)
            return;
        var end = _buffer.Length - _start;
        for (var i = items.Count - 1; i >= 0; i--)
            WriteValue(field, items[i]!);
        WriteVarint((ulong)(_buffer.Length - _start - end));
        WriteVarint(field.Tag);
    }

    private void WriteMap(Field field, IDictionary entries)
    {
        var backwards = new DictionaryEntry[entries.Count];
        entries.CopyTo(backwards, 0);
        for (var i = backwards.Length - 1; i >= 0; i--)
        {
            var end = _buffer.Length - _start;
            if (!IsDefault(backwards[i].Value!))
                WriteField(field.MapValue!, backwards[i].Value!);
            if (!IsDefault(backwards[i].Key))
                WriteField(field.MapKey!, backwards[i].Key);
            WriteVarint((ulong)(_buffer.Length - _start - end));
            WriteVarint(field.Tag);
        }
    }

    private void WriteString(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Reserve(length));
        WriteVarint((ulong)length);
    }

    private void WriteVarint(ulong value)
    {
        Span<byte> digits = stackalloc byte[10];
        var count = 0;
        while (value >= 0x80)
        {
            digits[count++] = unchecked((byte)(value | 0x80));
            value >>= 7;
        }

        digits[count++] = (byte)value;
        digits[..count].CopyTo(Reserve(count));
    }

    /// <summary>Room for so many bytes before those that are written.</summary>
    private Span<byte> Reserve(int length)
    {
        if (length > _start)
            Grow(length);
        _start -= length;
        return _buffer.AsSpan(_start, length);
    }

    private void Grow(int length)
    {
        var written = Written;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_buffer.Length * 2), checked(written.Length + length)));
        var start = larger.Length - written.Length;
        written.CopyTo(larger.AsSpan(start));
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _start = start;
    }

    private static bool IsDefault(object value) => value switch
    {
        bool b => !b,
        int i => i == 0,
        long l => l == 0,
        uint i => i == 0,
        ulong l => l == 0,
        // Negative zero is a value of its own on the wire.
        double d => BitConverter.DoubleToInt64Bits(d) == 0,
        float f => BitConverter.SingleToInt32Bits(f) == 0,
        string s => s.Length == 0,
        ByteString b => b.IsEmpty,
        Enum e => Convert.ToInt32(e, null) == 0,
        _ => false,
    };

    /// <summary>A message type's fields from the last to the first, and its choices (<c>oneof</c>).</summary>
    private sealed class Layout(MessageDescriptor descriptor)
    {
        public Field[] Fields { get; } = [.. descriptor.Fields.InFieldNumberOrder().Reverse().Select(field => new Field(field))];

        public OneofAccessor[] Choices { get; } = [.. descriptor.Oneofs.Take(descriptor.RealOneofCount).Select(oneof => oneof.Accessor)];
    }

    private enum Shape
    {
        One,
        Many,
        Packed,
        Map,
    }

    private sealed class Field
    {
        public Field(FieldDescriptor descriptor)
        {
            Accessor = descriptor.Accessor;
            Type = descriptor.FieldType;
            HasPresence = descriptor.HasPresence;
            Number = descriptor.FieldNumber;
            Choice = descriptor.RealContainingOneof?.Index ?? -1;
            Shape = descriptor.IsMap ? Shape.Map
                : !descriptor.IsRepeated ? Shape.One
                : Type is FieldType.Message or FieldType.String or FieldType.Bytes || !descriptor.IsPacked ? Shape.Many
                : Shape.Packed;
            var wireType = Shape == Shape.Packed ? WireFormat.WireType.LengthDelimited : WireTypeOf(Type);
            Tag = WireFormat.MakeTag(descriptor.FieldNumber, wireType);
            if (Shape == Shape.Map)
            {
                MapKey = new Field(descriptor.MessageType.FindFieldByNumber(1));
                MapValue = new Field(descriptor.MessageType.FindFieldByNumber(2));
            }
        }

        public IFieldAccessor Accessor { get; }

        public FieldType Type { get; }

        public Shape Shape { get; }

        public bool HasPresence { get; }

        public int Number { get; }

        /// <summary>The place of the choice that the field is one of, or -1.</summary>
        public int Choice { get; }

        public uint Tag { get; }

        public Field? MapKey { get; }

        public Field? MapValue { get; }

        private static WireFormat.WireType WireTypeOf(FieldType type) => type switch
        {
            FieldType.Message or FieldType.String or FieldType.Bytes => WireFormat.WireType.LengthDelimited,
            FieldType.Double => WireFormat.WireType.Fixed64,
            FieldType.Float => WireFormat.WireType.Fixed32,
            _ => WireFormat.WireType.Varint,
        };
    }
}
