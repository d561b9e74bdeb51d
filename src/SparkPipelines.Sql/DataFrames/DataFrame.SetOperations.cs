using Proto = Spark.Connect;
using SetOpType = Spark.Connect.SetOperation.Types.SetOpType;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>The rows of both, duplicates too; columns go by their place, not their name.</summary>
    public DataFrame Union(DataFrame other) => SetOperation(other, new() { SetOpType = SetOpType.Union, IsAll = true });

    /// <summary>The same as <see cref="Union"/>.</summary>
    public DataFrame UnionAll(DataFrame other) => Union(other);

    /// <summary>The rows of both, duplicates too; columns go by their name.</summary>
    public DataFrame UnionByName(DataFrame other) => UnionByName(other, allowMissingColumns: false);

    /// <summary>The rows of both, duplicates too; columns go by their name, and one that a side lacks is null in its rows if that is allowed.</summary>
    public DataFrame UnionByName(DataFrame other, bool allowMissingColumns) =>
        SetOperation(other, new() { SetOpType = SetOpType.Union, IsAll = true, ByName = true, AllowMissingColumns = allowMissingColumns });

    /// <summary>The rows that are in both, each once; null equals null.</summary>
    public DataFrame Intersect(DataFrame other) => SetOperation(other, new() { SetOpType = SetOpType.Intersect, IsAll = false });

    /// <summary>The rows that are in both, as often as in the one that has fewer; null equals null.</summary>
    public DataFrame IntersectAll(DataFrame other) => SetOperation(other, new() { SetOpType = SetOpType.Intersect, IsAll = true });

    /// <summary>The rows that are not in the other, each once; null equals null.</summary>
    public DataFrame Except(DataFrame other) => SetOperation(other, new() { SetOpType = SetOpType.Except, IsAll = false });

    /// <summary>The rows as often as they are here more than in the other; null equals null.</summary>
    public DataFrame ExceptAll(DataFrame other) => SetOperation(other, new() { SetOpType = SetOpType.Except, IsAll = true });

    /// <summary>PySpark's name of <see cref="Except"/>.</summary>
    public DataFrame Subtract(DataFrame other) => Except(other);

    private DataFrame SetOperation(DataFrame other, Proto.SetOperation operation)
    {
        CheckSameSession(other);
        operation.LeftInput = Relation;
        operation.RightInput = other.Relation;
        return Over(new Proto.Relation { Common = Common, SetOp = operation });
    }
}
