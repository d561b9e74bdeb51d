namespace SparkPipelines.Embedded.Tree;

/// <summary>One key of an order.</summary>
internal sealed record SortKey(TypedExpression Child, bool IsAscending, bool NullsFirst);

/// <summary>An aggregate or window function over the rows around each row.</summary>
internal sealed class WindowCall : TypedExpression
{
    public WindowCall(FunctionCall function, IReadOnlyList<TypedExpression> partition, IReadOnlyList<SortKey> order, WindowFrame frame)
        : base(function.Type, function.IsNullable, ExpressionTraits.Window, [.. Parts(function, partition, order)])
    {
        Function = function;
        Partition = partition;
        Order = order;
        Frame = frame;
    }

    public FunctionCall Function { get; }

    public IReadOnlyList<TypedExpression> Partition { get; }

    public IReadOnlyList<SortKey> Order { get; }

    public WindowFrame Frame { get; }

    public override IReadOnlyList<TypedExpression> Children => [.. Parts(Function, Partition, Order)];

    public override TypedExpression WithChildren(IReadOnlyList<TypedExpression> children)
    {
        var arguments = Function.Children.Count;
        return new WindowCall(
            (FunctionCall)Function.WithChildren([.. children.Take(arguments)]),
            [.. children.Skip(arguments).Take(Partition.Count)],
            [.. Order.Select((key, i) => key with { Child = children[arguments + Partition.Count + i] })],
            Frame);
    }

    // The function itself is no part: over a window it is no aggregate of the relation.
    private static IEnumerable<TypedExpression> Parts(FunctionCall function, IReadOnlyList<TypedExpression> partition, IReadOnlyList<SortKey> order) =>
        [.. function.Children, .. partition, .. order.Select(key => key.Child)];
}

internal enum FrameUnit
{
    Rows,
    Range,
}

/// <summary>The rows that a window function sees around the current one.</summary>
internal sealed record WindowFrame(FrameUnit Unit, FrameBound Lower, FrameBound Upper);

internal enum FrameBoundKind
{
    UnboundedPreceding,
    CurrentRow,
    UnboundedFollowing,
    Offset,
}

/// <summary>An end of a frame; an offset counts forwards, backwards when it is negative.</summary>
internal sealed record FrameBound(FrameBoundKind Kind, TypedExpression? Offset = null, bool IsWrittenPreceding = false);
