namespace SparkPipelines.Embedded.Native;

/// <summary>
/// A scalar function of ours inside DuckDB, working on vectors. Several of one name with different parameters are overloads.
/// Register them with <see cref="DuckDbDatabase.Register"/>; doing so twice is harmless, so that a query can bring just what it needs.
/// </summary>
/// <example>
/// <code>
/// VectorFunction.Map&lt;int, int, int&gt;("spark_add_months", DuckType.Date, DuckType.Int, DuckType.Date, static (date, months) => …)
/// VectorFunction.Scalar("spark_concat_ws", [DuckType.Varchar], DuckType.Varchar, static (in VectorArgs args) => …, variadic: DuckType.Varchar)
/// </code>
/// </example>
internal sealed class VectorFunction
{
    private VectorFunction(string name, DuckType[] parameters, DuckType result, VectorKernel kernel, DuckType? variadic, bool isVolatile)
    {
        Name = name;
        Parameters = parameters;
        Result = result;
        Kernel = kernel;
        Variadic = variadic;
        IsVolatile = isVolatile;
    }

    internal string Name { get; }

    internal DuckType[] Parameters { get; }

    internal DuckType Result { get; }

    internal VectorKernel Kernel { get; }

    /// <summary>The type of further arguments, or null when there may be none.</summary>
    internal DuckType? Variadic { get; }

    /// <summary>True for a function whose result differs from call to call; it is then neither folded nor shared.</summary>
    internal bool IsVolatile { get; }

    /// <summary>A function over whole vectors. It sees nulls; <see cref="VectorArgs.PropagateNulls"/> does the usual with them.</summary>
    internal static VectorFunction Scalar(
        string name, DuckType[] parameters, DuckType result, VectorKernel kernel, DuckType? variadic = null, bool isVolatile = false) =>
        new(name, parameters, result, kernel, variadic, isVolatile);

    /// <summary>A function of one value of fixed size; null gives null.</summary>
    internal static VectorFunction Map<T, TResult>(string name, DuckType parameter, DuckType result, Func<T, TResult> function)
        where T : unmanaged
        where TResult : unmanaged =>
        Scalar(name, [parameter], result, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            ReadOnlySpan<T> input = args[0].Values<T>();
            Span<TResult> output = args.Result.Values<TResult>();
            for (int row = 0; row < output.Length; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    output[row] = function(input[row]);
            }
        });

    /// <summary>A function of one value of fixed size that may itself give null; null gives null.</summary>
    internal static VectorFunction MapOrNull<T, TResult>(string name, DuckType parameter, DuckType result, Func<T, TResult?> function)
        where T : unmanaged
        where TResult : unmanaged =>
        Scalar(name, [parameter], result, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            ReadOnlySpan<T> input = args[0].Values<T>();
            for (int row = 0; row < input.Length; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    Set(args.Result, row, function(input[row]));
            }
        });

    /// <summary>A function of two values of fixed size; null gives null.</summary>
    internal static VectorFunction Map<T1, T2, TResult>(string name, DuckType first, DuckType second, DuckType result, Func<T1, T2, TResult> function)
        where T1 : unmanaged
        where T2 : unmanaged
        where TResult : unmanaged =>
        Scalar(name, [first, second], result, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            ReadOnlySpan<T1> a = args[0].Values<T1>();
            ReadOnlySpan<T2> b = args[1].Values<T2>();
            Span<TResult> output = args.Result.Values<TResult>();
            for (int row = 0; row < output.Length; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    output[row] = function(a[row], b[row]);
            }
        });

    /// <summary>A function of two values of fixed size that may itself give null; null gives null.</summary>
    internal static VectorFunction MapOrNull<T1, T2, TResult>(string name, DuckType first, DuckType second, DuckType result, Func<T1, T2, TResult?> function)
        where T1 : unmanaged
        where T2 : unmanaged
        where TResult : unmanaged =>
        Scalar(name, [first, second], result, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            ReadOnlySpan<T1> a = args[0].Values<T1>();
            ReadOnlySpan<T2> b = args[1].Values<T2>();
            for (int row = 0; row < a.Length; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    Set(args.Result, row, function(a[row], b[row]));
            }
        });

    /// <summary>A function of three values of fixed size; null gives null.</summary>
    internal static VectorFunction Map<T1, T2, T3, TResult>(
        string name, DuckType first, DuckType second, DuckType third, DuckType result, Func<T1, T2, T3, TResult> function)
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged
        where TResult : unmanaged =>
        Scalar(name, [first, second, third], result, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            ReadOnlySpan<T1> a = args[0].Values<T1>();
            ReadOnlySpan<T2> b = args[1].Values<T2>();
            ReadOnlySpan<T3> c = args[2].Values<T3>();
            Span<TResult> output = args.Result.Values<TResult>();
            for (int row = 0; row < output.Length; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    output[row] = function(a[row], b[row], c[row]);
            }
        });

    /// <summary>A function of a string's UTF-8 that may give null; null gives null.</summary>
    internal static VectorFunction FromText<TResult>(string name, DuckType result, TextFunction<TResult> function)
        where TResult : unmanaged =>
        Scalar(name, [DuckType.Varchar], result, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            VectorReader input = args[0];
            for (int row = 0; row < args.Count; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    Set(args.Result, row, function(input.Bytes(row)));
            }
        });

    /// <summary>A function of a value of fixed size that writes a string; null gives null.</summary>
    internal static VectorFunction ToText<T>(string name, DuckType parameter, Func<T, TextBuffer, bool> function)
        where T : unmanaged =>
        Scalar(name, [parameter], DuckType.Varchar, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            ReadOnlySpan<T> input = args[0].Values<T>();
            var buffer = new TextBuffer();
            for (int row = 0; row < args.Count; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    Set(args.Result, row, buffer, function(input[row], buffer));
            }
        });

    /// <summary>A function from string to string, in UTF-8; null gives null.</summary>
    internal static VectorFunction TextToText(string name, TextTransform function) =>
        Scalar(name, [DuckType.Varchar], DuckType.Varchar, (in VectorArgs args) =>
        {
            bool nulls = args.PropagateNulls();
            VectorReader input = args[0];
            var buffer = new TextBuffer();
            for (int row = 0; row < args.Count; row++)
            {
                if (!nulls || !args.Result.IsNull(row))
                    Set(args.Result, row, buffer, function(input.Bytes(row), buffer));
            }
        });

    /// <summary>Puts what a function wrote into a row, or null if it said there is nothing, and empties the buffer.</summary>
    internal static void Set(VectorWriter result, int row, TextBuffer buffer, bool hasValue)
    {
        if (hasValue)
            result.SetBytes(row, buffer.Written);
        else
            result.SetNull(row);
        buffer.Clear();
    }

    private static void Set<TResult>(VectorWriter result, int row, TResult? value)
        where TResult : unmanaged
    {
        if (value is { } present)
            result.Values<TResult>()[row] = present;
        else
            result.SetNull(row);
    }
}

/// <summary>Computes a value from UTF-8 text; null for none.</summary>
internal delegate TResult? TextFunction<TResult>(ReadOnlySpan<byte> text)
    where TResult : unmanaged;

/// <summary>Writes text made from text; false gives null.</summary>
internal delegate bool TextTransform(ReadOnlySpan<byte> text, TextBuffer result);
