using GroupType = Spark.Connect.Aggregate.Types.GroupType;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Groups the rows by these columns' values; null is a value like others.</summary>
    public RelationalGroupedDataset GroupBy(params Column[] columns) => new(this, GroupType.Groupby, columns);

    /// <summary>Groups the rows by the values in the columns of these names; null is a value like others.</summary>
    public RelationalGroupedDataset GroupBy(string column, params string[] columns) => GroupBy(Functions.Columns(column, columns));

    /// <summary>Groups by these columns, then by all but the last, and so on to one group of all rows.</summary>
    public RelationalGroupedDataset Rollup(params Column[] columns) => new(this, GroupType.Rollup, columns);

    /// <summary>Groups by these columns, then by all but the last, and so on to one group of all rows.</summary>
    public RelationalGroupedDataset Rollup(string column, params string[] columns) => Rollup(Functions.Columns(column, columns));

    /// <summary>Groups by every selection of these columns.</summary>
    public RelationalGroupedDataset Cube(params Column[] columns) => new(this, GroupType.Cube, columns);

    /// <summary>Groups by every selection of these columns.</summary>
    public RelationalGroupedDataset Cube(string column, params string[] columns) => Cube(Functions.Columns(column, columns));

    /// <summary>Groups by each of these sets of columns. Spark 4.0 and later.</summary>
    /// <param name="groupingSets">The sets; an empty one is a group of all rows.</param>
    /// <param name="columns">The columns that the result has, in this order.</param>
    public RelationalGroupedDataset GroupingSets(IEnumerable<IEnumerable<Column>> groupingSets, params Column[] columns) =>
        new(this, GroupType.GroupingSets, columns, groupingSets: [.. groupingSets.Select(set => set.ToArray())]);

    /// <summary>Aggregates all rows into one.</summary>
    public DataFrame Agg(Column expr, params Column[] exprs) => GroupBy().Agg(expr, exprs);
}
