using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

/// <summary>How far an operation is.</summary>
/// <param name="OperationId">The operation's id, which <see cref="SparkSession.InterruptOperation"/> takes.</param>
/// <param name="Stages">Its stages, the finished ones too.</param>
/// <param name="InflightTasks">How many tasks run just now.</param>
public sealed record QueryProgress(string OperationId, IReadOnlyList<QueryStageProgress> Stages, long InflightTasks)
{
    internal static QueryProgress Of(ExecutionProgress progress) => new(
        progress.OperationId,
        [.. progress.Stages.Select(stage => new QueryStageProgress(stage.StageId, stage.Tasks, stage.CompletedTasks, stage.InputBytesRead, stage.IsDone))],
        progress.InflightTasks);
}

/// <summary>How far a stage of an operation is.</summary>
/// <param name="StageId">Spark's number of the stage.</param>
/// <param name="Tasks">How many tasks it has.</param>
/// <param name="CompletedTasks">How many of them are done.</param>
/// <param name="InputBytesRead">How many bytes they have read.</param>
/// <param name="IsDone">Whether the stage is done.</param>
public sealed record QueryStageProgress(long StageId, long Tasks, long CompletedTasks, long InputBytesRead, bool IsDone);
