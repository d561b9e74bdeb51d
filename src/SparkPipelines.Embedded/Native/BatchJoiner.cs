using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.C;
using Apache.Arrow.Types;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// Makes one batch of the vectors of a result, which are Arrow arrays of their own: each buffer is copied once, into native memory that goes with
/// the batch. DuckDB's arrays begin at offset 0 and have one of a few layouts.
/// </summary>
internal sealed unsafe class BatchJoiner
{
    private readonly List<nint> _blocks = [];

    private BatchJoiner()
    {
    }

    /// <summary>One batch of all rows; a single part is returned as it is. The parts stay the caller's.</summary>
    internal static RecordBatch? Join(Schema schema, IReadOnlyList<RecordBatch> parts)
    {
        if (parts.Count <= 1)
            return parts.Count == 0 ? null : parts[0];
        var joiner = new BatchJoiner();
        int columns = schema.FieldsList.Count;
        var root = new NativeArrowArray
        {
            Length = parts.Sum(part => (long)part.Length),
            BufferCount = 1,
            Buffers = (void**)joiner.Allocate(sizeof(void*)),
            ChildCount = columns,
            Children = (NativeArrowArray**)joiner.Allocate(columns * sizeof(void*)),
            Release = &Release,
        };
        root.Buffers[0] = null;
        var arrays = new ArrayData[parts.Count];
        for (int column = 0; column < columns; column++)
        {
            for (int i = 0; i < arrays.Length; i++)
                arrays[i] = parts[i].Column(column).Data;
            root.Children[column] = joiner.Join(arrays, schema.FieldsList[column].DataType);
        }
        root.PrivateData = GCHandle.ToIntPtr(GCHandle.Alloc(joiner));
        return CArrowArrayImporter.ImportRecordBatch((CArrowArray*)&root, schema);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(NativeArrowArray* array)
    {
        GCHandle handle = GCHandle.FromIntPtr(array->PrivateData);
        foreach (nint block in ((BatchJoiner)handle.Target!)._blocks)
            NativeMemory.Free((void*)block);
        handle.Free();
        array->Release = null;
    }

    // The root frees its children with itself.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseNothing(NativeArrowArray* array) => array->Release = null;

    private NativeArrowArray* Join(ArrayData[] parts, IArrowType type)
    {
        int rows = 0;
        int nulls = 0;
        foreach (ArrayData part in parts)
        {
            rows += part.Length;
            nulls += part.GetNullCount();
        }
        var array = (NativeArrowArray*)Allocate(sizeof(NativeArrowArray));
        *array = new NativeArrowArray { Length = rows, NullCount = nulls, Release = &ReleaseNothing, Buffers = (void**)Allocate(3 * sizeof(void*)) };
        if (type is NullType)
        {
            array->NullCount = rows;
            return array;
        }
        array->Buffers[array->BufferCount++] = nulls == 0 ? null : Bits(parts, 0, rows, whenAbsent: true);
        switch (type)
        {
            case BooleanType:
                Add(array, Bits(parts, 1, rows, whenAbsent: false));
                break;
            case StringType or BinaryType:
                Add(array, Offsets(parts, rows));
                Add(array, Bytes(parts, 2, LastOffset));
                break;
            case ListType or MapType:
                Add(array, Offsets(parts, rows));
                AddChildren(array, [Children(parts, 0, LastOffset)], [((NestedType)type).Fields[0].DataType]);
                break;
            case StructType s:
                AddChildren(array, [.. s.Fields.Select((_, i) => Children(parts, i, part => part.Length))], [.. s.Fields.Select(field => field.DataType)]);
                break;
            case FixedWidthType fixedWidth:
                Add(array, Bytes(parts, 1, part => part.Length * (fixedWidth.BitWidth / 8)));
                break;
            default:
                throw new NotSupportedException($"Batches with a column of Arrow type {type.Name} are not joined.");
        }
        return array;
    }

    private static void Add(NativeArrowArray* array, void* buffer) => array->Buffers[array->BufferCount++] = buffer;

    private void AddChildren(NativeArrowArray* array, ArrayData[][] children, IArrowType[] types)
    {
        array->ChildCount = children.Length;
        array->Children = (NativeArrowArray**)Allocate(children.Length * sizeof(void*));
        for (int i = 0; i < children.Length; i++)
            array->Children[i] = Join(children[i], types[i]);
    }

    // A child may be longer than its parent says.
    private static ArrayData[] Children(ArrayData[] parts, int index, Func<ArrayData, int> length) =>
        [.. parts.Select(part => part.Children[index].Length == length(part) ? part.Children[index] : part.Children[index].Slice(0, length(part)))];

    private static int LastOffset(ArrayData part) => part.Length == 0 ? 0 : MemoryMarshal.Cast<byte, int>(part.Buffers[1].Span)[part.Length];

    private void* Bytes(ArrayData[] parts, int buffer, Func<ArrayData, int> length)
    {
        int total = 0;
        foreach (ArrayData part in parts)
            total = checked(total + length(part));
        void* block = Allocate(total);
        var output = new Span<byte>(block, total);
        foreach (ArrayData part in parts)
        {
            int bytes = length(part);
            part.Buffers[buffer].Span[..bytes].CopyTo(output);
            output = output[bytes..];
        }
        return block;
    }

    private void* Offsets(ArrayData[] parts, int rows)
    {
        void* block = Allocate((rows + 1) * sizeof(int));
        var offsets = new Span<int>(block, rows + 1);
        int start = 0;
        int at = 0;
        offsets[at++] = 0;
        foreach (ArrayData part in parts)
        {
            if (part.Length == 0)
                continue;
            ReadOnlySpan<int> from = MemoryMarshal.Cast<byte, int>(part.Buffers[1].Span)[..(part.Length + 1)];
            for (int i = 1; i < from.Length; i++)
                offsets[at++] = start + from[i];
            start += from[^1];
        }
        return block;
    }

    private void* Bits(ArrayData[] parts, int buffer, int rows, bool whenAbsent)
    {
        int length = (rows + 7) / 8;
        void* block = Allocate(length);
        var output = new Span<byte>(block, length);
        output.Clear();
        int at = 0;
        foreach (ArrayData part in parts)
        {
            CopyBits(part.Buffers[buffer].Span, output, at, part.Length, whenAbsent);
            at += part.Length;
        }
        return block;
    }

    private static void CopyBits(ReadOnlySpan<byte> bits, Span<byte> output, int at, int count, bool whenAbsent)
    {
        if (count == 0)
            return;

        // Vectors are whole bytes long but for the last, so this is the usual way.
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

    private void* Allocate(int bytes)
    {
        void* block = NativeMemory.Alloc((nuint)Math.Max(bytes, 8));
        _blocks.Add((nint)block);
        return block;
    }
}
