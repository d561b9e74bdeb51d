using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;
using Frame = Spark.Connect.Expression.Types.Window.Types.WindowFrame;

namespace SparkPipelines.Sql.Expressions;

/// <summary>
/// Over which rows a function is computed for each row: a partition, an order in it, and a frame around the current row. Immutable.
/// </summary>
public sealed class WindowSpec
{
    internal static readonly WindowSpec Empty = new([], [], null);

    private readonly IReadOnlyList<Column> _partition;
    private readonly IReadOnlyList<Column> _order;
    private readonly Frame? _frame;

    private WindowSpec(IReadOnlyList<Column> partition, IReadOnlyList<Column> order, Frame? frame)
    {
        _partition = partition;
        _order = order;
        _frame = frame;
    }

    internal IReadOnlyList<Proto.Relation> References => Column.ReferencesOf([.. _partition, .. _order]);

    /// <summary>The window with this partition in place of its own.</summary>
    public WindowSpec PartitionBy(string colName, params string[] colNames) => PartitionBy(Functions.Columns(colName, colNames));

    /// <summary>The window with this partition in place of its own.</summary>
    public WindowSpec PartitionBy(params Column[] columns) => new([.. columns], _order, _frame);

    /// <summary>The window with this order in place of its own; columns without a direction ascend, nulls first.</summary>
    public WindowSpec OrderBy(string colName, params string[] colNames) => OrderBy(Functions.Columns(colName, colNames));

    /// <summary>The window with this order in place of its own; columns without a direction ascend, nulls first.</summary>
    public WindowSpec OrderBy(params Column[] columns) => new(_partition, [.. columns], _frame);

    /// <summary>The window from one row to another, counted from the current one; negative is before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is neither unbounded nor a 32-bit number.</exception>
    public WindowSpec RowsBetween(long start, long end) => new(_partition, _order, new Frame
    {
        FrameType = Frame.Types.FrameType.Row,
        Lower = Boundary(start, isRows: true, nameof(start)),
        Upper = Boundary(end, isRows: true, nameof(end)),
    });

    /// <summary>
    /// The window of rows whose order value lies within these distances of the current one. Bounds other than the unbounded ones and
    /// the current row need one order column, a number or a date.
    /// </summary>
    public WindowSpec RangeBetween(long start, long end) => new(_partition, _order, new Frame
    {
        FrameType = Frame.Types.FrameType.Range,
        Lower = Boundary(start, isRows: false, nameof(start)),
        Upper = Boundary(end, isRows: false, nameof(end)),
    });

    internal Proto.Expression.Types.Window ToMessage(Proto.Expression function)
    {
        var window = new Proto.Expression.Types.Window { WindowFunction = function };
        window.PartitionSpec.AddRange(_partition.Select(column => column.Expression));
        window.OrderSpec.AddRange(_order.Select(column => ExpressionMessages.AsSortOrder(column.Expression)));
        if (_frame is not null)
            window.FrameSpec = _frame;
        return window;
    }

    private static Frame.Types.FrameBoundary Boundary(long value, bool isRows, string name) => value switch
    {
        0 => new() { CurrentRow = true },
        long.MinValue or long.MaxValue => new() { Unbounded = true },
        >= int.MinValue and <= int.MaxValue => new() { Value = LiteralMessages.ToExpression((int)value) },
        _ when isRows => throw new ArgumentOutOfRangeException(
            name, value, $"A window's rows are counted with 32 bits; {value} is neither that nor Window.UnboundedPreceding or UnboundedFollowing."),
        _ => new() { Value = LiteralMessages.ToExpression(value) },
    };
}
