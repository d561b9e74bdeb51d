using SparkPipelines.Sql.Engine;

namespace SparkPipelines.Sql;

public sealed partial class DataFrame
{
    /// <summary>Keeps the rows in memory, and on disk those that do not fit, once an action has computed them; gives this DataFrame. See <see cref="Persist(Sql.StorageLevel)"/>.</summary>
    public DataFrame Cache() => Persist();

    /// <inheritdoc cref="Cache"/>
    public DataFrame Persist() => Persist(Sql.StorageLevel.MEMORY_AND_DISK);

    /// <summary>Keeps the rows once an action has computed them; gives this DataFrame.</summary>
    /// <param name="storageLevel">
    /// Where to keep them; <see cref="Sql.StorageLevel.NONE"/> does nothing. The embedded engine reports the level that was asked for and treats all alike: DuckDB has the rows
    /// in memory and spills to disk what does not fit.
    /// </param>
    /// <remarks>
    /// Lazy: the rows are read and computed by the first action that needs them, on Spark partition by partition as they are needed, on the embedded engine whole. From then on
    /// every plan that contains this one, or one that means the same, takes them from there, whatever happens to the files meanwhile, and random values stay. An action that
    /// fails or is cancelled leaves nothing. A DataFrame that is persisted already keeps its level. Rows are forgotten, and computed again when next needed, when the
    /// session writes to a path that the plan reads, with <see cref="Catalog.Catalog.RefreshByPath(string)"/> and <see cref="Catalog.Catalog.RefreshTable(string)"/>; for good with
    /// <see cref="Unpersist"/>, <see cref="Catalog.Catalog.ClearCache()"/> and, on the embedded engine, with the session. Spark's sessions share what they persist; those of the embedded engine do not.
    /// </remarks>
    /// <exception cref="AnalysisException">The plan names a column, view or path that is not there.</exception>
    public DataFrame Persist(StorageLevel storageLevel) => Blocking.Wait(() => PersistAsync(storageLevel));

    /// <inheritdoc cref="Persist(Sql.StorageLevel)"/>
    public async Task<DataFrame> PersistAsync(StorageLevel storageLevel, CancellationToken cancellationToken = default)
    {
        await SparkSession.AnalyzeAsync(
            new() { Persist = new() { Relation = Relation, StorageLevel = storageLevel.ToMessage() } }, cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>Keeps the rows no longer; gives this DataFrame. Plans over it that are persisted themselves stay so. Does nothing when they are not kept.</summary>
    /// <param name="blocking">Whether to wait until they are gone.</param>
    public DataFrame Unpersist(bool blocking = false) => Blocking.Wait(() => UnpersistAsync(blocking));

    /// <inheritdoc cref="Unpersist"/>
    public async Task<DataFrame> UnpersistAsync(bool blocking = false, CancellationToken cancellationToken = default)
    {
        await SparkSession.AnalyzeAsync(new() { Unpersist = new() { Relation = Relation, Blocking = blocking } }, cancellationToken).ConfigureAwait(false);
        return this;
    }

    /// <summary>Whether the rows are kept, or to be kept once an action computes them: by <see cref="Cache"/> or <see cref="Persist()"/> of an equal plan.</summary>
    public bool IsCached() => Blocking.Wait(() => IsCachedAsync());

    /// <inheritdoc cref="IsCached"/>
    public async Task<bool> IsCachedAsync(CancellationToken cancellationToken = default) =>
        !(await StorageLevelAsync(cancellationToken).ConfigureAwait(false)).Equals(Sql.StorageLevel.NONE);

    /// <summary>How the rows are kept; <see cref="Sql.StorageLevel.NONE"/> when they are not.</summary>
    public StorageLevel StorageLevel() => Blocking.Wait(() => StorageLevelAsync());

    /// <inheritdoc cref="StorageLevel"/>
    public async Task<StorageLevel> StorageLevelAsync(CancellationToken cancellationToken = default)
    {
        var response = await SparkSession.AnalyzeAsync(new() { GetStorageLevel = new() { Relation = Relation } }, cancellationToken).ConfigureAwait(false);
        return Sql.StorageLevel.Of(response.GetStorageLevel.StorageLevel);
    }
}
