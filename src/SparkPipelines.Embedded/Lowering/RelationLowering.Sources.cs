using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <content>Where rows come from, and projections.</content>
internal sealed partial class RelationLowering
{
    private void Write(NumberRange range) =>
        _sql.Append("SELECT range AS ").Append(range.Output[0].SqlName).Append(" FROM range(")
            .Append(Quoting.Number(range.Start)).Append(", ").Append(Quoting.Number(range.End)).Append(", ").Append(Quoting.Number(range.Step)).Append(')');

    private void Write(Scan scan)
    {
        var opened = scan.Source.Open();
        _context.Held.Add(opened);
        var columns = scan.Output.Count == 0 ? ["0 AS none"] : scan.Output.Select((column, i) => $"c{Quoting.Number(i)} AS {column.SqlName}");
        _ = _sql.Append("SELECT ").AppendJoin(", ", columns).Append(" FROM ").Append(opened.Sql);
    }

    private void Write(Kept kept)
    {
        if (!_context.KeptTables.TryGetValue(kept.Meaning, out var table))
        {
            Write(Collapse.Projections(kept.Original));
            return;
        }

        var columns = kept.Output.Count == 0 ? ["0 AS none"] : kept.Output.Select((column, i) => $"c{Quoting.Number(i)} AS {column.SqlName}");
        _ = _sql.Append("SELECT ").AppendJoin(", ", columns).Append(" FROM ").Append(table);
    }

    private void Write(Projection projection)
    {
        _ = _sql.Append("SELECT ");
        if (projection.Columns.Count == 0)
            _ = _sql.Append("0 AS none");
        for (var i = 0; i < projection.Columns.Count; i++)
        {
            var column = projection.Columns[i];
            if (i > 0)
                _ = _sql.Append(", ");
            _ = column.IsKept ? _sql.Append(column.Column.SqlName) : _sql.Append(Value(column.Expression)).Append(" AS ").Append(column.Column.SqlName);
        }

        _ = _sql.Append(" FROM ");
        Source(projection.Input);
    }

    // What DuckDB folds to a bare null loses its type.
    private string Value(TypedExpression expression) => expression is { IsFoldable: true, IsNullable: true } and not Constant
        ? $"CAST({_expressions.Lower(expression)} AS {LoweringSite.TypeOf(expression.Type)})"
        : _expressions.Lower(expression);

    /// <summary>Each row once for every element of the generator's list.</summary>
    private void Write(Generated generated)
    {
        var (list, element) = (Temporary(), Temporary());
        var own = generated.Input.Output.Count == 0 ? "" : Names(generated.Input.Output) + ", ";
        var members = generated.GeneratedColumns.Select((column, i) => $"struct_extract_at({element}, {Quoting.Number(i + 1)}) AS {column.SqlName}");
        var rows = generated.IsOuter ? $"CASE WHEN len({list}) > 0 THEN {list} ELSE [NULL] END" : list;
        _ = _sql.Append("SELECT ").Append(own).AppendJoin(", ", members)
            .Append(" FROM (SELECT ").Append(own).Append("unnest(").Append(rows).Append(") AS ").Append(element)
            .Append(" FROM (SELECT ").Append(own).Append(_expressions.Lower(generated.Generator)).Append(" AS ").Append(list).Append(" FROM ");
        Source(generated.Input);
        _ = _sql.Append("))");
    }
}
