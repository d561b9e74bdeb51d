using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>
/// What Spark calls a column made of an expression, and how its errors write the expression: the names of columns bare, strings bare, implicit casts left out.
/// </summary>
internal static class ColumnNames
{
    /// <summary>The name of a column that is the expression: a cast of a column keeps the column's.</summary>
    public static string OfColumn(TypedExpression expression) => expression switch
    {
        Alias alias => alias.Name,
        Cast { IsExplicit: true, Child: ColumnReference column } => column.Column.Name,
        _ => Of(expression),
    };

    public static string Of(TypedExpression expression) => expression switch
    {
        ColumnReference reference => reference.Column.Name,
        Alias alias => $"{Of(alias.Child)} AS {alias.Name}",
        NamedAs named => named.Display,
        Constant constant => LiteralText.Pretty(constant),
        Cast { IsExplicit: false } cast => Of(cast.Child),
        // Spark forgets that the user wrote a cast to a nested type.
        Cast { Type: ArrayType or MapType or StructType } cast => Of(cast.Child),
        Cast cast => $"{(cast.Mode == CastMode.Try ? "TRY_CAST" : "CAST")}({Of(cast.Child)} AS {cast.Type.Sql})",
        FieldAccess access => $"{Of(access.Child)}.{access.Name}",
        FunctionCall call => StackGuard.Run(() => call.Definition.Display(call, [.. call.Arguments.Select(Of)]) + (call.Modifiers.Filter is { } filter ? $" FILTER (WHERE {Of(filter)})" : "")),
        Lambda lambda => $"lambdafunction({string.Join(", ", [Of(lambda.Body), .. lambda.Variables.Select(Of)])})",
        LambdaVariable variable => $"namedlambdavariable()",
        WindowCall window => Window(window),
        _ => throw new InvalidOperationException($"The expression {expression.GetType().Name} has no name."),
    };

    private static string Window(WindowCall window)
    {
        var parts = new List<string>();
        if (window.Partition.Count > 0)
            parts.Add($"PARTITION BY {string.Join(", ", window.Partition.Select(Of))}");
        if (window.Order.Count > 0)
            parts.Add($"ORDER BY {string.Join(", ", window.Order.Select(Key))}");
        parts.Add($"{(window.Frame.Unit == FrameUnit.Rows ? "ROWS" : "RANGE")} BETWEEN {Bound(window.Frame.Lower)} AND {Bound(window.Frame.Upper)}");
        return $"{Of(window.Function)} OVER ({string.Join(" ", parts)})";
    }

    public static string Key(SortKey key) => $"{Of(key.Child)} {(key.IsAscending ? "ASC" : "DESC")} NULLS {(key.NullsFirst ? "FIRST" : "LAST")}";

    private static string Bound(FrameBound bound) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
        FrameBoundKind.UnboundedFollowing => "UNBOUNDED FOLLOWING",
        FrameBoundKind.CurrentRow => "CURRENT ROW",
        // A number below zero is a distance forwards; only `1 PRECEDING`, written in SQL, is one backwards.
        _ when bound.IsWrittenPreceding && Of(bound.Offset!) is ['-', .. var digits] => $"{digits} PRECEDING",
        _ => $"{Of(bound.Offset!)} FOLLOWING",
    };
}
