using System.Globalization;
using Google.Protobuf.Collections;
using Expression = Spark.Connect.Expression;

namespace SparkPipelines.Sql.Plans;

/// <summary>Expressions in SQL's words for debuggers and messages; nothing parses it.</summary>
internal static class ExpressionText
{
    public static string Of(Expression? expression) => expression?.ExprTypeCase switch
    {
        null => "",
        Expression.ExprTypeOneofCase.Literal => Literal(expression.Literal),
        Expression.ExprTypeOneofCase.UnresolvedAttribute => expression.UnresolvedAttribute.UnparsedIdentifier,
        Expression.ExprTypeOneofCase.UnresolvedStar => expression.UnresolvedStar.HasUnparsedTarget ? expression.UnresolvedStar.UnparsedTarget : "*",
        Expression.ExprTypeOneofCase.UnresolvedRegex => expression.UnresolvedRegex.ColName,
        Expression.ExprTypeOneofCase.ExpressionString => expression.ExpressionString.Expression,
        Expression.ExprTypeOneofCase.UnresolvedFunction => Function(expression.UnresolvedFunction),
        Expression.ExprTypeOneofCase.CallFunction => $"{expression.CallFunction.FunctionName}({List(expression.CallFunction.Arguments)})",
        Expression.ExprTypeOneofCase.Alias => $"{Of(expression.Alias.Expr)} AS {string.Join(", ", expression.Alias.Name)}",
        Expression.ExprTypeOneofCase.Cast => Cast(expression.Cast),
        Expression.ExprTypeOneofCase.SortOrder => SortOrder(expression.SortOrder),
        Expression.ExprTypeOneofCase.UnresolvedExtractValue => $"{Of(expression.UnresolvedExtractValue.Child)}[{Of(expression.UnresolvedExtractValue.Extraction)}]",
        Expression.ExprTypeOneofCase.LambdaFunction =>
            $"({string.Join(", ", expression.LambdaFunction.Arguments.Select(Variable))}) -> {Of(expression.LambdaFunction.Function)}",
        Expression.ExprTypeOneofCase.UnresolvedNamedLambdaVariable => Variable(expression.UnresolvedNamedLambdaVariable),
        Expression.ExprTypeOneofCase.Window => Window(expression.Window),
        Expression.ExprTypeOneofCase.UpdateFields => expression.UpdateFields.ValueExpression is { } value
            ? $"update_fields({Of(expression.UpdateFields.StructExpression)}, {expression.UpdateFields.FieldName} = {Of(value)})"
            : $"drop_field({Of(expression.UpdateFields.StructExpression)}, {expression.UpdateFields.FieldName})",
        var other => other.ToString()!,
    };

    private static string Function(Expression.Types.UnresolvedFunction call) => call switch
    {
        { FunctionName: "when" } => Case(call.Arguments),
        { FunctionName: "in", Arguments: [var value, ..] } => $"({Of(value)} IN ({List(call.Arguments.Skip(1))}))",
        { Arguments: [var left, var right], FunctionName: var name } when !char.IsLetter(name[0]) || name is "and" or "or" =>
            $"({Of(left)} {name.ToUpperInvariant()} {Of(right)})",
        { FunctionName: "not", Arguments: [var operand] } => $"(NOT {Of(operand)})",
        { FunctionName: "negative", Arguments: [var operand] } => $"(- {Of(operand)})",
        _ => $"{call.FunctionName}({(call.IsDistinct ? "DISTINCT " : "")}{List(call.Arguments)})",
    };

    private static string Case(RepeatedField<Expression> arguments)
    {
        var text = new System.Text.StringBuilder("CASE");
        for (var i = 0; i + 1 < arguments.Count; i += 2)
            text.Append(CultureInfo.InvariantCulture, $" WHEN {Of(arguments[i])} THEN {Of(arguments[i + 1])}");
        if (arguments.Count % 2 != 0)
            text.Append(CultureInfo.InvariantCulture, $" ELSE {Of(arguments[^1])}");
        return text.Append(" END").ToString();
    }

