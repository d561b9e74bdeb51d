using System.Text;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>Typed expressions as SQL.</summary>
internal sealed class ExpressionLowering(LoweringContext context)
{
    private readonly SharedArguments _shared = new();
    private LoweringSite _site = new(context);

    public string Lower(TypedExpression expression) => StackGuard.Run(() => expression switch
    {
        ColumnReference reference => reference.Column.SqlName,
        Constant constant => ConstantLowering.Lower(constant),
        Alias alias => Lower(alias.Child),
        NamedAs named => Lower(named.Child),
        Cast cast => _shared.Lower(cast.Children, [Lower(cast.Child)], value => CastLowering.Lower(_site, value[0], cast.Child.Type, cast.Type, cast.Mode)),
        FieldAccess access => $"struct_extract_at({Lower(access.Child)}, {Quoting.Number(access.Ordinal + 1)})",
        FunctionCall call => Call(call, ""),
        Lambda lambda => $"lambda {string.Join(", ", lambda.Variables.Select(variable => variable.SqlName))}: {Lower(lambda.Body)}",
        LambdaVariable variable => variable.SqlName,
        WindowCall window => Call(window.Function, $" OVER ({WindowText(window)})"),
        _ => throw Errors.Refusal.Of("expression", expression.GetType().Name),
    });

    // DuckDB gives a sort key back without the sign of zero; the sum is another key than the column.
    public string Key(SortKey key) => $"{Lower(key.Child)}{(key.Child.Type is FloatType or DoubleType ? " + 0" : "")} {(key.IsAscending ? "ASC" : "DESC")} NULLS {(key.NullsFirst ? "FIRST" : "LAST")}";

    private string Call(FunctionCall call, string over)
    {
        context.Natives.UnionWith(call.Definition.Natives);
        if (context.NarrowDecimals && over.Length == 0 && call.Definition.Name is "sum" or "avg" or "mean" && !_site.IsNarrow)
            return Narrow(() => Call(call, over));
        var filter = call.Modifiers.Filter is { } condition ? $" FILTER (WHERE {Lower(condition)})" : "";
        var site = _site with { Over = filter + over };
        string[] arguments = [.. call.Arguments.Select(Lower)];
        // An aggregate can't stand in a lambda.
        return call.Definition.Kind == FunctionKind.Scalar
            ? _shared.Lower(call.Arguments, arguments, shared => call.Definition.Lower(site, call, shared))
            : call.Definition.Lower(site, call, arguments);
    }

    private string Narrow(Func<string> lower)
    {
        _site = _site with { IsNarrow = true };
        try
        {
            return lower();
        }
        finally
        {
            _site = _site with { IsNarrow = false };
        }
    }

    private string WindowText(WindowCall window)
    {
        var text = new StringBuilder();
        if (window.Partition.Count > 0)
            _ = text.Append("PARTITION BY ").AppendJoin(", ", window.Partition.Select(Lower)).Append(' ');
        if (window.Order.Count > 0)
            _ = text.Append("ORDER BY ").AppendJoin(", ", window.Order.Select(Key)).Append(' ');
        return text.Append(window.Frame.Unit == FrameUnit.Rows ? "ROWS" : "RANGE")
            .Append(" BETWEEN ").Append(Bound(window.Frame.Lower)).Append(" AND ").Append(Bound(window.Frame.Upper)).ToString();
    }

    private string Bound(FrameBound bound) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
        FrameBoundKind.UnboundedFollowing => "UNBOUNDED FOLLOWING",
        FrameBoundKind.CurrentRow => "CURRENT ROW",
        _ when IsNegative(bound.Offset!) => $"(-{Lower(bound.Offset!)}) PRECEDING",
        _ => $"{Lower(bound.Offset!)} FOLLOWING",
    };

    private static bool IsNegative(TypedExpression offset) => offset switch
    {
        Cast cast => IsNegative(cast.Child),
        Constant { Value: int i } => i < 0,
        Constant { Value: long l } => l < 0,
        Constant { Value: double d } => d < 0,
        _ => false,
    };
}
