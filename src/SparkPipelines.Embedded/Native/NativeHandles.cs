using System.Runtime.InteropServices;

namespace SparkPipelines.Embedded.Native;

/// <summary>An open database. Connections keep the database alive, so that the order of disposal does not matter.</summary>
internal sealed unsafe class DatabaseHandle : SafeHandle
{
    internal DatabaseHandle(nint database)
        : base(0, ownsHandle: true) => SetHandle(database);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        nint database = handle;
        NativeMethods.Close(&database);
        return true;
    }
}

/// <summary>A connection: one query at a time.</summary>
internal sealed unsafe class ConnectionHandle : SafeHandle
{
    internal ConnectionHandle(nint connection)
        : base(0, ownsHandle: true) => SetHandle(connection);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        nint connection = handle;
        NativeMethods.Disconnect(&connection);
        return true;
    }
}

/// <summary>A result and the native block that holds its header.</summary>
internal sealed unsafe class ResultHandle : SafeHandle
{
    internal ResultHandle()
        : base(0, ownsHandle: true) => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));

    public override bool IsInvalid => handle == 0;

    internal NativeResult* Pointer => (NativeResult*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyResult((NativeResult*)handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
