using SparkPipelines.Embedded.Tree;
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
    ];

    private static FunctionDefinition Ranking(string name) => new()
    {
        Name = name, Kind = FunctionKind.Window, Frame = _ => RankFrame, Arguments = Args.None, Result = Result.Int, Nulls = Nulls.Never, Lower = Duck($"CAST({name}(){{over}} AS INTEGER)"),
    };
}
