using Apache.Arrow;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Catalog;

/// <summary>
/// Databases, tables, views and functions of a session, and its current catalog and database; made by <see cref="SparkSession.Catalog"/>.
/// Names of tables may have a catalog and a database before them. Follows
/// <see href="https://spark.apache.org/docs/4.2.0/api/python/reference/pyspark.sql/catalog.html">Spark 4.2's Catalog</see>.
/// </summary>
public sealed partial class Catalog
{
    private readonly SparkSession _session;

    internal Catalog(SparkSession session) => _session = session;

    /// <summary>The current catalog.</summary>
    public string CurrentCatalog() => Blocking.Wait(() => CurrentCatalogAsync());

    /// <inheritdoc cref="CurrentCatalog()"/>
    public Task<string> CurrentCatalogAsync(CancellationToken cancellationToken = default) =>
        TextAsync(new() { CurrentCatalog = new() }, cancellationToken);

    /// <summary>Makes a catalog the current one.</summary>
    public void SetCurrentCatalog(string catalogName) => Blocking.Wait(() => SetCurrentCatalogAsync(catalogName));

    /// <inheritdoc cref="SetCurrentCatalog(string)"/>
    public Task SetCurrentCatalogAsync(string catalogName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { SetCurrentCatalog = new() { CatalogName = catalogName } }, cancellationToken);

    /// <summary>The current database.</summary>
    public string CurrentDatabase() => Blocking.Wait(() => CurrentDatabaseAsync());

    /// <inheritdoc cref="CurrentDatabase()"/>
    public Task<string> CurrentDatabaseAsync(CancellationToken cancellationToken = default) =>
        TextAsync(new() { CurrentDatabase = new() }, cancellationToken);

    /// <summary>Makes a database the current one.</summary>
    /// <exception cref="AnalysisException">There is no such database.</exception>
    public void SetCurrentDatabase(string dbName) => Blocking.Wait(() => SetCurrentDatabaseAsync(dbName));

    /// <inheritdoc cref="SetCurrentDatabase(string)"/>
    public Task SetCurrentDatabaseAsync(string dbName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { SetCurrentDatabase = new() { DbName = dbName } }, cancellationToken);

    /// <summary>Whether there is a database of that name.</summary>
    public bool DatabaseExists(string dbName) => Blocking.Wait(() => DatabaseExistsAsync(dbName));

    /// <inheritdoc cref="DatabaseExists(string)"/>
    public Task<bool> DatabaseExistsAsync(string dbName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { DatabaseExists = new() { DbName = dbName } }, cancellationToken);

    /// <summary>Whether there is a table or view of that name.</summary>
    public bool TableExists(string tableName) => Blocking.Wait(() => TableExistsAsync(tableName));

