using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>The rows for which the condition is true; rows where it is null are left out.</summary>
    public DataFrame Filter(Column condition) =>
        Over(new Proto.Relation { Common = Common, Filter = new() { Input = Relation, Condition = condition.Expression } }, condition);

    /// <summary>The rows for which a condition in SQL is true; rows where it is null are left out.</summary>
    public DataFrame Filter(string conditionExpr) => Filter(Functions.Expr(conditionExpr));

    /// <summary>The same as <see cref="Filter(Column)"/>.</summary>
    public DataFrame Where(Column condition) => Filter(condition);

    /// <summary>The same as <see cref="Filter(string)"/>.</summary>
    public DataFrame Where(string conditionExpr) => Filter(conditionExpr);

    /// <summary>At most so many rows, the first ones where there is an order.</summary>
    public DataFrame Limit(int n) => Over(new Proto.Relation { Common = Common, Limit = new() { Input = Relation, Limit_ = n } });

    /// <summary>All rows but so many first ones.</summary>
    public DataFrame Offset(int n) => Over(new Proto.Relation { Common = Common, Offset = new() { Input = Relation, Offset_ = n } });

    /// <summary>Each different row once.</summary>
    public DataFrame Distinct() => Over(new Proto.Relation { Common = Common, Deduplicate = new() { Input = Relation, AllColumnsAsKeys = true } });

    /// <summary>Each different row once; the same as <see cref="Distinct"/>.</summary>
    public DataFrame DropDuplicates() => Distinct();

    /// <summary>For each different group of values in these columns one row; which one is not defined.</summary>
    public DataFrame DropDuplicates(string col, params string[] cols) => Deduplicate(withinWatermark: null, col, cols);

    /// <summary>As <see cref="DropDuplicates(string, string[])"/>, for streams: keys are remembered as long as the watermark says.</summary>
    public DataFrame DropDuplicatesWithinWatermark(string col, params string[] cols) => Deduplicate(withinWatermark: true, col, cols);

    private DataFrame Deduplicate(bool? withinWatermark, string col, string[] cols)
    {
        var deduplicate = new Proto.Deduplicate { Input = Relation, ColumnNames = { col } };
        deduplicate.ColumnNames.AddRange(cols);
        if (withinWatermark is { } within)
            deduplicate.WithinWatermark = within;
        return Over(new Proto.Relation { Common = Common, Deduplicate = deduplicate });
    }
}
