using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Functions;
using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;
using Message = Spark.Connect.Expression;

namespace SparkPipelines.Embedded.Resolve;

/// <content>Windows.</content>
internal sealed partial class ExpressionResolver
{
    private WindowCall Window(Message.Types.Window window, NameScope scope)
    {
        if (Resolve(window.WindowFunction, scope) is not FunctionCall { Definition.Kind: FunctionKind.Aggregate or FunctionKind.Window } function)
            throw Refusal.Of("expression", "window over something that is neither an aggregate nor a window function");
        var partition = window.PartitionSpec.Select(part => Aliases.Strip(Resolve(part, scope))).ToList();
        var order = window.OrderSpec.Select(key => SortKey(key, scope)).ToList();
        if (function.Definition.Kind == FunctionKind.Window && order.Count == 0)
            throw SparkConditions.Error("WINDOW_FUNCTION_FRAME_NOT_ORDERED", ("wf_name", Quoting.Id(function.Definition.Name)), ("wf_expr", ColumnNames.Of(function)));
        return new WindowCall(function, partition, order, Frame(window.FrameSpec, function, order, scope));
    }

    private WindowFrame Frame(Message.Types.Window.Types.WindowFrame? frame, FunctionCall function, List<SortKey> order, NameScope scope)
    {
        var preceding = new FrameBound(FrameBoundKind.UnboundedPreceding);
        var current = new FrameBound(FrameBoundKind.CurrentRow);
        if (function.Definition.Frame is { } own)
            return own(function);
        if (frame is null)
        {
            return order.Count == 0
                ? new WindowFrame(FrameUnit.Rows, preceding, new FrameBound(FrameBoundKind.UnboundedFollowing))
                : new WindowFrame(FrameUnit.Range, preceding, current);
        }

        var unit = frame.FrameType == Message.Types.Window.Types.WindowFrame.Types.FrameType.Row ? FrameUnit.Rows : FrameUnit.Range;
        var (lower, upper) = (Bound(frame.Lower, isLower: true, scope), Bound(frame.Upper, isLower: false, scope));
        if (unit == FrameUnit.Range && (lower.Offset ?? upper.Offset) is not null)
            (lower, upper) = (RangeBound(lower, order), RangeBound(upper, order));
        return new WindowFrame(unit, lower, upper);
    }

    private FrameBound Bound(Message.Types.Window.Types.WindowFrame.Types.FrameBoundary bound, bool isLower, NameScope scope) => bound.BoundaryCase switch
    {
        Message.Types.Window.Types.WindowFrame.Types.FrameBoundary.BoundaryOneofCase.CurrentRow => new FrameBound(FrameBoundKind.CurrentRow),
        Message.Types.Window.Types.WindowFrame.Types.FrameBoundary.BoundaryOneofCase.Unbounded =>
            new FrameBound(isLower ? FrameBoundKind.UnboundedPreceding : FrameBoundKind.UnboundedFollowing),
        Message.Types.Window.Types.WindowFrame.Types.FrameBoundary.BoundaryOneofCase.Value => Resolve(bound.Value, scope) switch
        {
            Constant { Value: 0 or 0L } => new FrameBound(FrameBoundKind.CurrentRow),
            Constant constant => new FrameBound(FrameBoundKind.Offset, constant),
            FunctionCall { Definition.Name: "negative" or "unaryminus" or "-", Arguments: [Constant { Value: int value }] } => new FrameBound(FrameBoundKind.Offset, Constant.Of(-value), IsWrittenPreceding: true),
            var other => throw AnalysisErrors.TypeMismatch(Quoting.Expression(ColumnNames.Of(other)), "SPECIFIED_WINDOW_FRAME_WITHOUT_FOLDABLE",
                ("location", isLower ? "lower" : "upper"), ("expression", Quoting.Expression(ColumnNames.Of(other)))),
        },
        _ => throw Refusal.Of("expression", "window frame without a bound"),
    };

    // A range's distance has the type of the order's key.
    private static FrameBound RangeBound(FrameBound bound, List<SortKey> order)
    {
        if (bound.Offset is not { } offset)
            return bound;
        if (order is not [var key])
            throw Refusal.Of("expression", "range frame with a distance over other than one sort key");
        if (key.Child.Type is DateType && offset.Type is IntegralType)
            return bound with { Offset = ImplicitCasts.Cast(offset, new IntegerType()) };
        return key.Child.Type is NumericType
            ? bound with { Offset = ImplicitCasts.Cast(offset, key.Child.Type) }
            : throw Refusal.Of("expression", $"range frame with a distance over {key.Child.Type.SimpleString}");
    }
}
