using System.Globalization;
using System.Text;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Lowering;

/// <summary>
/// Typed relations as one SELECT of nested SELECTs. Every column has its own name in the whole text (<see cref="PlanColumn.SqlName"/>), so that nothing
/// needs qualifying and DuckDB sees through all levels. One file per group of relations.
/// </summary>
internal sealed partial class RelationLowering
{
    private readonly LoweringContext _context;
    private readonly ExpressionLowering _expressions;
    private readonly Stages _stages;
    private readonly StringBuilder _sql = new();
    private int _lastTemporary;

    private RelationLowering(LoweringContext context)
    {
        _context = context;
        _expressions = new ExpressionLowering(context);
        _stages = new Stages(context.Ids);
    }

    /// <summary>The SQL of a plan; its result has the relation's columns in order.</summary>
    public static string Lower(TypedRelation relation, LoweringContext context)
    {
        var lowering = new RelationLowering(context);
        _ = lowering._sql.Append("SELECT ").AppendJoin(", ", ColumnList(relation.Output)).Append(" FROM ");
        lowering.Source(relation);
        return lowering._sql.ToString();
    }

    // A relation may repeat a column; the same name twice is fine in a list.
    private static IEnumerable<string> ColumnList(IReadOnlyList<PlanColumn> columns) => columns.Count == 0 ? ["0 AS none"] : columns.Select(column => column.SqlName);

    private void Source(TypedRelation relation)
    {
        _ = _sql.Append('(');
        _ = StackGuard.Run(() =>
        {
            Write(relation);
            return true;
        });
        _ = _sql.Append(')');
    }

    private void Write(TypedRelation relation)
    {
        switch (relation)
        {
            case OneRow:
                _ = _sql.Append("SELECT 0 AS none");
                break;
            case NumberRange range:
                Write(range);
                break;
            case Scan scan:
                Write(scan);
                break;
            case Kept kept:
                Write(kept);
                break;
            case Projection projection:
                Write(_stages.Of(projection));
                break;
            case Selection selection when _stages.Of(selection) is { } staged:
                Write(staged);
                break;
            case Selection selection:
                Select("*", selection.Input);
                _ = _sql.Append(" WHERE ").Append(_expressions.Lower(selection.Condition));
                break;
            case Joined joined:
                Write(joined);
                break;
            case Grouped grouped:
                Write(grouped);
                break;
            case Sorted sorted:
                Select("*", sorted.Input);
                _ = _sql.Append(" ORDER BY ").AppendJoin(", ", sorted.Keys.Select(_expressions.Key));
                break;
            case Slice slice:
                Write(slice);
                break;
            case LastRows last:
                Write(last);
                break;
            case Combined combined:
                Write(combined);
                break;
            case Distinct distinct:
                Write(distinct);
                break;
            case Generated generated:
                Write(generated);
                break;
            case Sampled sampled:
                Write(sampled);
                break;
            default:
                throw Errors.Refusal.Of("relation", relation.GetType().Name);
        }
    }

    private void Select(string list, TypedRelation input)
    {
        _ = _sql.Append("SELECT ").Append(list).Append(" FROM ");
        Source(input);
    }

    private string Temporary() => string.Create(CultureInfo.InvariantCulture, $"t{_lastTemporary++}");

    private static string Names(IReadOnlyList<PlanColumn> columns) => string.Join(", ", ColumnList(columns));
}
