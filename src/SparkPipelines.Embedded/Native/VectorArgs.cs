namespace SparkPipelines.Embedded.Native;

/// <summary>
/// Computes a vector of results from vectors of arguments: at most 2048 rows at a time, from several threads at once. An exception ends the query
/// and comes out as the inner one of the engine's error.
/// </summary>
internal delegate void VectorKernel(in VectorArgs args);

/// <summary>The vectors of one call. All of it is valid during the call only.</summary>
internal readonly unsafe ref struct VectorArgs
{
    private readonly VectorFunction _function;
    private readonly nint _chunk;

    internal VectorArgs(VectorFunction function, nint chunk, nint output)
    {
        _function = function;
        _chunk = chunk;
        Count = (int)NativeMethods.ChunkSize(chunk);
        ArgumentCount = (int)NativeMethods.ChunkColumnCount(chunk);
        Result = new VectorWriter(output, function.Result, Count);
    }

    /// <summary>Rows to compute.</summary>
    internal int Count { get; }

    /// <summary>Arguments of this call; more than the declared ones with <see cref="VectorFunction.Variadic"/>.</summary>
    internal int ArgumentCount { get; }

    /// <summary>Where the results go; every row is either written or set to null.</summary>
    internal VectorWriter Result { get; }

    /// <summary>An argument.</summary>
    internal VectorReader this[int index]
    {
        get
        {
            nint vector = NativeMethods.ChunkVector(_chunk, (ulong)index);
            DuckType declared = index < _function.Parameters.Length ? _function.Parameters[index] : _function.Variadic!;
            return new VectorReader(vector, declared.Id == DuckTypeId.Any ? DuckType.Take(NativeMethods.VectorType(vector)) : declared, Count);
        }
    }

    /// <summary>Sets every row to null in which an argument is, which is what most functions do.</summary>
    /// <returns>Whether there was one; if so, ask <see cref="VectorWriter.IsNull"/> per row.</returns>
    internal bool PropagateNulls()
    {
        bool any = false;
        for (int i = 0; i < ArgumentCount; i++)
        {
            ulong* validity = NativeMethods.VectorValidity(NativeMethods.ChunkVector(_chunk, (ulong)i));
            if (validity is null)
                continue;
            any = true;
            Result.IntersectValidity(validity);
        }
        return any;
    }
}

/// <summary>A vector to read.</summary>
internal readonly unsafe ref struct VectorReader
{
    private readonly nint _vector;
    private readonly byte* _data;
    private readonly ulong* _validity;

    internal VectorReader(nint vector, DuckType type, int count)
    {
        _vector = vector;
        _data = (byte*)NativeMethods.VectorData(vector);
        _validity = NativeMethods.VectorValidity(vector);
        Type = type;
        Count = count;
    }

    /// <summary>The type; of a parameter declared as any, the type it has in this call.</summary>
    internal DuckType Type { get; }

    /// <summary>Rows; of a list's child, the elements of all lists together.</summary>
    internal int Count { get; }

    /// <summary>Whether a row may be null.</summary>
    internal bool MayHaveNulls => _validity is not null;

    /// <summary>Whether a row is null; its value is then without meaning.</summary>
    internal bool IsNull(int row) => _validity is not null && ((_validity[row >> 6] >> row) & 1) == 0;

    /// <summary>The values of a type of fixed size. Booleans are bytes; a decimal's width decides its type (<see cref="DuckType.PhysicalBytes"/>).</summary>
    internal ReadOnlySpan<T> Values<T>()
        where T : unmanaged => new(_data, Count);

    /// <summary>The bytes of a string (UTF-8) or a binary.</summary>
    internal ReadOnlySpan<byte> Bytes(int row) => ((StringSlot*)_data)[row].Bytes((StringSlot*)_data + row);

    /// <summary>The unscaled value of a decimal of any width.</summary>
    internal Int128 Decimal(int row) => Type.PhysicalBytes switch
    {
        2 => ((short*)_data)[row],
        4 => ((int*)_data)[row],
        8 => ((long*)_data)[row],
        _ => ((Int128*)_data)[row],
    };

    /// <summary>Where the elements of a list (or the entries of a map) are among <see cref="Elements"/>.</summary>
    internal (int Start, int Length) List(int row)
    {
        ListSlot slot = ((ListSlot*)_data)[row];
        return ((int)slot.Offset, (int)slot.Length);
    }

    /// <summary>The elements of all lists; of a map, its entries as a struct of key and value.</summary>
    internal VectorReader Elements => new(
        NativeMethods.ListChild(_vector),
        Type.Id == DuckTypeId.Map ? DuckType.Struct(Type.Fields.AsSpan()) : Type.Element,
        (int)NativeMethods.ListSize(_vector));

    /// <summary>A member of a struct.</summary>
    internal VectorReader Member(int index) => new(NativeMethods.StructChild(_vector, (ulong)index), Type.Fields[index].Type, Count);
}

