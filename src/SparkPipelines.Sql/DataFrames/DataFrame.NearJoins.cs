using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>
    /// For each row the row of the other side whose value is nearest, such as the last price before a trade. Both sides need a column of an
    /// ordered type that numbers can be subtracted from.
    /// </summary>
    /// <param name="right">The other side.</param>
    /// <param name="leftAsOf">This side's value.</param>
    /// <param name="rightAsOf">The other side's value.</param>
    /// <param name="usingColumns">Columns that must be equal besides.</param>
    /// <param name="joinType"><c>inner</c>, or <c>left</c> to keep rows without a near one.</param>
    /// <param name="tolerance">How far away a value may be; any distance unless given.</param>
    /// <param name="allowExactMatches">Whether an equal value is a near one.</param>
    /// <param name="direction"><c>backward</c> for values not above, <c>forward</c> for values not below, <c>nearest</c> for both.</param>
    /// <exception cref="ArgumentException">There is no such direction.</exception>
    public DataFrame AsOfJoin(
        DataFrame right,
        Column leftAsOf,
        Column rightAsOf,
        IEnumerable<string>? usingColumns = null,
        string joinType = "inner",
        Column? tolerance = null,
        bool allowExactMatches = true,
        string direction = "backward")
    {
        CheckSameSession(right);
        if (direction is not ("backward" or "forward" or "nearest"))
            throw new ArgumentException($"There is no direction '{direction}'; use backward, forward or nearest.", nameof(direction));
        var join = new Proto.AsOfJoin
        {
            Left = Relation,
            Right = right.Relation,
            LeftAsOf = leftAsOf.Expression,
            RightAsOf = rightAsOf.Expression,
            JoinType = joinType,
            AllowExactMatches = allowExactMatches,
            Direction = direction,
        };
        join.UsingColumns.AddRange(usingColumns ?? []);
        if (tolerance is not null)
            join.Tolerance = tolerance.Expression;
        return Over(new Proto.Relation { Common = Common, AsOfJoin = join }, tolerance is null ? [leftAsOf, rightAsOf] : [leftAsOf, rightAsOf, tolerance]);
    }

    /// <summary>For each row so many rows of the other side that an expression over both ranks first. Spark 4.2 and later.</summary>
    /// <param name="right">The other side.</param>
    /// <param name="rankingExpression">What ranks a pair of rows.</param>
    /// <param name="numResults">How many rows of the other side.</param>
    /// <param name="mode"><c>approx</c> or <c>exact</c>.</param>
    /// <param name="direction"><c>distance</c> for the smallest first, <c>similarity</c> for the largest.</param>
    /// <param name="joinType"><c>inner</c>, or <c>left</c> to keep rows without any.</param>
    public DataFrame NearestByJoin(
        DataFrame right, Column rankingExpression, int numResults, string mode, string direction, string joinType = "inner")
    {
        CheckSameSession(right);
        return Over(
            new Proto.Relation
            {
                Common = Common,
                NearestByJoin = new()
                {
                    Left = Relation,
                    Right = right.Relation,
                    RankingExpression = rankingExpression.Expression,
                    NumResults = numResults,
                    Mode = mode,
                    Direction = direction,
                    JoinType = joinType,
                },
            },
            rankingExpression);
    }
}
