using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <content>Joins, set operations and groups.</content>
internal sealed partial class RelationLowering
{
    private void Write(Joined joined)
    {
        _ = _sql.Append("SELECT * FROM ");
        Write(JoinChain.Of(joined));
    }

    private void Write(JoinChain chain)
    {
        var joined = chain.Last;
        Operand(joined.Left);
        _ = _sql.Append(joined.Kind switch
        {
            JoinKind.Inner or JoinKind.Cross when chain.Conditions.Count == 0 => " CROSS JOIN ",
            JoinKind.Inner or JoinKind.Cross => " JOIN ",
            JoinKind.LeftOuter => " LEFT JOIN ",
            JoinKind.RightOuter => " RIGHT JOIN ",
            JoinKind.FullOuter => " FULL JOIN ",
            JoinKind.LeftSemi => " SEMI JOIN ",
            _ => " ANTI JOIN ",
        });
        Operand(joined.Right);
        if (chain.Conditions.Count > 0)
            _ = _sql.Append(" ON ").AppendJoin(" AND ", chain.Conditions.Select(_expressions.Lower));
        else if (joined.Kind is not (JoinKind.Inner or JoinKind.Cross))
            _ = _sql.Append(" ON true");
    }

    private void Operand(TypedRelation relation)
    {
        if (JoinChain.TryOf(relation) is not { } chain)
        {
            Source(relation);
            return;
        }

        _ = _sql.Append('(');
        _ = StackGuard.Run(() =>
        {
            Write(chain);
            return true;
        });
        _ = _sql.Append(')');
    }

    private void Write(Combined combined)
    {
        var operation = combined.Kind switch
        {
            SetKind.Union => " UNION ",
            SetKind.Intersect => " INTERSECT ",
            _ => " EXCEPT ",
        };
        Side(combined.Left, combined.Output);
        _ = _sql.Append(operation).Append(combined.IsAll ? "ALL " : "");
        Side(combined.Right, combined.Output);
    }

    private void Side(TypedRelation side, IReadOnlyList<PlanColumn> output) =>
        Select(output.Count == 0 ? "0 AS none" : string.Join(", ", side.Output.Zip(output).Select(pair => $"{pair.First.SqlName} AS {pair.Second.SqlName}")), side);

    private void Write(Grouped grouped)
    {
        var columns = grouped.Columns.Count == 0
            ? ["0 AS none"]
            : grouped.Columns.Select(column => column.IsKept ? column.Column.SqlName : $"{_expressions.Lower(column.Expression)} AS {column.Column.SqlName}");
        _ = _sql.Append("SELECT ").AppendJoin(", ", columns).Append(" FROM ");
        // Keys are made columns first, so that everything above can name them.
        var computed = grouped.Keys.Where(key => !key.IsKept).ToList();
        if (computed.Count == 0)
        {
            Source(grouped.Input);
        }
        else
        {
            _ = _sql.Append("(SELECT *, ").AppendJoin(", ", computed.Select(key => $"{_expressions.Lower(key.Expression)} AS {key.Column.SqlName}")).Append(" FROM ");
            Source(grouped.Input);
            _ = _sql.Append(')');
        }

        if (grouped.Sets is { } sets)
            _ = _sql.Append(" GROUP BY GROUPING SETS (").AppendJoin(", ", sets.Select(set => $"({string.Join(", ", set.Select(key => grouped.Keys[key].Column.SqlName))})")).Append(')');
        else if (grouped.Keys.Count > 0)
            _ = _sql.Append(" GROUP BY ").AppendJoin(", ", grouped.Keys.Select(key => key.Column.SqlName).Distinct());
    }
}
