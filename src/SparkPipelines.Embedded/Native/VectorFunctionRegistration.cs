using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparkPipelines.Embedded.Native;

/// <summary>Makes <see cref="VectorFunction"/>s known to DuckDB and calls them when it does.</summary>
internal static unsafe class VectorFunctionRegistration
{
    internal static void Register(DuckDbConnection connection, IEnumerable<VectorFunction> functions)
    {
        foreach (IGrouping<string, VectorFunction> overloads in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
            Register(connection, overloads.Key, [.. overloads]);
    }

    private static void Register(DuckDbConnection connection, string name, VectorFunction[] overloads)
    {
        nint set = NativeMethods.CreateScalarFunctionSet(name);
        try
        {
            foreach (VectorFunction overload in overloads)
            {
                nint function = Create(overload, connection.Database.CallbackErrors);
                bool added = NativeMethods.AddScalarFunctionToSet(set, function) == NativeMethods.Success;
                NativeMethods.DestroyScalarFunction(&function);
                if (!added)
                    throw new DuckDbException("Catalog", $"DuckDB refused an overload of the function '{name}'.");
            }
            if (NativeMethods.RegisterScalarFunctionSet(connection.Handle, set) != NativeMethods.Success)
                throw new DuckDbException("Catalog", $"DuckDB refused the function '{name}'.");
        }
        finally
        {
            NativeMethods.DestroyScalarFunctionSet(&set);
        }
    }

    private static nint Create(VectorFunction function, CallbackErrors errors)
    {
        nint native = NativeMethods.CreateScalarFunction();
        NativeMethods.ScalarFunctionSetName(native, function.Name);
        foreach (DuckType parameter in function.Parameters)
        {
            nint type = parameter.CreateNative();
            NativeMethods.ScalarFunctionAddParameter(native, type);
            DuckType.Destroy(type);
        }
        if (function.Variadic is { } variadic)
        {
            nint type = variadic.CreateNative();
            NativeMethods.ScalarFunctionSetVarargs(native, type);
            DuckType.Destroy(type);
        }
        nint result = function.Result.CreateNative();
        NativeMethods.ScalarFunctionSetReturnType(native, result);
        DuckType.Destroy(result);

        // Our functions see nulls themselves; DuckDB would otherwise fold a call with a null constant to null.
        NativeMethods.ScalarFunctionSetSpecialHandling(native);
        if (function.IsVolatile)
            NativeMethods.ScalarFunctionSetVolatile(native);
        nint extra = GCHandle.ToIntPtr(GCHandle.Alloc(new Registered(function, errors)));
        NativeMethods.ScalarFunctionSetExtraInfo(native, extra, &Free);
        NativeMethods.ScalarFunctionSetFunction(native, &Call);
        return native;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint extra) => GCHandle.FromIntPtr(extra).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Call(nint info, nint chunk, nint output)
    {
        var registered = (Registered)GCHandle.FromIntPtr(NativeMethods.ScalarFunctionGetExtraInfo(info)).Target!;
        try
        {
            var args = new VectorArgs(registered.Function, chunk, output);
            registered.Function.Kernel(in args);
        }
        catch (Exception exception)
        {
            NativeMethods.ScalarFunctionSetError(info, registered.Errors.Keep(exception));
        }
    }

    private sealed record Registered(VectorFunction Function, CallbackErrors Errors);
}
