using Proto = Spark.Connect;
using JoinType = Spark.Connect.Join.Types.JoinType;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Every row with every row of the other side.</summary>
    public DataFrame Join(DataFrame right) => Join(right, JoinType.Inner, null, []);

    /// <summary>Rows with equal values in a column of that name, which the result has once. Null equals nothing.</summary>
    public DataFrame Join(DataFrame right, string usingColumn) => Join(right, [usingColumn]);

    /// <summary>
    /// Rows with equal values in the columns of these names, which the result has once. Null equals nothing.
    /// </summary>
    /// <param name="right">The other side.</param>
    /// <param name="usingColumns">Columns of both sides.</param>
    /// <param name="joinType">
    /// <c>inner</c>, <c>cross</c>, <c>outer</c> (<c>full</c>, <c>fullouter</c>), <c>left</c> (<c>leftouter</c>), <c>right</c>
    /// (<c>rightouter</c>), <c>semi</c> (<c>leftsemi</c>) or <c>anti</c> (<c>leftanti</c>); underscores and case don't matter.
    /// </param>
    /// <exception cref="ArgumentException">There is no such join type.</exception>
    public DataFrame Join(DataFrame right, IEnumerable<string> usingColumns, string joinType = "inner") =>
        Join(right, ParseJoinType(joinType), null, usingColumns);

    /// <summary>Rows for whose pair the condition is true. For the join types see <see cref="Join(DataFrame, IEnumerable{string}, string)"/>.</summary>
    /// <exception cref="ArgumentException">There is no such join type.</exception>
    public DataFrame Join(DataFrame right, Column joinExpr, string joinType = "inner") => Join(right, ParseJoinType(joinType), joinExpr, []);

    /// <summary>Every row with every row of the other side.</summary>
    public DataFrame CrossJoin(DataFrame right) => Join(right, JoinType.Cross, null, []);

    /// <summary>
    /// Every row with the rows that the other side, which may use this row's columns through <see cref="Column.Outer"/>, gives for it. Spark 4.0 and later.
    /// </summary>
    /// <exception cref="ArgumentException">The join type is none of inner, left and cross.</exception>
    public DataFrame LateralJoin(DataFrame right, Column? on = null, string joinType = "inner")
    {
        CheckSameSession(right);
        var join = new Proto.LateralJoin { Left = Relation, Right = right.Relation, JoinType = ParseJoinType(joinType) };
        if (join.JoinType is not (JoinType.Inner or JoinType.LeftOuter or JoinType.Cross))
            throw new ArgumentException($"A lateral join is inner, left or cross; '{joinType}' is not.", nameof(joinType));
        if (on is not null)
            join.JoinCondition = on.Expression;
        return Over(new Proto.Relation { Common = Common, LateralJoin = join }, on is null ? [] : [on]);
    }

    private DataFrame Join(DataFrame right, JoinType type, Column? condition, IEnumerable<string> usingColumns)
    {
        CheckSameSession(right);
        var join = new Proto.Join { Left = Relation, Right = right.Relation, JoinType = type };
        join.UsingColumns.AddRange(usingColumns);
        if (condition is not null)
            join.JoinCondition = condition.Expression;
        return Over(new Proto.Relation { Common = Common, Join = join }, condition is null ? [] : [condition]);
    }

    private static JoinType ParseJoinType(string joinType) => joinType.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "inner" => JoinType.Inner,
        "cross" => JoinType.Cross,
        "outer" or "full" or "fullouter" => JoinType.FullOuter,
        "left" or "leftouter" => JoinType.LeftOuter,
        "right" or "rightouter" => JoinType.RightOuter,
        "semi" or "leftsemi" => JoinType.LeftSemi,
        "anti" or "leftanti" => JoinType.LeftAnti,
        _ => throw new ArgumentException(
            $"There is no join type '{joinType}'; use inner, cross, outer, full, fullouter, left, leftouter, right, rightouter, semi, leftsemi, anti or leftanti.",
            nameof(joinType)),
    };
}
