using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Embedded.Functions.Lowerings;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Functions that need OVER.</summary>
internal static class WindowFunctions
{
    /// <summary>The frame of ranks: all rows up to the current one.</summary>
    public static readonly WindowFrame RankFrame = new(FrameUnit.Rows, new FrameBound(FrameBoundKind.UnboundedPreceding), new FrameBound(FrameBoundKind.CurrentRow));

    public static IEnumerable<FunctionDefinition> All() =>
    [
        Ranking("row_number"),
        Ranking("rank") with { Display = (_, _) => "RANK()" },
        Ranking("dense_rank") with { Display = (_, _) => "DENSE_RANK()" },
        new() { Name = "percent_rank", Kind = FunctionKind.Window, Frame = _ => RankFrame, Display = (_, _) => "PERCENT_RANK()", Arguments = Args.None, Result = Result.Double, Nulls = Nulls.Never, Lower = Duck("percent_rank(){over}") },
        new() { Name = "cume_dist", Kind = FunctionKind.Window, Frame = _ => RankFrame with { Unit = FrameUnit.Range }, Arguments = Args.None, Result = Result.Double, Nulls = Nulls.Never, Lower = Duck("cume_dist(){over}") },
        new() { Name = "ntile", Kind = FunctionKind.Window, Frame = _ => RankFrame, Arguments = Args.Of(Input.Int), Result = Result.Int, Nulls = Nulls.Never, Lower = Duck("CAST(ntile({0}){over} AS INTEGER)") },
        Neighbour("lag", -1), Neighbour("lead", 1),
        new()
        {
            Name = "nth_value", Kind = FunctionKind.Aggregate, Display = (_, a) => $"nth_value({a[0]}, {a[1]})", Arguments = Args.From(2, Input.Any, Input.Int, Input.Boolean), Result = Result.SameAs(0), Nulls = Nulls.Always,
            Lower = (site, call, a) => $"nth_value({a[0]}, {a[1]}{(call.Modifiers.IgnoresNulls ? " IGNORE NULLS" : "")}){site.Over}",
        },
    ];

    // A neighbour is a frame of one row at a distance.
    private static FunctionDefinition Neighbour(string name, int sign) => new()
    {
        Name = name, Kind = FunctionKind.Window, Display = (_, a) => $"{name}({a[0]}, {a[1]}, {a[2]})",
        Arguments = (site, arguments) =>
        {
            Args.CheckCount(site, arguments.Count, 1, 3);
            var count = arguments.Count > 1 ? arguments[1] : Constant.Of(1);
            var standard = arguments.Count > 2 ? arguments[2] : Constant.Null(new NullType());
            if (Resolve.TypeCoercion.Tightest(site.Settings, arguments[0].Type, standard.Type) is not { } type)
                throw Errors.AnalysisErrors.TypeMismatch(site.Sql, "DATA_DIFF_TYPES", ("functionName", Resolve.Quoting.Id(name)), ("dataType", $"[{Resolve.Quoting.Type(arguments[0].Type)}, {Resolve.Quoting.Type(standard.Type)}]"));
            return [Resolve.ImplicitCasts.Cast(arguments[0], type), count, Resolve.ImplicitCasts.Cast(standard, type)];
        },
        Result = Result.SameAs(0),
        Nulls = arguments => arguments[0].IsNullable || arguments[2].IsNullable,
        Frame = call => Distance(call.Arguments[1]) is var distance ? new WindowFrame(FrameUnit.Rows, At(sign * distance), At(sign * distance)) : null!,
        Lower = (site, call, a) => $"{name}({a[0]}, {a[1]}, {a[2]}{(call.Modifiers.IgnoresNulls ? " IGNORE NULLS" : "")}){Unframed(site.Over)}",
    };

    private static FrameBound At(int distance) => distance == 0 ? new FrameBound(FrameBoundKind.CurrentRow) : new FrameBound(FrameBoundKind.Offset, Constant.Of(distance));

    private static int Distance(TypedExpression expression) => expression switch
    {
        Constant { Value: int value } => value,
        FunctionCall { Definition.Name: "negative" or "unaryminus", Arguments: [Constant { Value: int value }] } => -value,
        _ => throw Errors.Refusal.Of("expression", "distance that is no literal"),
    };

    // DuckDB wants no frame here.
    private static string Unframed(string over)
    {
        var start = over.IndexOf("ROWS BETWEEN", StringComparison.Ordinal);
        return start < 0 ? over : over[..start] + ")";
    }

    private static FunctionDefinition Ranking(string name) => new()
    {
        Name = name, Kind = FunctionKind.Window, Frame = _ => RankFrame, Arguments = Args.None, Result = Result.Int, Nulls = Nulls.Never, Lower = Duck($"CAST({name}(){{over}} AS INTEGER)"),
    };
}
