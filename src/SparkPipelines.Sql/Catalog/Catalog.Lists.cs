using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Catalog;

public sealed partial class Catalog
{
    /// <summary>The catalogs, with the columns <c>name</c> and <c>description</c>.</summary>
    /// <param name="pattern">Only names that it matches; <c>*</c> is any text, <c>|</c> parts alternatives.</param>
    public DataFrame ListCatalogs(string? pattern = null) => Frame(new() { ListCatalogs = With(new Proto.ListCatalogs(), pattern, (m, p) => m.Pattern = p) });

    /// <summary>The databases, with the columns <c>name</c>, <c>catalog</c>, <c>description</c> and <c>locationUri</c>.</summary>
    public DataFrame ListDatabases() => Frame(new() { ListDatabases = new() });

    /// <summary>The databases whose names a pattern matches; <c>*</c> is any text, <c>|</c> parts alternatives.</summary>
    public DataFrame ListDatabases(string pattern) => Frame(new() { ListDatabases = new() { Pattern = pattern } });

    /// <summary>
    /// The tables and views of the current database, temporary ones too, with the columns <c>name</c>, <c>catalog</c>, <c>namespace</c>,
    /// <c>description</c>, <c>tableType</c> and <c>isTemporary</c>.
    /// </summary>
    public DataFrame ListTables() => Frame(new() { ListTables = new() });

    /// <summary>The tables and views of a database, temporary ones too.</summary>
    /// <param name="dbName">The database.</param>
    /// <param name="pattern">Only names that it matches; <c>*</c> is any text, <c>|</c> parts alternatives.</param>
    public DataFrame ListTables(string dbName, string? pattern = null) =>
        Frame(new() { ListTables = With(new Proto.ListTables { DbName = dbName }, pattern, (m, p) => m.Pattern = p) });

    /// <summary>The views of the current database, or of another one. Spark 4.2 and later.</summary>
    public DataFrame ListViews(string? dbName = null, string? pattern = null) => Frame(new()
    {
        ListViews = With(With(new Proto.ListViews(), dbName, (m, d) => m.DbName = d), pattern, (m, p) => m.Pattern = p),
    });

    /// <summary>
    /// The functions of the current database, built-in ones too, with the columns <c>name</c>, <c>catalog</c>, <c>namespace</c>,
    /// <c>description</c>, <c>className</c> and <c>isTemporary</c>.
    /// </summary>
    public DataFrame ListFunctions() => Frame(new() { ListFunctions = new() });

    /// <summary>The functions of a database, built-in ones too.</summary>
    /// <param name="dbName">The database.</param>
    /// <param name="pattern">Only names that it matches; <c>*</c> is any text, <c>|</c> parts alternatives.</param>
    public DataFrame ListFunctions(string dbName, string? pattern = null) =>
        Frame(new() { ListFunctions = With(new Proto.ListFunctions { DbName = dbName }, pattern, (m, p) => m.Pattern = p) });

    /// <summary>
    /// The columns of a table, with the columns <c>name</c>, <c>description</c>, <c>dataType</c>, <c>nullable</c>, <c>isPartition</c>,
    /// <c>isBucket</c> and <c>isCluster</c>.
    /// </summary>
    public DataFrame ListColumns(string tableName) => Frame(new() { ListColumns = new() { TableName = tableName } });

    /// <summary>The columns of a table of a database.</summary>
    public DataFrame ListColumns(string dbName, string tableName) => Frame(new() { ListColumns = new() { TableName = tableName, DbName = dbName } });

    /// <summary>The partitions of a table, in a column <c>partition</c>. Spark 4.2 and later.</summary>
    public DataFrame ListPartitions(string tableName) => Frame(new() { ListPartitions = new() { TableName = tableName } });

    private static T With<T>(T message, string? value, Action<T, string> set)
    {
        if (value is not null)
            set(message, value);
        return message;
    }
}
