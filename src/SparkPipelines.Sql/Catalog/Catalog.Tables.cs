using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Plans;
using SparkPipelines.Sql.Types;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Catalog;

public sealed partial class Catalog
{
    /// <summary>A database.</summary>
    /// <exception cref="AnalysisException">There is no such database.</exception>
    public Database GetDatabase(string dbName) => Single<Database>(new() { GetDatabase = new() { DbName = dbName } });

    /// <summary>A table or view.</summary>
    /// <exception cref="AnalysisException">There is no such table.</exception>
    public Table GetTable(string tableName) => Single<Table>(new() { GetTable = new() { TableName = tableName } });

    /// <summary>A table or view of a database.</summary>
    /// <exception cref="AnalysisException">There is no such table.</exception>
    public Table GetTable(string dbName, string tableName) => Single<Table>(new() { GetTable = new() { TableName = tableName, DbName = dbName } });

    /// <summary>A function.</summary>
    /// <exception cref="AnalysisException">There is no such function.</exception>
    public Function GetFunction(string functionName) => Single<Function>(new() { GetFunction = new() { FunctionName = functionName } });

    /// <summary>A function of a database.</summary>
    /// <exception cref="AnalysisException">There is no such function.</exception>
    public Function GetFunction(string dbName, string functionName) =>
        Single<Function>(new() { GetFunction = new() { FunctionName = functionName, DbName = dbName } });

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
    public void DropTable(string tableName, bool ifExists = false, bool purge = false) =>
        Run(new() { DropTable = new() { TableName = tableName, IfExists = ifExists, Purge = purge } });

    /// <summary>Drops a view. Spark 4.2 and later.</summary>
    /// <exception cref="AnalysisException">There is no such view, and <paramref name="ifExists"/> is false.</exception>
    public void DropView(string viewName, bool ifExists = false) => Run(new() { DropView = new() { ViewName = viewName, IfExists = ifExists } });

    /// <summary>Makes a database. Spark 4.2 and later.</summary>
    /// <exception cref="AnalysisException">There is one of that name, and <paramref name="ifNotExists"/> is false.</exception>
    public void CreateDatabase(string dbName, bool ifNotExists = false, IDictionary<string, string>? properties = null)
    {
        var create = new Proto.CreateDatabase { DbName = dbName, IfNotExists = ifNotExists };
        if (properties is not null)
            create.Properties.Add(properties);
        Run(new() { CreateDatabase = create });
    }

    /// <summary>Drops a database. Spark 4.2 and later.</summary>
    /// <param name="dbName">The database.</param>
    /// <param name="ifExists">Whether it is fine that there is none.</param>
    /// <param name="cascade">Whether its tables go too; else it must have none.</param>
    public void DropDatabase(string dbName, bool ifExists = false, bool cascade = false) =>
        Run(new() { DropDatabase = new() { DbName = dbName, IfExists = ifExists, Cascade = cascade } });

    /// <summary>Takes all rows out of a table. Spark 4.2 and later.</summary>
    public void TruncateTable(string tableName) => Run(new() { TruncateTable = new() { TableName = tableName } });

    /// <summary>Computes a table's statistics for the optimiser. Spark 4.2 and later.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="noScan">Whether its size is enough, so that its rows are not read.</param>
    public void AnalyzeTable(string tableName, bool noScan = false) => Run(new() { AnalyzeTable = new() { TableName = tableName, NoScan = noScan } });

    /// <summary>The statement that would make a table. Spark 4.2 and later.</summary>
    public string GetCreateTableString(string tableName, bool asSerde = false) =>
        Text(new() { GetCreateTableString = new() { TableName = tableName, AsSerde = asSerde } });

    /// <summary>A table's properties. Spark 4.2 and later.</summary>
    public IReadOnlyDictionary<string, string> GetTableProperties(string tableName) => Frame(new() { GetTableProperties = new() { TableName = tableName } })
        .Collect().ToDictionary(row => row.GetAs<string>(0), row => row.GetAs<string>(1), StringComparer.Ordinal);

    private DataFrame CreateTable(Proto.CreateTable create) => Created(new() { CreateTable = create });

    /// <summary>The table is made when the plan runs, so it runs now; the frame that is given back runs no creation again.</summary>
    private DataFrame Created(Proto.Catalog request)
    {
        Run(request);
        return _session.Table(request.CreateTable?.TableName ?? request.CreateExternalTable.TableName);
    }

    private T Single<T>(Proto.Catalog request) => Blocking.Wait(() => Frame(request).CollectAsync<T>()) is [var found]
        ? found
        : throw new SparkException($"The engine gave no single answer to {request.CatTypeCase}.");
}
