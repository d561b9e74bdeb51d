using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;
using Options = Spark.Connect.SubqueryExpression.Types.TableArgOptions;
using SubqueryType = Spark.Connect.SubqueryExpression.Types.SubqueryType;

namespace SparkPipelines.Sql;

/// <summary>
/// A DataFrame as the argument of a table function that takes tables, made by <see cref="DataFrame.AsTable"/>. Immutable. Spark 4.0 and later.
/// Follows <see href="https://spark.apache.org/docs/4.2.0/sql-ref-syntax-qry-select-tvf.html">Spark 4.2's table arguments</see>.
/// </summary>
public sealed class TableArg
{
    private readonly Proto.Relation _relation;
    private readonly IReadOnlyList<Column> _partition;
    private readonly IReadOnlyList<Column> _order;
    private readonly bool _single;

    internal TableArg(Proto.Relation relation)
        : this(relation, [], [], single: false)
    {
    }

    private TableArg(Proto.Relation relation, IReadOnlyList<Column> partition, IReadOnlyList<Column> order, bool single)
    {
        _relation = relation;
        _partition = partition;
        _order = order;
        _single = single;
    }

    private bool IsPartitioned => _partition.Count > 0 || _single;

    /// <summary>The table as a function's argument.</summary>
    public static implicit operator Column(TableArg table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.ToColumn();
    }

    /// <summary>Hands the rows of each combination of these columns' values to the function together.</summary>
    /// <exception cref="InvalidOperationException">The table is partitioned already.</exception>
    public TableArg PartitionBy(params Column[] columns)
    {
        CheckNotPartitioned(nameof(PartitionBy));
        return new TableArg(_relation, [.. columns], _order, _single);
    }

    /// <inheritdoc cref="PartitionBy(Column[])"/>
    public TableArg PartitionBy(string colName, params string[] colNames) => PartitionBy(Functions.Columns(colName, colNames));

    /// <summary>Orders the rows of each partition; columns without a direction ascend, nulls first.</summary>
    /// <exception cref="InvalidOperationException">The table is not partitioned.</exception>
    public TableArg OrderBy(params Column[] columns) => IsPartitioned
        ? new TableArg(_relation, _partition, [.. _order, .. columns], _single)
        : throw new InvalidOperationException("A table argument is ordered within its partitions; call PartitionBy or WithSinglePartition before OrderBy.");

    /// <inheritdoc cref="OrderBy(Column[])"/>
    public TableArg OrderBy(string colName, params string[] colNames) => OrderBy(Functions.Columns(colName, colNames));

    /// <summary>Hands all rows to the function together.</summary>
    /// <exception cref="InvalidOperationException">The table is partitioned already.</exception>
    public TableArg WithSinglePartition()
    {
        CheckNotPartitioned(nameof(WithSinglePartition));
        return new TableArg(_relation, _partition, _order, single: true);
    }

    /// <summary>The table as a function's argument.</summary>
    public Column ToColumn()
    {
        var options = new Options();
        options.PartitionSpec.AddRange(_partition.Select(column => column.Expression));
        options.OrderSpec.AddRange(_order.Select(column => ExpressionMessages.AsSortOrder(column.Expression)));
        if (_single)
            options.WithSinglePartition = true;
        var subquery = new Proto.SubqueryExpression { PlanId = _relation.PlanId(), SubqueryType = SubqueryType.TableArg };
        if (IsPartitioned)
            subquery.TableArgOptions = options;
        return new Column(new Proto.Expression { SubqueryExpression = subquery }, [_relation, .. Column.ReferencesOf([.. _partition, .. _order])]);
    }

    private void CheckNotPartitioned(string call)
    {
        if (IsPartitioned)
            throw new InvalidOperationException($"{call} is called on a table argument that has its partitions already; call PartitionBy or WithSinglePartition once.");
    }
}
