using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Sorts all rows by these columns, ascending with nulls first.</summary>
    public DataFrame Sort(string column, params string[] columns) => Sort(Functions.Columns(column, columns));

    /// <summary>Sorts all rows; columns without a direction ascend, nulls first.</summary>
    public DataFrame Sort(params Column[] columns) => Sort(isGlobal: true, columns);

    /// <summary>The same as <see cref="Sort(string, string[])"/>.</summary>
    public DataFrame OrderBy(string column, params string[] columns) => Sort(column, columns);

    /// <summary>The same as <see cref="Sort(Column[])"/>.</summary>
    public DataFrame OrderBy(params Column[] columns) => Sort(columns);

    /// <summary>Sorts each partition by itself, ascending with nulls first.</summary>
    public DataFrame SortWithinPartitions(string column, params string[] columns) => SortWithinPartitions(Functions.Columns(column, columns));

    /// <summary>Sorts each partition by itself; columns without a direction ascend, nulls first.</summary>
    public DataFrame SortWithinPartitions(params Column[] columns) => Sort(isGlobal: false, columns);

    private DataFrame Sort(bool isGlobal, Column[] columns)
    {
        var sort = new Proto.Sort { Input = Relation, IsGlobal = isGlobal };
        sort.Order.AddRange(columns.Select(column => ExpressionMessages.AsSortOrder(column.Expression)));
        return Over(new Proto.Relation { Common = Common, Sort = sort }, columns);
    }
}
