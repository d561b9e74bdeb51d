using SparkPipelines.Sql.Engine;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>
    /// The rows as they are now, kept in files of the server's checkpoint directory, with a plan that begins anew. The server is started with
    /// <c>spark.checkpoint.dir</c>, which on a cluster is a folder that all its machines see. Spark 4.0 and later.
    /// </summary>
    /// <param name="eager">Whether to compute the rows at once; else the files come with the next write of them, while collecting them leaves none.</param>
    public DataFrame Checkpoint(bool eager = true) => Blocking.Wait(() => CheckpointAsync(eager));

    /// <inheritdoc cref="Checkpoint"/>
    public Task<DataFrame> CheckpointAsync(bool eager = true, CancellationToken cancellationToken = default) =>
        RunCheckpointAsync(new() { Relation = Relation, Local = false, Eager = eager }, cancellationToken);

    /// <summary>The rows as they are now, kept on the executors, with a plan that begins anew; lost with an executor. Spark 4.0 and later.</summary>
    /// <param name="eager">Whether to compute the rows at once, not with the next action.</param>
    /// <param name="storageLevel">How they are kept; in memory and on disk unless given.</param>
    public DataFrame LocalCheckpoint(bool eager = true, StorageLevel? storageLevel = null) => Blocking.Wait(() => LocalCheckpointAsync(eager, storageLevel));

    /// <inheritdoc cref="LocalCheckpoint"/>
    public Task<DataFrame> LocalCheckpointAsync(bool eager = true, StorageLevel? storageLevel = null, CancellationToken cancellationToken = default)
    {
        var command = new Proto.CheckpointCommand { Relation = Relation, Local = true, Eager = eager };
        if (storageLevel is not null)
            command.StorageLevel = storageLevel.ToMessage();
        return RunCheckpointAsync(command, cancellationToken);
    }

    private async Task<DataFrame> RunCheckpointAsync(Proto.CheckpointCommand command, CancellationToken cancellationToken)
    {
        var outcome = await SparkSession.RunAsync(new() { CheckpointCommand = command }, cancellationToken).ConfigureAwait(false);
        var result = outcome.ResultRelation?.Clone()
            ?? throw new SparkException($"{SparkSession.Engine.Description} made a checkpoint but named no relation for it.");
        result.Common = Common;
        return Over(result);
    }
}
