using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow.C;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// The table function behind <see cref="RelationTable"/>. It hands DuckDB slices of 2048 rows of pinned Arrow buffers; DuckDB's own conversion
/// makes vectors of them, which for most types point into the buffers. A column has a slice of its own, because the conversion ties the release
/// of an array to its first column only.
/// </summary>
internal static unsafe class RelationFunction
{
    internal static void Register(DuckDbConnection connection, RelationTable table)
    {
        nint function = NativeMethods.CreateTableFunction();
        nint parameter = DuckType.BigInt.CreateNative();
        try
        {
            NativeMethods.TableFunctionSetName(function, RelationTable.FunctionName);
            NativeMethods.TableFunctionAddParameter(function, parameter);
            NativeMethods.TableFunctionSetExtraInfo(function, Keep(table), &FreeOnly);
            NativeMethods.TableFunctionSetBind(function, &Bind);
            NativeMethods.TableFunctionSetInit(function, &Init);
            NativeMethods.TableFunctionSetLocalInit(function, &LocalInit);
            NativeMethods.TableFunctionSetFunction(function, &Fill);
            NativeMethods.TableFunctionSupportsProjection(function, true);
            if (NativeMethods.RegisterTableFunction(connection.Handle, function) != NativeMethods.Success)
                throw new DuckDbException("Catalog", $"DuckDB refused the table function '{RelationTable.FunctionName}'.");
        }
        finally
        {
            DuckType.Destroy(parameter);
            NativeMethods.DestroyTableFunction(&function);
        }
    }

    private static nint Keep(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    private static T Target<T>(nint handle)
        where T : class => (T)GCHandle.FromIntPtr(handle).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FreeHandle(nint pointer)
    {
        GCHandle handle = GCHandle.FromIntPtr(pointer);
        (handle.Target as IDisposable)?.Dispose();
        handle.Free();
    }

    // Extra info outlives the database object; only its handle goes.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FreeOnly(nint pointer) => GCHandle.FromIntPtr(pointer).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        RelationTable table = Target<RelationTable>(NativeMethods.BindGetExtraInfo(info));
        try
        {
            nint value = NativeMethods.BindGetParameter(info, 0);
            Relation relation = table.Find(NativeMethods.GetInt64(value));
            NativeMethods.DestroyValue(&value);
            for (int i = 0; i < relation.Columns.Length; i++)
            {
                nint type = relation.Columns[i].Type.CreateNative();
                NativeMethods.BindAddResultColumn(info, string.Create(CultureInfo.InvariantCulture, $"c{i}"), type);
                DuckType.Destroy(type);
            }
            if (relation.Source.RowCount is { } rows)
                NativeMethods.BindSetCardinality(info, (ulong)rows, true);
            NativeMethods.BindSetBindData(info, Keep(new BindData(table, relation)), &FreeOnly);
        }
        catch (Exception exception)
        {
            NativeMethods.BindSetError(info, table.CallbackErrors.Keep(exception));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info)
    {
        BindData bind = Target<BindData>(NativeMethods.InitGetBindData(info));
        try
        {
            // A query that only counts rows asks for a pseudo column past the last one; nothing fills it.
            int count = checked((int)NativeMethods.InitGetColumnCount(info));
            var wanted = new List<int>(count);
            var outputs = new List<int>(count);
            for (int i = 0; i < count; i++)
            {
                ulong index = NativeMethods.InitGetColumnIndex(info, (ulong)i);
                if (index >= (ulong)bind.Relation.Columns.Length)
                    continue;
                wanted.Add((int)index);
                outputs.Add(i);
            }
            NativeMethods.InitSetMaxThreads(info, (ulong)bind.Relation.Source.MaxThreads);
            var state = new ScanState(bind.Relation.Source.Scan(wanted), wanted, outputs);
            NativeMethods.InitSetInitData(info, Keep(state), &FreeHandle);
        }
        catch (Exception exception)
        {
            NativeMethods.InitSetError(info, bind.Table.CallbackErrors.Keep(exception));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LocalInit(nint info) => NativeMethods.InitSetInitData(info, Keep(new ThreadState()), &FreeHandle);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint output)
    {
        BindData bind = Target<BindData>(NativeMethods.FunctionGetBindData(info));
        try
        {
            ScanState scan = Target<ScanState>(NativeMethods.FunctionGetInitData(info));
            ThreadState thread = Target<ThreadState>(NativeMethods.FunctionGetLocalInitData(info));
            if (!thread.Advance(scan.Scan))
            {
                NativeMethods.SetChunkSize(output, 0);
                return;
            }
            int rows = Math.Min((int)NativeMethods.VectorSize(), thread.Batch!.Rows - thread.Position);
            for (int i = 0; i < scan.Wanted.Count; i++)
            {
                NativeArrowArray slice = thread.Batch.Slice(scan.Scan.ColumnOf(i), thread.Position, rows);
                nint vector = NativeMethods.ChunkVector(output, (ulong)scan.Outputs[i]);
                Reference(bind.Table, bind.Relation.Columns[scan.Wanted[i]].ConvertedSchema, &slice, vector);
            }
            NativeMethods.SetChunkSize(output, (ulong)rows);
            thread.Position += rows;
        }
        catch (Exception exception)
        {
            NativeMethods.FunctionSetError(info, bind.Table.CallbackErrors.Keep(exception));
        }
    }

    private static void Reference(RelationTable table, nint convertedSchema, NativeArrowArray* slice, nint vector)
    {
        nint chunk;
        nint error = NativeMethods.DataChunkFromArrow(table.Connection, (CArrowArray*)slice, convertedSchema, &chunk);
        if (error != 0)
        {
            if (slice->Release is not null)
                slice->Release(slice);
            string message = NativeMethods.Text(NativeMethods.ErrorDataMessage(error));
            NativeMethods.DestroyErrorData(&error);
            throw DuckDbException.Parse(message);
        }
        NativeMethods.ReferenceVector(vector, NativeMethods.ChunkVector(chunk, 0));
        NativeMethods.DestroyDataChunk(&chunk);
    }

    private sealed record BindData(RelationTable Table, Relation Relation);

    private sealed record ScanState(BatchScan Scan, List<int> Wanted, List<int> Outputs) : IDisposable
    {
        public void Dispose() => Scan.Dispose();
    }

    /// <summary>The batch that one of DuckDB's threads is in.</summary>
    private sealed class ThreadState : IDisposable
    {
        internal ExportedBatch? Batch { get; private set; }

        internal int Position { get; set; }

        internal bool Advance(BatchScan scan)
        {
            while (Batch is null || Position >= Batch.Rows)
            {
                Batch?.Release();
                Position = 0;
                Batch = scan.Next();
                if (Batch is null)
                    return false;
            }
            return true;
        }

        public void Dispose() => Batch?.Release();
    }
}
