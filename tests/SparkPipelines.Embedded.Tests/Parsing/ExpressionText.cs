using System.Globalization;
using Spark.Connect;
using SparkPipelines.Sql.Plans;
using FrameBoundary = Spark.Connect.Expression.Types.Window.Types.WindowFrame.Types.FrameBoundary;
using Literal = Spark.Connect.Expression.Types.Literal;
using SortOrder = Spark.Connect.Expression.Types.SortOrder;

namespace SparkPipelines.Embedded.Parsing;

/// <summary>An expression message as one line of text that tells it whole: every call in prefix form, literals with their type.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => expression.ExprTypeCase switch
    {
        Expression.ExprTypeOneofCase.Literal => Of(expression.Literal),
        Expression.ExprTypeOneofCase.UnresolvedAttribute => expression.UnresolvedAttribute.UnparsedIdentifier,
        Expression.ExprTypeOneofCase.UnresolvedStar => expression.UnresolvedStar.HasUnparsedTarget ? expression.UnresolvedStar.UnparsedTarget : "*",
        Expression.ExprTypeOneofCase.UnresolvedFunction => Of(expression.UnresolvedFunction),
        Expression.ExprTypeOneofCase.UnresolvedExtractValue =>
            $"{Of(expression.UnresolvedExtractValue.Child)}[{Of(expression.UnresolvedExtractValue.Extraction)}]",
        Expression.ExprTypeOneofCase.Alias => $"({Of(expression.Alias.Expr)} AS {string.Join(", ", expression.Alias.Name)})",
        Expression.ExprTypeOneofCase.Cast =>
            $"{(expression.Cast.EvalMode == Expression.Types.Cast.Types.EvalMode.Try ? "try_cast" : "cast")}({Of(expression.Cast.Expr)} AS {expression.Cast.Type.ToDataType().Sql})",
        Expression.ExprTypeOneofCase.LambdaFunction =>
            $"lambda({string.Join(", ", expression.LambdaFunction.Arguments.Select(argument => string.Join('.', argument.NameParts)))} -> {Of(expression.LambdaFunction.Function)})",
        Expression.ExprTypeOneofCase.UnresolvedNamedLambdaVariable => $"@{string.Join('.', expression.UnresolvedNamedLambdaVariable.NameParts)}",
        Expression.ExprTypeOneofCase.NamedArgumentExpression => $"{expression.NamedArgumentExpression.Key} => {Of(expression.NamedArgumentExpression.Value)}",
        Expression.ExprTypeOneofCase.SortOrder => Of(expression.SortOrder),
        Expression.ExprTypeOneofCase.Window => Of(expression.Window),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ExprTypeCase, "The parser makes no such message."),
    };

    private static string Of(Expression.Types.UnresolvedFunction function) =>
        $"{(function.IsInternal ? "!" : "")}{function.FunctionName}({(function.IsDistinct ? "DISTINCT " : "")}{string.Join(", ", function.Arguments.Select(Of))})";

    private static string Of(SortOrder order) =>
        $"{Of(order.Child)} {(order.Direction == SortOrder.Types.SortDirection.Ascending ? "ASC" : "DESC")}"
        + $" NULLS {(order.NullOrdering == SortOrder.Types.NullOrdering.SortNullsFirst ? "FIRST" : "LAST")}";

    private static string Of(Expression.Types.Window window)
    {
        var parts = new List<string> { Of(window.WindowFunction) };
        if (window.PartitionSpec.Count > 0)
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionSpec.Select(Of))}");
        if (window.OrderSpec.Count > 0)
            parts.Add($"ORDER BY {string.Join(", ", window.OrderSpec.Select(Of))}");
        if (window.FrameSpec is { } frame)
            parts.Add($"{frame.FrameType.ToString().ToUpperInvariant()} {Of(frame.Lower)} .. {Of(frame.Upper)}");
        return $"over({string.Join("; ", parts)})";
    }

    private static string Of(FrameBoundary boundary) => boundary.BoundaryCase switch
    {
        FrameBoundary.BoundaryOneofCase.CurrentRow => "CURRENT",
        FrameBoundary.BoundaryOneofCase.Unbounded => "UNBOUNDED",
        _ => Of(boundary.Value),
    };

    private static string Of(Literal literal) => literal.LiteralTypeCase switch
    {
        Literal.LiteralTypeOneofCase.Null => "NULL",
        Literal.LiteralTypeOneofCase.Boolean => literal.Boolean ? "true" : "false",
        Literal.LiteralTypeOneofCase.Byte => $"{literal.Byte}Y",
        Literal.LiteralTypeOneofCase.Short => $"{literal.Short}S",
        Literal.LiteralTypeOneofCase.Integer => $"{literal.Integer}",
        Literal.LiteralTypeOneofCase.Long => $"{literal.Long}L",
        Literal.LiteralTypeOneofCase.Float => $"{literal.Float.ToString("R", CultureInfo.InvariantCulture)}F",
        Literal.LiteralTypeOneofCase.Double => $"{literal.Double.ToString("R", CultureInfo.InvariantCulture)}D",
        Literal.LiteralTypeOneofCase.Decimal => $"{literal.Decimal.Value}:DECIMAL({literal.Decimal.Precision},{literal.Decimal.Scale})",
        Literal.LiteralTypeOneofCase.String => $"'{literal.String}'",
        Literal.LiteralTypeOneofCase.Binary => $"X'{Convert.ToHexStringLower(literal.Binary.Span)}'",
        Literal.LiteralTypeOneofCase.Date => $"{literal.Date}:DATE",
        Literal.LiteralTypeOneofCase.Timestamp => $"{literal.Timestamp}:TIMESTAMP",
        Literal.LiteralTypeOneofCase.TimestampNtz => $"{literal.TimestampNtz}:TIMESTAMP_NTZ",
        Literal.LiteralTypeOneofCase.Time => $"{literal.Time.Nano}:TIME({literal.Time.Precision})",
        Literal.LiteralTypeOneofCase.DayTimeInterval => $"{literal.DayTimeInterval}:{literal.DataType.ToDataType().Sql}",
        Literal.LiteralTypeOneofCase.YearMonthInterval => $"{literal.YearMonthInterval}:{literal.DataType.ToDataType().Sql}",
        _ => throw new ArgumentOutOfRangeException(nameof(literal), literal.LiteralTypeCase, "The parser makes no such literal."),
    };
}
