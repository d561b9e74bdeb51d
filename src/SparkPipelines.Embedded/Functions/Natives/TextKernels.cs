using System.Text;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Functions;

/// <summary>C# functions over .NET strings; null in any argument gives null, and so does a function that returns it.</summary>
internal static class TextKernels
{
    public static VectorFunction Of(string name, Func<string, string?> function) => VectorFunction.Scalar(name, [DuckType.Varchar], DuckType.Varchar, (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var a = args[0];
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                Set(args.Result, row, function(Text(a, row)));
        }
    });

    public static VectorFunction Of(string name, Func<string, string, string?> function) => VectorFunction.Scalar(name, [DuckType.Varchar, DuckType.Varchar], DuckType.Varchar, (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var a = args[0];
        var b = args[1];
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                Set(args.Result, row, function(Text(a, row), Text(b, row)));
        }
    });

    public static VectorFunction Of(string name, Func<string, string, string, string?> function) =>
        VectorFunction.Scalar(name, [DuckType.Varchar, DuckType.Varchar, DuckType.Varchar], DuckType.Varchar, (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var a = args[0];
            var b = args[1];
            var c = args[2];
            for (var row = 0; row < args.Count; row++)
            {
                if (!args.Result.IsNull(row))
                    Set(args.Result, row, function(Text(a, row), Text(b, row), Text(c, row)));
            }
        });

    public static VectorFunction Of(string name, Func<string, int, string?> function) => VectorFunction.Scalar(name, [DuckType.Varchar, DuckType.Int], DuckType.Varchar, (in VectorArgs args) =>
    {
        _ = args.PropagateNulls();
        var a = args[0];
        var b = args[1].Values<int>();
        for (var row = 0; row < args.Count; row++)
        {
            if (!args.Result.IsNull(row))
                Set(args.Result, row, function(Text(a, row), b[row]));
        }
    });

    public static VectorFunction Of(string name, Func<string, string, int, string?> function) =>
        VectorFunction.Scalar(name, [DuckType.Varchar, DuckType.Varchar, DuckType.Int], DuckType.Varchar, (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var a = args[0];
            var b = args[1];
            var c = args[2].Values<int>();
            for (var row = 0; row < args.Count; row++)
            {
                if (!args.Result.IsNull(row))
                    Set(args.Result, row, function(Text(a, row), Text(b, row), c[row]));
            }
        });

    public static VectorFunction Of<T>(string name, DuckType result, Func<string, string, T?> function)
        where T : unmanaged => VectorFunction.Scalar(name, [DuckType.Varchar, DuckType.Varchar], result, (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var a = args[0];
            var b = args[1];
            for (var row = 0; row < args.Count; row++)
            {
                if (args.Result.IsNull(row))
                    continue;
                if (function(Text(a, row), Text(b, row)) is { } value)
                    args.Result.Values<T>()[row] = value;
                else
                    args.Result.SetNull(row);
            }
        });

    /// <summary>A value of fixed size and a text to a text.</summary>
    public static VectorFunction Format<T>(string name, DuckType value, Func<T, string, string?> function)
        where T : unmanaged => VectorFunction.Scalar(name, [value, DuckType.Varchar], DuckType.Varchar, (in VectorArgs args) =>
        {
            _ = args.PropagateNulls();
            var a = args[0].Values<T>();
            var b = args[1];
            for (var row = 0; row < args.Count; row++)
            {
                if (!args.Result.IsNull(row))
                    Set(args.Result, row, function(a[row], Text(b, row)));
            }
        });

    public static string Text(VectorReader reader, int row) => Encoding.UTF8.GetString(reader.Bytes(row));

    public static void Set(VectorWriter result, int row, string? value)
    {
        if (value is null)
            result.SetNull(row);
        else
            result.SetBytes(row, Encoding.UTF8.GetBytes(value));
    }
}