    /// <inheritdoc cref="TableExists(string)"/>
    public Task<bool> TableExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { TableExists = new() { TableName = tableName } }, cancellationToken);

    /// <summary>Whether a database has a table or view of that name.</summary>
    public bool TableExists(string dbName, string tableName) => Blocking.Wait(() => TableExistsAsync(dbName, tableName));

    /// <inheritdoc cref="TableExists(string, string)"/>
    public Task<bool> TableExistsAsync(string dbName, string tableName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { TableExists = new() { TableName = tableName, DbName = dbName } }, cancellationToken);

    /// <summary>Whether there is a function of that name.</summary>
    public bool FunctionExists(string functionName) => Blocking.Wait(() => FunctionExistsAsync(functionName));

    /// <inheritdoc cref="FunctionExists(string)"/>
    public Task<bool> FunctionExistsAsync(string functionName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { FunctionExists = new() { FunctionName = functionName } }, cancellationToken);

    /// <summary>Whether a database has a function of that name.</summary>
    public bool FunctionExists(string dbName, string functionName) => Blocking.Wait(() => FunctionExistsAsync(dbName, functionName));

    /// <inheritdoc cref="FunctionExists(string, string)"/>
    public Task<bool> FunctionExistsAsync(string dbName, string functionName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { FunctionExists = new() { FunctionName = functionName, DbName = dbName } }, cancellationToken);

    /// <summary>Drops a temporary view; false when there was none.</summary>
    public bool DropTempView(string viewName) => Blocking.Wait(() => DropTempViewAsync(viewName));

    /// <inheritdoc cref="DropTempView(string)"/>
    public Task<bool> DropTempViewAsync(string viewName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { DropTempView = new() { ViewName = viewName } }, cancellationToken);

    /// <summary>Drops a global temporary view; false when there was none.</summary>
    public bool DropGlobalTempView(string viewName) => Blocking.Wait(() => DropGlobalTempViewAsync(viewName));

    /// <inheritdoc cref="DropGlobalTempView(string)"/>
    public Task<bool> DropGlobalTempViewAsync(string viewName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { DropGlobalTempView = new() { ViewName = viewName } }, cancellationToken);

    /// <summary>Whether a table's rows are kept in memory.</summary>
    public bool IsCached(string tableName) => Blocking.Wait(() => IsCachedAsync(tableName));

    /// <inheritdoc cref="IsCached(string)"/>
    public Task<bool> IsCachedAsync(string tableName, CancellationToken cancellationToken = default) =>
        FlagAsync(new() { IsCached = new() { TableName = tableName } }, cancellationToken);

    /// <summary>Keeps a table's rows in memory and on disk once they are read.</summary>
    public void CacheTable(string tableName) => Blocking.Wait(() => CacheTableAsync(tableName));

    /// <inheritdoc cref="CacheTable(string)"/>
    public Task CacheTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { CacheTable = new() { TableName = tableName } }, cancellationToken);

    /// <summary>Keeps a table's rows once they are read.</summary>
    public void CacheTable(string tableName, StorageLevel storageLevel) => Blocking.Wait(() => CacheTableAsync(tableName, storageLevel));

    /// <inheritdoc cref="CacheTable(string, StorageLevel)"/>
    public Task CacheTableAsync(string tableName, StorageLevel storageLevel, CancellationToken cancellationToken = default) =>
        RunAsync(new() { CacheTable = new() { TableName = tableName, StorageLevel = storageLevel.ToMessage() } }, cancellationToken);

    /// <summary>Keeps a table's rows no longer.</summary>
    public void UncacheTable(string tableName) => Blocking.Wait(() => UncacheTableAsync(tableName));

    /// <inheritdoc cref="UncacheTable(string)"/>
    public Task UncacheTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { UncacheTable = new() { TableName = tableName } }, cancellationToken);

    /// <summary>Keeps no rows any more.</summary>
    public void ClearCache() => Blocking.Wait(() => ClearCacheAsync());

    /// <inheritdoc cref="ClearCache()"/>
    public Task ClearCacheAsync(CancellationToken cancellationToken = default) =>
        RunAsync(new() { ClearCache = new() }, cancellationToken);

    /// <summary>Forgets what is known of a table's files, so that they are looked for again.</summary>
    public void RefreshTable(string tableName) => Blocking.Wait(() => RefreshTableAsync(tableName));

    /// <inheritdoc cref="RefreshTable(string)"/>
    public Task RefreshTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { RefreshTable = new() { TableName = tableName } }, cancellationToken);

    /// <summary>Forgets what is known of the files of every plan that reads below a path.</summary>
    public void RefreshByPath(string path) => Blocking.Wait(() => RefreshByPathAsync(path));

    /// <inheritdoc cref="RefreshByPath(string)"/>
    public Task RefreshByPathAsync(string path, CancellationToken cancellationToken = default) =>
        RunAsync(new() { RefreshByPath = new() { Path = path } }, cancellationToken);

    /// <summary>Finds the partitions that a table's directory has and its catalog does not know.</summary>
    public void RecoverPartitions(string tableName) => Blocking.Wait(() => RecoverPartitionsAsync(tableName));

    /// <inheritdoc cref="RecoverPartitions(string)"/>
    public Task RecoverPartitionsAsync(string tableName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { RecoverPartitions = new() { TableName = tableName } }, cancellationToken);

    private async Task RunAsync(Proto.Catalog request, CancellationToken cancellationToken)
    {
        await foreach (var batch in Frame(request).ToArrowAsync(cancellationToken).ConfigureAwait(false))
            batch.Dispose();
    }

    private Task<string> TextAsync(Proto.Catalog request, CancellationToken cancellationToken) =>
        Frame(request).ReadScalarAsync(static column => ((StringArray)column).GetString(0), cancellationToken);

    private Task<bool> FlagAsync(Proto.Catalog request, CancellationToken cancellationToken) =>
        Frame(request).ReadScalarAsync(static column => ((BooleanArray)column).GetValue(0)!.Value, cancellationToken);

    private DataFrame Frame(Proto.Catalog request) => new(_session, new Proto.Relation { Common = RelationMessages.NewCommon(), Catalog = request });
}