/// <summary>A vector to write.</summary>
internal readonly unsafe ref struct VectorWriter
{
    private readonly nint _vector;
    private readonly byte* _data;

    internal VectorWriter(nint vector, DuckType type, int count)
    {
        _vector = vector;
        _data = (byte*)NativeMethods.VectorData(vector);
        Type = type;
        Count = count;
    }

    internal DuckType Type { get; }

    /// <summary>Rows that can be written.</summary>
    internal int Count { get; }

    /// <summary>The values of a type of fixed size.</summary>
    internal Span<T> Values<T>()
        where T : unmanaged => new(_data, Count);

    /// <summary>Whether a row has been set to null.</summary>
    internal bool IsNull(int row)
    {
        ulong* validity = NativeMethods.VectorValidity(_vector);
        return validity is not null && ((validity[row >> 6] >> row) & 1) == 0;
    }

    internal void SetNull(int row)
    {
        Validity()[row >> 6] &= ~(1UL << row);
        if (Type.Id == DuckTypeId.Struct)
        {
            for (int i = 0; i < Type.Fields.Length; i++)
                Member(i).SetNull(row);
        }
    }

    /// <summary>Writes a string (UTF-8, which is not checked) or a binary.</summary>
    internal void SetBytes(int row, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= StringSlot.InlineLength)
        {
            ((StringSlot*)_data)[row] = StringSlot.Inline(bytes);
            return;
        }
        fixed (byte* first = bytes)
            NativeMethods.AssignStringUnchecked(_vector, (ulong)row, first, (ulong)bytes.Length);
    }

    /// <summary>Writes a decimal's unscaled value, which must fit its precision.</summary>
    internal void SetDecimal(int row, Int128 unscaled)
    {
        switch (Type.PhysicalBytes)
        {
            case 2:
                ((short*)_data)[row] = (short)unscaled;
                break;
            case 4:
                ((int*)_data)[row] = (int)unscaled;
                break;
            case 8:
                ((long*)_data)[row] = (long)unscaled;
                break;
            default:
                ((Int128*)_data)[row] = unscaled;
                break;
        }
    }

    /// <summary>Says where the elements of a list are among <see cref="Elements"/>.</summary>
    internal void SetList(int row, int start, int length) =>
        ((ListSlot*)_data)[row] = new ListSlot { Offset = (ulong)start, Length = (ulong)length };

    /// <summary>Makes room for the elements of all lists together and returns them (of a map: its entries, a struct of key and value).</summary>
    internal VectorWriter Elements(int count)
    {
        if (NativeMethods.ReserveList(_vector, (ulong)count) != NativeMethods.Success
            || NativeMethods.SetListSize(_vector, (ulong)count) != NativeMethods.Success)
        {
            throw new InvalidOperationException($"DuckDB refused room for {count} list elements.");
        }
        return new VectorWriter(
            NativeMethods.ListChild(_vector), Type.Id == DuckTypeId.Map ? DuckType.Struct(Type.Fields.AsSpan()) : Type.Element, count);
    }

    /// <summary>A member of a struct.</summary>
    internal VectorWriter Member(int index) => new(NativeMethods.StructChild(_vector, (ulong)index), Type.Fields[index].Type, Count);

    internal void IntersectValidity(ulong* other)
    {
        ulong* validity = Validity();
        int words = (Count + 63) / 64;
        for (int i = 0; i < words; i++)
            validity[i] &= other[i];
    }

    private ulong* Validity()
    {
        ulong* validity = NativeMethods.VectorValidity(_vector);
        if (validity is not null)
            return validity;
        NativeMethods.EnsureValidityWritable(_vector);
        return NativeMethods.VectorValidity(_vector);
    }
}
