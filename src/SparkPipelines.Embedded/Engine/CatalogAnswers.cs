using SparkPipelines.Embedded.Errors;
using SparkPipelines.Embedded.Resolve;
using SparkPipelines.Sql.Types;
using Spark.Connect;
using Apache.Arrow;
using Case = Spark.Connect.Catalog.CatTypeOneofCase;

namespace SparkPipelines.Embedded.Engine;

/// <summary>The catalog: temporary views, in the one database there is. Tables are refused by name.</summary>
internal static class CatalogAnswers
{
    private const string CatalogName = "spark_catalog";
    private const string DatabaseName = "default";

    private static readonly StructType NoColumns = new();

    public static async Task<SmallTable> AnswerAsync(EmbeddedSession session, Catalog catalog, CancellationToken cancellationToken) => catalog.CatTypeCase switch
    {
        Case.CurrentDatabase => Text(DatabaseName),
        Case.CurrentCatalog => Text(CatalogName),
        Case.DatabaseExists => Boolean(string.Equals(catalog.DatabaseExists.DbName, DatabaseName, StringComparison.OrdinalIgnoreCase)),
        Case.TableExists => Boolean(session.Views.Find(Qualified(catalog.TableExists.HasDbName ? catalog.TableExists.DbName : null, catalog.TableExists.TableName)) is not null),
        Case.DropTempView => Boolean(await KeptViews.DropAsync(session, [catalog.DropTempView.ViewName], cancellationToken).ConfigureAwait(false)),
        Case.DropGlobalTempView => Boolean(await KeptViews.DropAsync(session, [TemporaryViews.GlobalDatabase, catalog.DropGlobalTempView.ViewName], cancellationToken).ConfigureAwait(false)),
        Case.ListTables => ListTables(session, catalog.ListTables.HasDbName ? catalog.ListTables.DbName : null, catalog.ListTables.HasPattern ? catalog.ListTables.Pattern : null),
        Case.IsCached => Boolean(await KeptViews.IsKeptAsync(session, catalog.IsCached.TableName, cancellationToken).ConfigureAwait(false)),
        Case.CacheTable or Case.UncacheTable or Case.ClearCache or Case.RefreshTable or Case.RefreshByPath => await DoneAsync(KeptViews.ChangeAsync(session, catalog, cancellationToken)).ConfigureAwait(false),
        Case.SetCurrentDatabase when string.Equals(catalog.SetCurrentDatabase.DbName, DatabaseName, StringComparison.OrdinalIgnoreCase) => Nothing(),
        Case.SetCurrentCatalog when catalog.SetCurrentCatalog.CatalogName == CatalogName => Nothing(),
        _ => throw Refusal.Of("catalog operation", catalog.CatTypeCase.ToString()),
    };

    private static SmallTable Text(string value) => SmallTable.OfText(new StructType(new StructField("value", new StringType())), [[value]]);

    private static SmallTable Boolean(bool value) => SmallTable.OfText(new StructType(new StructField("value", new BooleanType(), false)), [[value ? "true" : "false"]]);

    private static SmallTable Nothing() => new(NoColumns, [new NullArray(0)]);

    private static IReadOnlyList<string> Qualified(string? database, string name) => database is null ? AttributeNames.Parse(name) : [database, name];

    private static async Task<SmallTable> DoneAsync(Task change)
    {
        await change.ConfigureAwait(false);
        return Nothing();
    }

    private static SmallTable ListTables(EmbeddedSession session, string? database, string? pattern)
    {
        var isGlobal = string.Equals(database, TemporaryViews.GlobalDatabase, StringComparison.OrdinalIgnoreCase);
        var names = session.Views.Local.Keys.Select(name => (Name: name, Namespace: (string?)null));
        if (isGlobal)
            names = session.Views.Global.Keys.Select(name => (name, (string?)TemporaryViews.GlobalDatabase)).Concat(names);
        var rows = names.Where(row => pattern is null || IsLike(row.Name, pattern)).OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        var schema = new StructType(
            new StructField("name", new StringType()),
            new StructField("catalog", new StringType()),
            new StructField("namespace", new ArrayType(new StringType())),
            new StructField("description", new StringType()),
            new StructField("tableType", new StringType()),
            new StructField("isTemporary", new BooleanType(), false));
        var namespaces = new ListArray.Builder(Apache.Arrow.Types.StringType.Default);
        foreach (var row in rows)
        {
            if (row.Namespace is null)
            {
                _ = namespaces.Append();
                continue;
            }

            _ = ((StringArray.Builder)namespaces.Append().ValueBuilder).Append(row.Namespace);
        }

        var texts = SmallTable.OfText(schema, [.. rows.Select(row => (IReadOnlyList<string?>)[row.Name, null, null, null, "TEMPORARY", "true"])]);
        var list = namespaces.Build();
        return new SmallTable(schema, [.. texts.Columns.Select((column, i) => i == 2 ? Relabelled(list, schema) : column)]);
    }

    // The builder calls the elements "item", Spark "element".
    private static ListArray Relabelled(ListArray list, StructType schema) => new(new ArrayData(
        schema["namespace"].DataType.ToArrow(), list.Length, list.NullCount, list.Offset, [.. list.Data.Buffers], [.. list.Data.Children]));

    private static bool IsLike(string name, string pattern) =>
        System.Text.RegularExpressions.Regex.IsMatch(name, $"^(?:{pattern.Replace("*", ".*", StringComparison.Ordinal)})$", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
}
