using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow.C;

[assembly: DisableRuntimeMarshalling]

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// DuckDB's C functions, declared as they are: handles are <see cref="nint"/>, ownership is the caller's. One file per chapter of the C API.
/// </summary>
/// <remarks>
/// The bindings package brings the native library; its own declarations wrap every handle and lack the Arrow, vector and table function
/// chapters in the form that callbacks need, so that all of them are declared here in one style.
/// </remarks>
internal static unsafe partial class NativeMethods
{
    private const string Library = "duckdb";

    internal const int Success = 0;

    // Opening and connecting.
    [LibraryImport(Library, EntryPoint = "duckdb_create_config")]
    internal static partial int CreateConfig(nint* config);

    [LibraryImport(Library, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetConfig(nint config, string name, string option);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_config")]
    internal static partial void DestroyConfig(nint* config);

    [LibraryImport(Library, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int OpenExt(string? path, nint* database, nint config, byte** error);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    internal static partial void Close(nint* database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    internal static partial int Connect(DatabaseHandle database, nint* connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    internal static partial void Disconnect(nint* connection);

    [LibraryImport(Library, EntryPoint = "duckdb_interrupt")]
    internal static partial void Interrupt(ConnectionHandle connection);

    [LibraryImport(Library, EntryPoint = "duckdb_query_progress")]
    internal static partial NativeProgress QueryProgress(ConnectionHandle connection);

    [LibraryImport(Library, EntryPoint = "duckdb_library_version")]
    internal static partial byte* LibraryVersion();

    [LibraryImport(Library, EntryPoint = "duckdb_free")]
    internal static partial void Free(void* memory);

    // Queries and results.
    [LibraryImport(Library, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Query(ConnectionHandle connection, string sql, NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_prepared")]
    internal static partial int PendingPrepared(nint statement, nint* pending);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_error")]
    internal static partial byte* PendingError(nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_execute_task")]
    internal static partial PendingState PendingExecuteTask(nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_execute_pending")]
    internal static partial int ExecutePending(nint pending, NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_pending")]
    internal static partial void DestroyPending(nint* pending);

    [LibraryImport(Library, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Prepare(ConnectionHandle connection, string sql, nint* statement);

    [LibraryImport(Library, EntryPoint = "duckdb_prepare_error")]
    internal static partial byte* PrepareError(nint statement);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_prepare")]
    internal static partial void DestroyPrepare(nint* statement);

    [LibraryImport(Library, EntryPoint = "duckdb_execute_prepared_streaming")]
    internal static partial int ExecutePreparedStreaming(nint statement, NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
    internal static partial byte* ResultError(NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial nint FetchChunk(NativeResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_column_name")]
    internal static partial byte* ColumnName(NativeResult* result, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_column_logical_type")]
    internal static partial nint ColumnLogicalType(NativeResult* result, ulong column);

    // Arrow.
    [LibraryImport(Library, EntryPoint = "duckdb_result_get_arrow_options")]
    internal static partial nint ResultArrowOptions(NativeResult* result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_arrow_options")]
    internal static partial void DestroyArrowOptions(nint* options);

    [LibraryImport(Library, EntryPoint = "duckdb_to_arrow_schema")]
    internal static partial nint ToArrowSchema(nint options, nint* types, byte** names, ulong columnCount, CArrowSchema* schema);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_to_arrow")]
    internal static partial nint DataChunkToArrow(nint options, nint chunk, CArrowArray* array);

    [LibraryImport(Library, EntryPoint = "duckdb_schema_from_arrow")]
    internal static partial nint SchemaFromArrow(ConnectionHandle connection, CArrowSchema* schema, nint* convertedSchema);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_from_arrow")]
    internal static partial nint DataChunkFromArrow(ConnectionHandle connection, CArrowArray* array, nint convertedSchema, nint* chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_arrow_converted_schema")]
    internal static partial void DestroyArrowConvertedSchema(nint* convertedSchema);

    // Error data.
    [LibraryImport(Library, EntryPoint = "duckdb_error_data_message")]
    internal static partial byte* ErrorDataMessage(nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_error_data")]
    internal static partial void DestroyErrorData(nint* error);

    /// <summary>Text that DuckDB owns, or an empty string for a null pointer.</summary>
    internal static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}

/// <summary><c>duckdb_result</c>: passed by value to the fetching function, so that its layout is part of the ABI.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    private readonly ulong _columnCount;
    private readonly ulong _rowCount;
    private readonly ulong _rowsChanged;
    private readonly nint _columns;
    private readonly nint _errorMessage;
    private readonly nint _internalData;
}

/// <summary><c>duckdb_query_progress_type</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeProgress
{
    internal double Percentage;
    internal ulong RowsProcessed;
    internal ulong TotalRows;
}

/// <summary>How far a statement is after one of its tasks.</summary>
internal enum PendingState
{
    ResultReady = 0,
    ResultNotReady = 1,
    Error = 2,

    /// <summary>All that can be done now is being done by other threads.</summary>
    NoTasksAvailable = 3,
}
