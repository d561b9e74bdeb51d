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
    public string CurrentCatalog() => Text(new() { CurrentCatalog = new() });

    /// <summary>Makes a catalog the current one.</summary>
    public void SetCurrentCatalog(string catalogName) => Run(new() { SetCurrentCatalog = new() { CatalogName = catalogName } });

    /// <summary>The current database.</summary>
    public string CurrentDatabase() => Text(new() { CurrentDatabase = new() });

    /// <summary>Makes a database the current one.</summary>
    /// <exception cref="AnalysisException">There is no such database.</exception>
    public void SetCurrentDatabase(string dbName) => Run(new() { SetCurrentDatabase = new() { DbName = dbName } });

    /// <summary>Whether there is a database of that name.</summary>
    public bool DatabaseExists(string dbName) => Flag(new() { DatabaseExists = new() { DbName = dbName } });

    /// <summary>Whether there is a table or view of that name.</summary>
    public bool TableExists(string tableName) => Flag(new() { TableExists = new() { TableName = tableName } });

    /// <summary>Whether a database has a table or view of that name.</summary>
    public bool TableExists(string dbName, string tableName) => Flag(new() { TableExists = new() { TableName = tableName, DbName = dbName } });

    /// <summary>Whether there is a function of that name.</summary>
    public bool FunctionExists(string functionName) => Flag(new() { FunctionExists = new() { FunctionName = functionName } });

    /// <summary>Whether a database has a function of that name.</summary>
    public bool FunctionExists(string dbName, string functionName) =>
        Flag(new() { FunctionExists = new() { FunctionName = functionName, DbName = dbName } });

    /// <summary>Drops a temporary view; false when there was none.</summary>
    public bool DropTempView(string viewName) => Flag(new() { DropTempView = new() { ViewName = viewName } });

    /// <summary>Drops a global temporary view; false when there was none.</summary>
    public bool DropGlobalTempView(string viewName) => Flag(new() { DropGlobalTempView = new() { ViewName = viewName } });

    /// <summary>Whether a table's rows are kept in memory.</summary>
    public bool IsCached(string tableName) => Flag(new() { IsCached = new() { TableName = tableName } });

    /// <summary>Keeps a table's rows in memory and on disk once they are read.</summary>
    public void CacheTable(string tableName) => Run(new() { CacheTable = new() { TableName = tableName } });

    /// <summary>Keeps a table's rows once they are read.</summary>
    public void CacheTable(string tableName, StorageLevel storageLevel) =>
        Run(new() { CacheTable = new() { TableName = tableName, StorageLevel = storageLevel.ToMessage() } });

    /// <summary>Keeps a table's rows no longer.</summary>
    public void UncacheTable(string tableName) => Run(new() { UncacheTable = new() { TableName = tableName } });

    /// <summary>Keeps no rows any more.</summary>
    public void ClearCache() => Run(new() { ClearCache = new() });

    /// <summary>Forgets what is known of a table's files, so that they are looked for again.</summary>
    public void RefreshTable(string tableName) => Run(new() { RefreshTable = new() { TableName = tableName } });

    /// <summary>Forgets what is known of the files of every plan that reads below a path.</summary>
    public void RefreshByPath(string path) => Run(new() { RefreshByPath = new() { Path = path } });

    /// <summary>Finds the partitions that a table's directory has and its catalog does not know.</summary>
    public void RecoverPartitions(string tableName) => Run(new() { RecoverPartitions = new() { TableName = tableName } });

    private void Run(Proto.Catalog request) => Blocking.Wait(async () =>
    {
        await foreach (var batch in Frame(request).ToArrowAsync().ConfigureAwait(false))
            batch.Dispose();
    });

    private string Text(Proto.Catalog request) =>
        Blocking.Wait(() => Frame(request).ReadScalarAsync(static column => ((StringArray)column).GetString(0), default));

    private bool Flag(Proto.Catalog request) =>
        Blocking.Wait(() => Frame(request).ReadScalarAsync(static column => ((BooleanArray)column).GetValue(0)!.Value, default));

    private DataFrame Frame(Proto.Catalog request) => new(_session, new Proto.Relation { Common = RelationMessages.NewCommon(), Catalog = request });
}