    private static string Cast(Expression.Types.Cast cast)
    {
        var type = cast.CastToTypeCase == Expression.Types.Cast.CastToTypeOneofCase.TypeStr ? cast.TypeStr : cast.Type.ToDataType().SimpleString;
        return $"{(cast.EvalMode == Expression.Types.Cast.Types.EvalMode.Try ? "TRY_CAST" : "CAST")}({Of(cast.Expr)} AS {type.ToUpperInvariant()})";
    }

    private static string SortOrder(Expression.Types.SortOrder order)
    {
        var direction = order.Direction == Expression.Types.SortOrder.Types.SortDirection.Descending ? "DESC" : "ASC";
        var nulls = order.NullOrdering == Expression.Types.SortOrder.Types.NullOrdering.SortNullsLast ? "LAST" : "FIRST";
        return $"{Of(order.Child)} {direction} NULLS {nulls}";
    }

    private static string Window(Expression.Types.Window window)
    {
        List<string> parts = [];
        if (window.PartitionSpec.Count > 0)
            parts.Add($"PARTITION BY {List(window.PartitionSpec)}");
        if (window.OrderSpec.Count > 0)
            parts.Add($"ORDER BY {string.Join(", ", window.OrderSpec.Select(SortOrder))}");
        if (window.FrameSpec is { } frame)
        {
            var kind = frame.FrameType == Expression.Types.Window.Types.WindowFrame.Types.FrameType.Row ? "ROWS" : "RANGE";
            parts.Add($"{kind} BETWEEN {Boundary(frame.Lower, "PRECEDING")} AND {Boundary(frame.Upper, "FOLLOWING")}");
        }

        return $"{Of(window.WindowFunction)} OVER ({string.Join(" ", parts)})";
    }

    private static string Boundary(Expression.Types.Window.Types.WindowFrame.Types.FrameBoundary boundary, string side) => boundary switch
    {
        { CurrentRow: true } => "CURRENT ROW",
        { Unbounded: true } => $"UNBOUNDED {side}",
        _ => $"{Of(boundary.Value)} FOLLOWING",
    };

    private static string Literal(Expression.Types.Literal literal) => literal.LiteralTypeCase switch
    {
        Expression.Types.Literal.LiteralTypeOneofCase.Null => "NULL",
        Expression.Types.Literal.LiteralTypeOneofCase.Boolean => literal.Boolean ? "true" : "false",
        Expression.Types.Literal.LiteralTypeOneofCase.Byte => Text(literal.Byte),
        Expression.Types.Literal.LiteralTypeOneofCase.Short => Text(literal.Short),
        Expression.Types.Literal.LiteralTypeOneofCase.Integer => Text(literal.Integer),
        Expression.Types.Literal.LiteralTypeOneofCase.Long => Text(literal.Long),
        Expression.Types.Literal.LiteralTypeOneofCase.Float => Text(literal.Float),
        Expression.Types.Literal.LiteralTypeOneofCase.Double => Text(literal.Double),
        Expression.Types.Literal.LiteralTypeOneofCase.Decimal => literal.Decimal.Value,
        Expression.Types.Literal.LiteralTypeOneofCase.String => $"'{literal.String}'",
        Expression.Types.Literal.LiteralTypeOneofCase.Binary => $"X'{Convert.ToHexString(literal.Binary.Span)}'",
        Expression.Types.Literal.LiteralTypeOneofCase.Date => $"DATE '{new DateOnly(1970, 1, 1).AddDays(literal.Date):O}'",
        Expression.Types.Literal.LiteralTypeOneofCase.Timestamp => $"TIMESTAMP '{Time(literal.Timestamp)}Z'",
        Expression.Types.Literal.LiteralTypeOneofCase.TimestampNtz => $"TIMESTAMP_NTZ '{Time(literal.TimestampNtz)}'",
        _ => literal.ToString(),
    };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Time(long microseconds) =>
        DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    private static string Variable(Expression.Types.UnresolvedNamedLambdaVariable variable) => string.Join('.', variable.NameParts);

    private static string List(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Of));
}
