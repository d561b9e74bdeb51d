using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>The DataFrame that a user asked, where this one only stands for an action of it.</summary>
    private readonly DataFrame? _asked;

    private ExecutionInfo? _executionInfo;

    private DataFrame(DataFrame action, DataFrame asked)
        : this(action.SparkSession, action.Relation) => _asked = asked;

    /// <summary>
    /// What the last action or write of this DataFrame did, once it has come to its end; null before the first. Actions of DataFrames that are made
    /// of this one don't count.
    /// </summary>
    public ExecutionInfo? ExecutionInfo => Volatile.Read(ref _executionInfo);

    /// <summary>Takes note of an action or a write that has come to its end.</summary>
    internal void Executed(QueryOutcome outcome)
    {
        Volatile.Write(ref _executionInfo, new ExecutionInfo(outcome));
        _asked?.Executed(outcome);
    }

    /// <summary>Runs the plan.</summary>
    private Task<QueryResult> ExecuteAsync(CancellationToken cancellationToken) => SparkSession.ExecuteAsync(Relation.ToPlan(), Executed, cancellationToken);

    /// <summary>The plan of an action of this DataFrame.</summary>
    private DataFrame AskedFor(DataFrame action) => new(action, this);
}
