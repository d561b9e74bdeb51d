using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Catalog;

public sealed partial class Catalog
{
    /// <summary>A database.</summary>
    /// <exception cref="AnalysisException">There is no such database.</exception>
    public Database GetDatabase(string dbName) => Blocking.Wait(() => GetDatabaseAsync(dbName));

    /// <inheritdoc cref="GetDatabase(string)"/>
    public Task<Database> GetDatabaseAsync(string dbName, CancellationToken cancellationToken = default) =>
        SingleAsync<Database>(new() { GetDatabase = new() { DbName = dbName } }, cancellationToken);

    /// <summary>A table or view.</summary>
    /// <exception cref="AnalysisException">There is no such table.</exception>
    public Table GetTable(string tableName) => Blocking.Wait(() => GetTableAsync(tableName));

    /// <inheritdoc cref="GetTable(string)"/>
    public Task<Table> GetTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        SingleAsync<Table>(new() { GetTable = new() { TableName = tableName } }, cancellationToken);

    /// <summary>A table or view of a database.</summary>
    /// <exception cref="AnalysisException">There is no such table.</exception>
    public Table GetTable(string dbName, string tableName) => Blocking.Wait(() => GetTableAsync(dbName, tableName));

    /// <inheritdoc cref="GetTable(string, string)"/>
    public Task<Table> GetTableAsync(string dbName, string tableName, CancellationToken cancellationToken = default) =>
        SingleAsync<Table>(new() { GetTable = new() { TableName = tableName, DbName = dbName } }, cancellationToken);

    /// <summary>A function.</summary>
    /// <exception cref="AnalysisException">There is no such function.</exception>
    public Function GetFunction(string functionName) => Blocking.Wait(() => GetFunctionAsync(functionName));

    /// <inheritdoc cref="GetFunction(string)"/>
    public Task<Function> GetFunctionAsync(string functionName, CancellationToken cancellationToken = default) =>
        SingleAsync<Function>(new() { GetFunction = new() { FunctionName = functionName } }, cancellationToken);

    /// <summary>A function of a database.</summary>
    /// <exception cref="AnalysisException">There is no such function.</exception>
    public Function GetFunction(string dbName, string functionName) => Blocking.Wait(() => GetFunctionAsync(dbName, functionName));

    /// <inheritdoc cref="GetFunction(string, string)"/>
    public Task<Function> GetFunctionAsync(string dbName, string functionName, CancellationToken cancellationToken = default) =>
        SingleAsync<Function>(new() { GetFunction = new() { FunctionName = functionName, DbName = dbName } }, cancellationToken);

    /// <summary>Makes a table of the files at a path, of Spark's default format, Parquet, and gives its rows.</summary>
    public DataFrame CreateTable(string tableName, string path) => CreateTable(new() { TableName = tableName, Path = path });

    /// <summary>Makes a table of the files at a path and gives its rows.</summary>
    public DataFrame CreateTable(string tableName, string path, string source) =>
        CreateTable(new() { TableName = tableName, Path = path, Source = source });

    /// <summary>Makes a table of a source and gives its rows.</summary>
    public DataFrame CreateTable(string tableName, string source, IDictionary<string, string> options) =>
        CreateTable(new() { TableName = tableName, Source = source, Options = { options } });

    /// <summary>Makes a table of a source, with a description, and gives its rows.</summary>
    public DataFrame CreateTable(string tableName, string source, string description, IDictionary<string, string> options) =>
        CreateTable(new() { TableName = tableName, Source = source, Description = description, Options = { options } });

    /// <summary>Makes a table of a source with a schema and gives its rows.</summary>
    public DataFrame CreateTable(string tableName, string source, StructType schema, IDictionary<string, string> options) =>
        CreateTable(new() { TableName = tableName, Source = source, Schema = schema.ToProto(), Options = { options } });

    /// <summary>Makes a table of a source with a schema and a description and gives its rows.</summary>
    public DataFrame CreateTable(string tableName, string source, StructType schema, string description, IDictionary<string, string> options) =>
        CreateTable(new() { TableName = tableName, Source = source, Schema = schema.ToProto(), Description = description, Options = { options } });

    /// <summary>Makes a table of files that stay when it is dropped, and gives its rows.</summary>
    public DataFrame CreateExternalTable(string tableName, string path, string? source = null, StructType? schema = null)
    {
        var create = new Proto.CreateExternalTable { TableName = tableName, Path = path };
        if (source is not null)
            create.Source = source;
        if (schema is not null)
            create.Schema = schema.ToProto();
        return Created(new() { CreateExternalTable = create });
    }

    /// <summary>Drops a table. Spark 4.2 and later.</summary>
    /// <exception cref="AnalysisException">There is no such table, and <paramref name="ifExists"/> is false.</exception>
    public void DropTable(string tableName, bool ifExists = false, bool purge = false) => Blocking.Wait(() => DropTableAsync(tableName, ifExists, purge));

    /// <inheritdoc cref="DropTable(string, bool, bool)"/>
    public Task DropTableAsync(string tableName, bool ifExists = false, bool purge = false, CancellationToken cancellationToken = default) =>
        RunAsync(new() { DropTable = new() { TableName = tableName, IfExists = ifExists, Purge = purge } }, cancellationToken);

