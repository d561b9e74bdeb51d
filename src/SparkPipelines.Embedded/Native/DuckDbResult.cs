using Apache.Arrow;
using Apache.Arrow.C;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// The rows of a running statement as Arrow batches. DuckDB makes vectors of 2048 rows; several are put together to one batch.
/// </summary>
/// <remarks>
/// A batch belongs to the caller, who disposes it; it stays valid when the result, the connection and the database are gone. A batch of a single
/// vector is DuckDB's own memory, imported without a copy; a larger one is one copy of its vectors.
/// </remarks>
internal sealed unsafe class DuckDbResult : IDisposable
{
    /// <summary>Rows of a batch, at most one vector more.</summary>
    internal const int DefaultBatchRows = 64 * 1024;

    /// <summary>A batch ends early once its buffers reach this size.</summary>
    internal const long MaxBatchBytes = 64L << 20;

    private readonly DuckDbConnection _connection;
    private readonly ResultHandle _handle;
    private nint _arrowOptions;
    private bool _finished;

    internal DuckDbResult(DuckDbConnection connection, ResultHandle handle, Schema? schema)
    {
        _connection = connection;
        _handle = handle;
        int count = checked((int)NativeMethods.ColumnCount(handle.Pointer));
        var types = new DuckType[count];
        for (int i = 0; i < count; i++)
            types[i] = DuckType.Take(NativeMethods.ColumnLogicalType(handle.Pointer, (ulong)i));
        Types = types;
        _arrowOptions = NativeMethods.ResultArrowOptions(handle.Pointer);
        Schema = schema is null ? ReadSchema() : CheckedSchema(schema);
    }

    /// <summary>The Arrow schema of the batches.</summary>
    internal Schema Schema { get; }

    /// <summary>DuckDB's types of the columns.</summary>
    internal IReadOnlyList<DuckType> Types { get; }

    /// <summary>The next batch, or null after the last row. Blocks while DuckDB works.</summary>
    /// <exception cref="DuckDbException">The query failed; an interrupt has <see cref="DuckDbException.IsInterrupt"/>.</exception>
    internal RecordBatch? Next(int batchRows = DefaultBatchRows)
    {
        List<RecordBatch> parts = [];
        try
        {
            int rows = 0;
            long bytes = 0;
            while (rows < batchRows && bytes < MaxBatchBytes && FetchVector() is { } part)
            {
                parts.Add(part);
                rows += part.Length;
                bytes += Bytes(part);
            }
            RecordBatch? batch = BatchJoiner.Join(Schema, parts);
            if (parts.Count == 1)
                parts.Clear(); // the batch is that part
            return batch;
        }
        finally
        {
            foreach (RecordBatch part in parts)
                part.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_arrowOptions != 0)
        {
            nint options = _arrowOptions;
            NativeMethods.DestroyArrowOptions(&options);
            _arrowOptions = 0;
        }
        _handle.Dispose();
    }

    private RecordBatch? FetchVector()
    {
        if (_finished)
            return null;
        nint chunk = NativeMethods.FetchChunk(*_handle.Pointer);
        if (chunk == 0)
        {
            _finished = true;
            byte* error = NativeMethods.ResultError(_handle.Pointer);
            return error is null || *error == 0 ? null : throw _connection.Error(error);
        }
        CArrowArray array = default;
        try
        {
            ThrowIfError(NativeMethods.DataChunkToArrow(_arrowOptions, chunk, &array));
            return CArrowArrayImporter.ImportRecordBatch(&array, Schema);
        }
        finally
        {
            NativeMethods.DestroyDataChunk(&chunk);
        }
    }

    private Schema ReadSchema()
    {
        int count = Types.Count;
        var natives = new nint[count];
        var names = new nint[count];
        CArrowSchema schema = default;
        try
        {
            for (int i = 0; i < count; i++)
            {
                natives[i] = Types[i].CreateNative();
                names[i] = (nint)NativeMethods.ColumnName(_handle.Pointer, (ulong)i);
            }
            fixed (nint* firstType = natives)
            fixed (nint* firstName = names)
                ThrowIfError(NativeMethods.ToArrowSchema(_arrowOptions, firstType, (byte**)firstName, (ulong)count, &schema));
            return CArrowSchemaImporter.ImportSchema(&schema);
        }
        finally
        {
            foreach (nint native in natives)
                DuckType.Destroy(native);
        }
    }

    private Schema CheckedSchema(Schema schema)
    {
        if (schema.FieldsList.Count != Types.Count)
            throw new InvalidOperationException($"The query gives {Types.Count} columns where {schema.FieldsList.Count} are expected.");
        for (int i = 0; i < Types.Count; i++)
        {
            Field field = schema.FieldsList[i];
            if (!StorageTypes.HasLayoutOf(field.DataType, Types[i]))
                throw new InvalidOperationException($"Column {i} '{field.Name}' comes as {Types[i]}, which is not how {field.DataType.Name} is stored.");
        }
        return schema;
    }

    private static long Bytes(RecordBatch batch)
    {
        long bytes = 0;
        foreach (IArrowArray array in batch.Arrays)
            bytes += Bytes(array.Data);
        return bytes;
    }

    private static long Bytes(ArrayData data)
    {
        long bytes = 0;
        foreach (ArrowBuffer buffer in data.Buffers)
            bytes += buffer.Length;
        foreach (ArrayData child in data.Children ?? [])
            bytes += Bytes(child);
        return bytes;
    }

    private static void ThrowIfError(nint error)
    {
        if (error == 0)
            return;
        string message = NativeMethods.Text(NativeMethods.ErrorDataMessage(error));
        NativeMethods.DestroyErrorData(&error);
        throw DuckDbException.Parse(message);
    }
}
