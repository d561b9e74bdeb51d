using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;

namespace SparkPipelines.Embedded.Native;

/// <summary><c>ArrowArray</c> of the Arrow C data interface.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeArrowArray
{
    internal long Length;
    internal long NullCount;
    internal long Offset;
    internal long BufferCount;
    internal long ChildCount;
    internal void** Buffers;
    internal NativeArrowArray** Children;
    internal NativeArrowArray* Dictionary;
    internal delegate* unmanaged[Cdecl]<NativeArrowArray*, void> Release;
    internal nint PrivateData;
}

/// <summary>
/// A batch whose buffers are pinned and described in native memory, so that DuckDB reads them in place. Counted: the owner holds one
/// reference, and so does every slice that DuckDB has not let go of; the last one unpins, and disposes the batch if it was given over.
/// </summary>
internal sealed unsafe class ExportedBatch
{
    private readonly RecordBatch _batch;
    private readonly IDisposable? _owned;

    // Pinned memory must never be finalized, so the batch is kept alive from here until it is let go of, even by an owner that forgets to.
    private readonly GCHandle _self;
    private readonly List<MemoryHandle> _pins = [];
    private readonly List<nint> _blocks = [];
    private readonly NativeArrowArray*[] _columns;
    private int _references = 1;

    /// <param name="batch">The batch.</param>
    /// <param name="owned">What to dispose with the last reference: the batch itself, or what lent it its memory; null when it stays the caller's.</param>
    internal ExportedBatch(RecordBatch batch, IDisposable? owned)
    {
        _batch = batch;
        _owned = owned;
        _self = GCHandle.Alloc(this);
        _columns = new NativeArrowArray*[batch.ColumnCount];
        for (int i = 0; i < _columns.Length; i++)
            _columns[i] = Describe(ArrowBatches.ToStorage(batch.Column(i).Data));
    }

    internal int Rows => _batch.Length;

    /// <summary>
    /// Describes rows of one column as a struct array with that column as its only child. DuckDB releases it when the last vector over it is gone.
    /// </summary>
    internal NativeArrowArray Slice(int column, int start, int length)
    {
        var slice = (ColumnSlice*)NativeMemory.Alloc((nuint)sizeof(ColumnSlice));
        slice->Child = *_columns[column];
        slice->Child.Offset += start;
        slice->Child.Length = length;
        slice->Child.NullCount = slice->Child.NullCount == 0 ? 0 : -1;
        slice->ChildPointer = &slice->Child;
        slice->NoValidity = null;
        slice->Owner = GCHandle.ToIntPtr(_self);
        Interlocked.Increment(ref _references);
        return new NativeArrowArray
        {
            Length = length,
            BufferCount = 1,
            Buffers = &slice->NoValidity,
            ChildCount = 1,
            Children = &slice->ChildPointer,
            Release = &ReleaseSlice,
            PrivateData = (nint)slice,
        };
    }

    /// <summary>Takes a reference.</summary>
    internal void AddReference() => Interlocked.Increment(ref _references);

    /// <summary>Lets go of a reference.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        foreach (MemoryHandle pin in _pins)
            pin.Dispose();
        foreach (nint block in _blocks)
            NativeMemory.Free((void*)block);
        _owned?.Dispose();
        _self.Free();
    }

    private NativeArrowArray* Describe(ArrayData data)
    {
        NativeArrowArray* array = Allocate<NativeArrowArray>(1);
        *array = new NativeArrowArray
        {
            Length = data.Length,
            NullCount = data.NullCount,
            Offset = data.Offset,
            BufferCount = data.Buffers.Length,
            ChildCount = data.Children?.Length ?? 0,
            Release = &ReleaseNothing,
        };
        array->Buffers = (void**)Allocate<nint>(data.Buffers.Length);
        for (int i = 0; i < data.Buffers.Length; i++)
        {
            ArrowBuffer buffer = data.Buffers[i];
            if (buffer.Length == 0)
            {
                // An absent validity bitmap is null; other buffers must have an address even when there is nothing in them.
                array->Buffers[i] = i == 0 ? null : Allocate<long>(1);
                continue;
            }
            MemoryHandle pin = buffer.Memory.Pin();
            _pins.Add(pin);
            array->Buffers[i] = pin.Pointer;
        }
        if (array->ChildCount > 0)
        {
            array->Children = (NativeArrowArray**)Allocate<nint>(data.Children!.Length);
            for (int i = 0; i < data.Children.Length; i++)
                array->Children[i] = Describe(data.Children[i]);
        }
        if (data.Dictionary is { } dictionary)
            array->Dictionary = Describe(dictionary);
        return array;
    }

    private T* Allocate<T>(int count)
        where T : unmanaged
    {
        void* block = NativeMemory.AllocZeroed((nuint)Math.Max(count, 1), (nuint)sizeof(T));
        _blocks.Add((nint)block);
        return (T*)block;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseSlice(NativeArrowArray* array)
    {
        var slice = (ColumnSlice*)array->PrivateData;
        ((ExportedBatch)GCHandle.FromIntPtr(slice->Owner).Target!).Release();
        NativeMemory.Free(slice);
        array->Release = null;
    }

    // The slice's root frees its children with itself.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseNothing(NativeArrowArray* array) => array->Release = null;

    private struct ColumnSlice
    {
        internal NativeArrowArray Child;
        internal NativeArrowArray* ChildPointer;
        internal void* NoValidity;
        internal nint Owner;
    }
}
