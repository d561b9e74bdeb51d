using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;
using GroupType = Spark.Connect.Aggregate.Types.GroupType;

namespace SparkPipelines.Sql;

/// <summary>Rows in groups, to be aggregated; made by <see cref="DataFrame.GroupBy(Column[])"/> and its like.</summary>
public sealed class RelationalGroupedDataset
{
    private readonly DataFrame _input;
    private readonly GroupType _type;
    private readonly IReadOnlyList<Column> _grouping;
    private readonly IReadOnlyList<Column[]> _groupingSets;
    private readonly Proto.Aggregate.Types.Pivot? _pivot;

    internal RelationalGroupedDataset(
        DataFrame input,
        GroupType type,
        IReadOnlyList<Column> grouping,
        Proto.Aggregate.Types.Pivot? pivot = null,
        IReadOnlyList<Column[]>? groupingSets = null)
    {
        _input = input;
        _type = type;
        _grouping = grouping;
        _pivot = pivot;
        _groupingSets = groupingSets ?? [];
    }

    /// <summary>One row for each group: its values in the grouping columns, then these aggregates.</summary>
    public DataFrame Agg(Column expr, params Column[] exprs)
    {
        Column[] aggregates = [expr, .. exprs];
        var aggregate = new Proto.Aggregate { Input = _input.Relation, GroupType = _type };
        aggregate.GroupingExpressions.AddRange(_grouping.Select(column => column.Expression));
        aggregate.AggregateExpressions.AddRange(aggregates.Select(column => column.Expression));
        if (_pivot is not null)
            aggregate.Pivot = _pivot;
        foreach (var set in _groupingSets)
        {
            var message = new Proto.Aggregate.Types.GroupingSets();
            message.GroupingSet.AddRange(set.Select(column => column.Expression));
            aggregate.GroupingSets.Add(message);
        }

        var relation = new Proto.Relation { Common = RelationMessages.NewCommon(), Aggregate = aggregate };
        return new DataFrame(_input.SparkSession, RelationMessages.WithReferences(relation, Column.ReferencesOf([.. _grouping, .. aggregates])));
    }

    /// <summary>One row for each group, with aggregates by the name of their column and function, such as <c>("age", "max")</c>.</summary>
    /// <exception cref="ArgumentException">None is given.</exception>
    public DataFrame Agg(IEnumerable<KeyValuePair<string, string>> exprs)
    {
        Column[] aggregates = [.. exprs.Select(pair => Column.Call(pair.Value, Functions.Col(pair.Key)))];
        return aggregates is [var first, .. var rest]
            ? Agg(first, rest)
            : throw new ArgumentException("Agg needs at least one aggregate.", nameof(exprs));
    }

    /// <summary>How many rows each group has, in a column <c>count</c>.</summary>
    public DataFrame Count() => Agg(Functions.Count(Functions.Lit(1)).Alias("count"));

    /// <summary>The mean of each of these columns; of all numeric columns when none is named. Null values don't count.</summary>
    public DataFrame Mean(params string[] colNames) => OfColumns("avg", colNames);

    /// <summary>The mean of each of these columns; of all numeric columns when none is named. Null values don't count.</summary>
    public DataFrame Avg(params string[] colNames) => OfColumns("avg", colNames);

    /// <summary>The largest value of each of these columns; of all numeric columns when none is named. Null values don't count.</summary>
    public DataFrame Max(params string[] colNames) => OfColumns("max", colNames);

    /// <summary>The smallest value of each of these columns; of all numeric columns when none is named. Null values don't count.</summary>
    public DataFrame Min(params string[] colNames) => OfColumns("min", colNames);

    /// <summary>The sum of each of these columns; of all numeric columns when none is named. Null values don't count.</summary>
    public DataFrame Sum(params string[] colNames) => OfColumns("sum", colNames);

    /// <summary>Turns the values of a column into columns. Without them given Spark first runs a query that finds them.</summary>
    public RelationalGroupedDataset Pivot(string pivotColumn) => Pivot(Functions.Col(pivotColumn));

    /// <summary>Turns these values of a column into columns; rows with others are left out.</summary>
    public RelationalGroupedDataset Pivot(string pivotColumn, IEnumerable<object> values) => Pivot(Functions.Col(pivotColumn), values);

    /// <summary>Turns the values of a column into columns. Without them given Spark first runs a query that finds them.</summary>
    public RelationalGroupedDataset Pivot(Column pivotColumn) => Pivot(pivotColumn, []);

    /// <summary>Turns these values of a column into columns; rows with others are left out.</summary>
    /// <exception cref="InvalidOperationException">The rows are not grouped by <c>GroupBy</c>, or are pivoted already.</exception>
    public RelationalGroupedDataset Pivot(Column pivotColumn, IEnumerable<object> values)
    {
        if (_type != GroupType.Groupby)
            throw new InvalidOperationException($"Pivot follows GroupBy once; it can't follow {(_type == GroupType.Pivot ? "another Pivot" : _type.ToString())}.");
        var pivot = new Proto.Aggregate.Types.Pivot { Col = pivotColumn.Expression };
        pivot.Values.AddRange(values.Select(LiteralMessages.ToLiteral));
        return new RelationalGroupedDataset(_input, GroupType.Pivot, _grouping, pivot);
    }

    private DataFrame OfColumns(string function, string[] names)
    {
        if (names.Length == 0)
            names = [.. _input.NumericColumns().Except(_grouping.Select(NameOf))];
        if (names.Length == 0)
            throw new InvalidOperationException($"There is no numeric column to compute {function} of.");
        Column[] aggregates = [.. names.Select(name => Column.Call(function, Functions.Col(name)))];
        return Agg(aggregates[0], aggregates[1..]);
    }

    private static string NameOf(Column column) => column.Expression.UnresolvedAttribute?.UnparsedIdentifier ?? "";
}