    /// <summary>Drops a view. Spark 4.2 and later.</summary>
    /// <exception cref="AnalysisException">There is no such view, and <paramref name="ifExists"/> is false.</exception>
    public void DropView(string viewName, bool ifExists = false) => Blocking.Wait(() => DropViewAsync(viewName, ifExists));

    /// <inheritdoc cref="DropView(string, bool)"/>
    public Task DropViewAsync(string viewName, bool ifExists = false, CancellationToken cancellationToken = default) =>
        RunAsync(new() { DropView = new() { ViewName = viewName, IfExists = ifExists } }, cancellationToken);

    /// <summary>Makes a database. Spark 4.2 and later.</summary>
    /// <exception cref="AnalysisException">There is one of that name, and <paramref name="ifNotExists"/> is false.</exception>
    public void CreateDatabase(string dbName, bool ifNotExists = false, IDictionary<string, string>? properties = null) =>
        Blocking.Wait(() => CreateDatabaseAsync(dbName, ifNotExists, properties));

    /// <inheritdoc cref="CreateDatabase"/>
    public Task CreateDatabaseAsync(
        string dbName, bool ifNotExists = false, IDictionary<string, string>? properties = null, CancellationToken cancellationToken = default)
    {
        var create = new Proto.CreateDatabase { DbName = dbName, IfNotExists = ifNotExists };
        if (properties is not null)
            create.Properties.Add(properties);
        return RunAsync(new() { CreateDatabase = create }, cancellationToken);
    }

    /// <summary>Drops a database. Spark 4.2 and later.</summary>
    /// <param name="dbName">The database.</param>
    /// <param name="ifExists">Whether it is fine that there is none.</param>
    /// <param name="cascade">Whether its tables go too; else it must have none.</param>
    public void DropDatabase(string dbName, bool ifExists = false, bool cascade = false) => Blocking.Wait(() => DropDatabaseAsync(dbName, ifExists, cascade));

    /// <inheritdoc cref="DropDatabase(string, bool, bool)"/>
    public Task DropDatabaseAsync(string dbName, bool ifExists = false, bool cascade = false, CancellationToken cancellationToken = default) =>
        RunAsync(new() { DropDatabase = new() { DbName = dbName, IfExists = ifExists, Cascade = cascade } }, cancellationToken);

    /// <summary>Takes all rows out of a table. Spark 4.2 and later.</summary>
    public void TruncateTable(string tableName) => Blocking.Wait(() => TruncateTableAsync(tableName));

    /// <inheritdoc cref="TruncateTable(string)"/>
    public Task TruncateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        RunAsync(new() { TruncateTable = new() { TableName = tableName } }, cancellationToken);

    /// <summary>Computes a table's statistics for the optimiser. Spark 4.2 and later.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="noScan">Whether its size is enough, so that its rows are not read.</param>
    public void AnalyzeTable(string tableName, bool noScan = false) => Blocking.Wait(() => AnalyzeTableAsync(tableName, noScan));

    /// <inheritdoc cref="AnalyzeTable(string, bool)"/>
    public Task AnalyzeTableAsync(string tableName, bool noScan = false, CancellationToken cancellationToken = default) =>
        RunAsync(new() { AnalyzeTable = new() { TableName = tableName, NoScan = noScan } }, cancellationToken);

    /// <summary>The statement that would make a table. Spark 4.2 and later.</summary>
    public string GetCreateTableString(string tableName, bool asSerde = false) => Blocking.Wait(() => GetCreateTableStringAsync(tableName, asSerde));

    /// <inheritdoc cref="GetCreateTableString(string, bool)"/>
    public Task<string> GetCreateTableStringAsync(string tableName, bool asSerde = false, CancellationToken cancellationToken = default) =>
        TextAsync(new() { GetCreateTableString = new() { TableName = tableName, AsSerde = asSerde } }, cancellationToken);

    /// <summary>A table's properties. Spark 4.2 and later.</summary>
    public IReadOnlyDictionary<string, string> GetTableProperties(string tableName) => Frame(new() { GetTableProperties = new() { TableName = tableName } })
        .Collect().ToDictionary(row => row.GetAs<string>(0), row => row.GetAs<string>(1), StringComparer.Ordinal);

    private DataFrame CreateTable(Proto.CreateTable create) => Created(new() { CreateTable = create });

    /// <summary>The table is made when the plan runs, so it runs now; the frame that is given back runs no creation again.</summary>
    private DataFrame Created(Proto.Catalog request)
    {
        Blocking.Wait(() => RunAsync(request, CancellationToken.None));
        return _session.Table(request.CreateTable?.TableName ?? request.CreateExternalTable.TableName);
    }

    private async Task<T> SingleAsync<T>(Proto.Catalog request, CancellationToken cancellationToken) =>
        await Frame(request).CollectAsync<T>(cancellationToken).ConfigureAwait(false) is [var found]
        ? found
        : throw new SparkException($"The engine gave no single answer to {request.CatTypeCase}.");
}
