using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Keeps the rows once an action has computed them, in memory and on disk; gives this DataFrame.</summary>
    public DataFrame Cache() => Persist();

    /// <summary>Keeps the rows once an action has computed them, in memory and on disk; gives this DataFrame.</summary>
    public DataFrame Persist() => Persist(Sql.StorageLevel.MEMORY_AND_DISK);

    /// <summary>Keeps the rows once an action has computed them; gives this DataFrame.</summary>
    public DataFrame Persist(StorageLevel storageLevel) => Blocking.Wait(() => PersistAsync(storageLevel));

    /// <inheritdoc cref="Persist(Sql.StorageLevel)"/>
    public async Task<DataFrame> PersistAsync(StorageLevel storageLevel, CancellationToken cancellationToken = default)
    {
        await SparkSession.AnalyzeAsync(
            new() { Persist = new() { Relation = Relation, StorageLevel = storageLevel.ToMessage() } }, cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>Keeps the rows no longer; gives this DataFrame.</summary>
    /// <param name="blocking">Whether to wait until they are gone.</param>
    public DataFrame Unpersist(bool blocking = false) => Blocking.Wait(() => UnpersistAsync(blocking));

    /// <inheritdoc cref="Unpersist"/>
    public async Task<DataFrame> UnpersistAsync(bool blocking = false, CancellationToken cancellationToken = default)
    {
        await SparkSession.AnalyzeAsync(new() { Unpersist = new() { Relation = Relation, Blocking = blocking } }, cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>How the rows are kept; <see cref="Sql.StorageLevel.NONE"/> when they are not.</summary>
    public StorageLevel StorageLevel() => Blocking.Wait(() => StorageLevelAsync());

    /// <inheritdoc cref="StorageLevel"/>
    public async Task<StorageLevel> StorageLevelAsync(CancellationToken cancellationToken = default)
    {
        var response = await SparkSession.AnalyzeAsync(new() { GetStorageLevel = new() { Relation = Relation } }, cancellationToken).ConfigureAwait(false);
        return Sql.StorageLevel.Of(response.GetStorageLevel.StorageLevel);
    }
}
