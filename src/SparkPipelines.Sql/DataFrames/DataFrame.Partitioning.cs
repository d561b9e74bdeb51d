using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Spreads the rows evenly over so many partitions.</summary>
    public DataFrame Repartition(int numPartitions) =>
        Over(new Proto.Relation { Common = Common, Repartition = new() { Input = Relation, NumPartitions = numPartitions, Shuffle = true } });

    /// <summary>Spreads the rows over so many partitions by a hash of these columns.</summary>
    public DataFrame Repartition(int numPartitions, params Column[] partitionExprs) =>
        partitionExprs.Length == 0 ? Repartition(numPartitions) : RepartitionByExpression(numPartitions, partitionExprs);

    /// <summary>Spreads the rows by a hash of these columns, over as many partitions as <c>spark.sql.shuffle.partitions</c> says.</summary>
    public DataFrame Repartition(params Column[] partitionExprs) => RepartitionByExpression(null, partitionExprs);

    /// <summary>Spreads the rows over so many partitions by ranges of these columns.</summary>
    public DataFrame RepartitionByRange(int numPartitions, params Column[] partitionExprs) =>
        RepartitionByExpression(numPartitions, [.. partitionExprs.Select(Ordered)]);

    /// <summary>Spreads the rows by ranges of these columns, over as many partitions as <c>spark.sql.shuffle.partitions</c> says.</summary>
    public DataFrame RepartitionByRange(params Column[] partitionExprs) => RepartitionByExpression(null, [.. partitionExprs.Select(Ordered)]);

    /// <summary>Puts each row into the partition whose number a column gives, modulo their number. Spark 4.1 and later.</summary>
    public DataFrame RepartitionById(int numPartitions, Column partitionId) => RepartitionByExpression(
        numPartitions,
        [new Column(new Proto.Expression { DirectShufflePartitionId = new() { Child = partitionId.Expression } }, partitionId.References)]);

    /// <summary>Puts partitions together until there are at most so many, without moving rows between machines where that is possible.</summary>
    public DataFrame Coalesce(int numPartitions) =>
        Over(new Proto.Relation { Common = Common, Repartition = new() { Input = Relation, NumPartitions = numPartitions, Shuffle = false } });

    private DataFrame RepartitionByExpression(int? numPartitions, Column[] columns)
    {
        var repartition = new Proto.RepartitionByExpression { Input = Relation };
        repartition.PartitionExprs.AddRange(columns.Select(column => column.Expression));
        if (numPartitions is { } number)
            repartition.NumPartitions = number;
        return Over(new Proto.Relation { Common = Common, RepartitionByExpression = repartition }, columns);
    }

    private static Column Ordered(Column column) =>
        new(new Proto.Expression { SortOrder = ExpressionMessages.AsSortOrder(column.Expression) }, column.References);
}
