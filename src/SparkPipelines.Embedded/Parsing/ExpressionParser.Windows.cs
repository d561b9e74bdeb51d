using Spark.Connect;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;
using WindowFrame = Spark.Connect.Expression.Types.Window.Types.WindowFrame;
using FrameBoundary = Spark.Connect.Expression.Types.Window.Types.WindowFrame.Types.FrameBoundary;
using FrameType = Spark.Connect.Expression.Types.Window.Types.WindowFrame.Types.FrameType;
using SortOrder = Spark.Connect.Expression.Types.SortOrder;

namespace SparkPipelines.Embedded.Parsing;

/// <content>OVER with its partitions, order and frame; sort orders.</content>
internal sealed partial class ExpressionParser
{
    private Expression ReadOver(Expression function)
    {
        _tokens.Take();
        if (_tokens.Current.IsName)
            throw UnknownWindow(_tokens.TakeName());
        _tokens.Take();
        if (_tokens.Current.IsName && _tokens.Peek(1).Kind == SqlTokenKind.RightParen)
            throw UnknownWindow(_tokens.TakeName());

        var window = new Expression.Types.Window { WindowFunction = function };
        if (TakeBy(SqlKeyword.Cluster))
        {
            ReadPartitions(window);
        }
        else
        {
            if (TakeBy(SqlKeyword.Partition) || TakeBy(SqlKeyword.Distribute))
                ReadPartitions(window);
            if (TakeBy(SqlKeyword.Order) || TakeBy(SqlKeyword.Sort))
                window.OrderSpec.AddRange(ReadSortOrders());
        }

        if (_tokens.Current.Keyword is SqlKeyword.Rows or SqlKeyword.Range)
            window.FrameSpec = ReadFrame();
        _tokens.Expect(SqlTokenKind.RightParen);
        return new Expression { Window = window };
    }

    private bool TakeBy(SqlKeyword keyword)
    {
        if (!_tokens.Is(keyword, SqlKeyword.By))
            return false;
        _tokens.Take();
        _tokens.Take();
        return true;
    }

    private void ReadPartitions(Expression.Types.Window window)
    {
        do
        {
            window.PartitionSpec.Add(ReadBoolean());
        }
        while (_tokens.TryTake(SqlTokenKind.Comma));
    }

    private List<SortOrder> ReadSortOrders()
    {
        var orders = new List<SortOrder>();
        do
        {
            orders.Add(ReadSortOrder());
        }
        while (_tokens.TryTake(SqlTokenKind.Comma));
        return orders;
    }

    /// <summary>Ascending unless told otherwise; nulls come first ascending and last descending.</summary>
    private SortOrder ReadSortOrder()
    {
        var child = ReadBoolean();
        var isDescending = _tokens.TryTake(SqlKeyword.Desc);
        if (!isDescending)
            _tokens.TryTake(SqlKeyword.Asc);
        var nullsFirst = !isDescending;
        if (_tokens.Is(SqlKeyword.Nulls) && _tokens.Peek(1).Keyword is SqlKeyword.First or SqlKeyword.Last)
        {
            _tokens.Take();
            nullsFirst = _tokens.Take().Keyword == SqlKeyword.First;
        }

        return new SortOrder
        {
            Child = child,
            Direction = isDescending ? SortOrder.Types.SortDirection.Descending : SortOrder.Types.SortDirection.Ascending,
            NullOrdering = nullsFirst ? SortOrder.Types.NullOrdering.SortNullsFirst : SortOrder.Types.NullOrdering.SortNullsLast,
        };
    }

    private WindowFrame ReadFrame()
    {
        var frame = new WindowFrame { FrameType = _tokens.Take().Keyword == SqlKeyword.Rows ? FrameType.Row : FrameType.Range };
        if (_tokens.TryTake(SqlKeyword.Between))
        {
            frame.Lower = ReadBound();
            _tokens.Expect(SqlKeyword.And, namesMissing: StartsOperand(_tokens.Current));
            frame.Upper = ReadBound();
        }
        else
        {
            frame.Lower = ReadBound();
            frame.Upper = new FrameBoundary { CurrentRow = true };
        }

        return frame;
    }

    /// <summary>A bound; what precedes is a negative offset. Whether an unbounded side is the lower or the upper one follows from its place.</summary>
    private FrameBoundary ReadBound()
    {
        if (_tokens.Is(SqlKeyword.Unbounded) && _tokens.Peek(1).Keyword is SqlKeyword.Preceding or SqlKeyword.Following)
        {
            _tokens.Take();
            _tokens.Take();
            return new FrameBoundary { Unbounded = true };
        }

        if (_tokens.Is(SqlKeyword.Current, SqlKeyword.Row))
        {
            _tokens.Take();
            _tokens.Take();
            return new FrameBoundary { CurrentRow = true };
        }

        var start = _tokens.Current.Start;
        var value = ReadBoolean();
        if (_tokens.Current.Keyword is not (SqlKeyword.Preceding or SqlKeyword.Following))
            throw _tokens.SyntaxError(_tokens.Current, _tokens.Is(SqlTokenKind.RightParen) ? ": missing {'FOLLOWING', 'PRECEDING'}" : "");
        var isPreceding = _tokens.Take().Keyword == SqlKeyword.Preceding;
        if (value.Literal is null)
            throw LegacyError(start, "Frame bound value must be a literal.");
        return new FrameBoundary { Value = isPreceding ? Negative(value, start) : value };
    }

    private Expression Negative(Expression value, int start)
    {
        var literal = value.Literal.Clone();
        switch (literal.LiteralTypeCase)
        {
            case Expression.Types.Literal.LiteralTypeOneofCase.Byte:
                literal.Byte = -literal.Byte;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.Short:
                literal.Short = -literal.Short;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.Integer when literal.Integer != int.MinValue:
                literal.Integer = -literal.Integer;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.Long when literal.Long != long.MinValue:
                literal.Long = -literal.Long;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.Float:
                literal.Float = -literal.Float;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.Double:
                literal.Double = -literal.Double;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.Decimal:
                literal.Decimal.Value = literal.Decimal.Value.StartsWith('-') ? literal.Decimal.Value[1..] : $"-{literal.Decimal.Value}";
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.DayTimeInterval when literal.DayTimeInterval != long.MinValue:
                literal.DayTimeInterval = -literal.DayTimeInterval;
                break;
            case Expression.Types.Literal.LiteralTypeOneofCase.YearMonthInterval when literal.YearMonthInterval != int.MinValue:
                literal.YearMonthInterval = -literal.YearMonthInterval;
                break;
            default:
                throw Unsupported("window frame bound", start);
        }

        return Messages.Of(literal);
    }

    private static SparkException UnknownWindow(string name) =>
        SparkConditions.Error("MISSING_WINDOW_SPECIFICATION", ("windowName", name), ("docroot", "https://spark.apache.org/docs/latest"));
}
