using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Memory;
using Apache.Arrow.Types;

namespace SparkPipelines.Embedded.Native;

/// <summary>Putting batches together, and the one change of shape that storage needs.</summary>
internal static class ArrowBatches
{
    private static readonly MemoryAllocator Allocator = MemoryAllocator.Default.Value;

    /// <summary>
    /// One batch of all rows. A single part is returned as it is (and stays the caller's); of several a copy is made, and the parts stay the caller's.
    /// </summary>
    internal static RecordBatch? Concatenate(Schema schema, IReadOnlyList<RecordBatch> parts)
    {
        if (parts.Count <= 1)
            return parts.Count == 0 ? null : parts[0];
        int rows = 0;
        foreach (RecordBatch part in parts)
            rows += part.Length;
        var columns = new IArrowArray[schema.FieldsList.Count];
        var arrays = new ArrayData[parts.Count];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int i = 0; i < arrays.Length; i++)
                arrays[i] = parts[i].Column(column).Data;
            columns[column] = ArrowArrayFactory.BuildArray(Concatenate(arrays, schema.FieldsList[column].DataType));
        }
        return new RecordBatch(schema, columns, rows);
    }

    /// <summary>An array with its null-typed parts replaced by all-null integers, which is how <see cref="StorageTypes"/> holds them.</summary>
    internal static ArrayData ToStorage(ArrayData data)
    {
        if (data.DataType is NullType)
        {
            var zeros = new byte[checked((data.Offset + data.Length) * sizeof(int))];
            return new ArrayData(Int32Type.Default, data.Length, data.Length, data.Offset, [new ArrowBuffer(zeros), new ArrowBuffer(zeros)]);
        }
        if (data.Children is null || !HasNullType(data.DataType))
            return data;
        return new ArrayData(data.DataType, data.Length, data.NullCount, data.Offset, data.Buffers, data.Children.Select(ToStorage));
    }

    // Types whose layout is a bitmap, values of one size, offsets and bytes, lists or structs; DuckDB gives no others. Its arrays begin at offset 0.
    private static ArrayData Concatenate(ArrayData[] parts, IArrowType type)
    {
        if (System.Array.Exists(parts, part => part.Offset != 0))
            return ArrayDataConcatenator.Concatenate(parts);
        int rows = 0;
        int nulls = 0;
        foreach (ArrayData part in parts)
        {
            rows += part.Length;
            nulls += part.GetNullCount();
        }
        if (type is NullType)
            return new ArrayData(type, rows, rows, 0, []);
        ArrowBuffer validity = nulls == 0 ? ArrowBuffer.Empty : Bits(parts, 0, rows, whenAbsent: true);
        switch (type)
        {
            case BooleanType:
                return new ArrayData(type, rows, nulls, 0, [validity, Bits(parts, 1, rows, whenAbsent: false)]);
            case StringType or BinaryType:
                return new ArrayData(type, rows, nulls, 0, [validity, Offsets(parts, rows), Bytes(parts, 2, part => part.Length == 0 ? 0 : LastOffset(part))]);
            case ListType or MapType:
                IArrowType element = ((NestedType)type).Fields[0].DataType;
                return new ArrayData(type, rows, nulls, 0, [validity, Offsets(parts, rows)], [Concatenate(Children(parts, 0, part => part.Length == 0 ? 0 : LastOffset(part)), element)]);
            case StructType s:
                return new ArrayData(type, rows, nulls, 0, [validity], s.Fields.Select((field, i) => Concatenate(Children(parts, i, part => part.Length), field.DataType)));
            case FixedWidthType fixedWidth:
                return new ArrayData(type, rows, nulls, 0, [validity, Bytes(parts, 1, part => part.Length * (fixedWidth.BitWidth / 8))]);
            default:
                return ArrayDataConcatenator.Concatenate(parts);
        }
    }

    // A child may be longer than its parent says.
    private static ArrayData[] Children(ArrayData[] parts, int index, Func<ArrayData, int> length) =>
        [.. parts.Select(part => part.Children[index].Length == length(part) ? part.Children[index] : part.Children[index].Slice(0, length(part)))];

    private static int LastOffset(ArrayData part) => MemoryMarshal.Cast<byte, int>(part.Buffers[1].Span)[part.Length];

    private static ArrowBuffer Bytes(ArrayData[] parts, int buffer, Func<ArrayData, int> length)
    {
        int total = 0;
        foreach (ArrayData part in parts)
            total += length(part);
        return Fill(total, (parts, buffer, length), static (output, state) =>
        {
            foreach (ArrayData part in state.parts)
            {
                int bytes = state.length(part);
                part.Buffers[state.buffer].Span[..bytes].CopyTo(output);
                output = output[bytes..];
            }
        });
    }

    private static ArrowBuffer Offsets(ArrayData[] parts, int rows) =>
        Fill((rows + 1) * sizeof(int), parts, static (output, state) =>
        {
            Span<int> offsets = MemoryMarshal.Cast<byte, int>(output);
            int start = 0;
            int at = 0;
            offsets[at++] = 0;
            foreach (ArrayData part in state)
            {
                if (part.Length == 0)
                    continue;
                ReadOnlySpan<int> from = MemoryMarshal.Cast<byte, int>(part.Buffers[1].Span)[..(part.Length + 1)];
                for (int i = 1; i < from.Length; i++)
                    offsets[at++] = start + from[i];
                start += from[^1];
            }
        });

    private static ArrowBuffer Bits(ArrayData[] parts, int buffer, int rows, bool whenAbsent) =>
        Fill((rows + 7) / 8, (parts, buffer, whenAbsent), static (output, state) =>
        {
            output.Clear();
            int at = 0;
            foreach (ArrayData part in state.parts)
            {
                ReadOnlySpan<byte> bits = part.Buffers[state.buffer].Span;
                CopyBits(bits, output, at, part.Length, state.whenAbsent);
                at += part.Length;
            }
        });

    private static void CopyBits(ReadOnlySpan<byte> bits, Span<byte> output, int at, int count, bool whenAbsent)
    {
        // Vectors of DuckDB are whole bytes long but for the last, so this is the usual way.
        if ((at & 7) == 0)
        {
            Span<byte> target = output.Slice(at / 8, (count + 7) / 8);
            if (bits.IsEmpty)
                target.Fill(whenAbsent ? (byte)0xFF : (byte)0);
            else
                bits[..target.Length].CopyTo(target);
            if ((count & 7) != 0)
                target[^1] &= (byte)((1 << (count & 7)) - 1);
            return;
        }
        for (int i = 0; i < count; i++)
        {
            bool isSet = bits.IsEmpty ? whenAbsent : (bits[i >> 3] & (1 << (i & 7))) != 0;
            if (isSet)
                output[(at + i) >> 3] |= (byte)(1 << ((at + i) & 7));
        }
    }

    private static ArrowBuffer Fill<TState>(int length, TState state, FillAction<TState> fill)
    {
        // The builder takes its memory from the allocator and hands it on, so the bytes are written once.
        var builder = new ArrowBuffer.Builder<byte>(length);
        builder.Resize(length);
        fill(builder.Span[..length], state);
        return builder.Build(Allocator);
    }

    private delegate void FillAction<TState>(Span<byte> output, TState state);

    private static bool HasNullType(IArrowType type) =>
        type is NullType || (type is NestedType nested && nested.Fields.Any(field => HasNullType(field.DataType)));
}
