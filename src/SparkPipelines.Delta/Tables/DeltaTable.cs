using System.Diagnostics;
using SparkPipelines.Extensions.Delta.Statements;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Plans;

namespace SparkPipelines.Extensions.Delta.Tables;

/// <summary>
/// A Delta table: its rows, its history, and changes to it that happen whole or not at all. Follows
/// <see href="https://docs.delta.io/latest/api/python/spark/index.html">Delta's own API</see> with Microsoft.Spark's names, over Delta's SQL statements, so
/// that any Spark with Delta serves it: 3.5 with Delta 3.x, 4.x with Delta 4.x.
/// </summary>
/// <remarks>
/// Conditions and values are columns or SQL. A column stands in the statement as SQL, so subqueries and window functions are refused; a condition
/// that is null for a row leaves it as it is. Each member that asks the server has a twin that ends in <c>Async</c> and can be cancelled.
/// </remarks>
[DebuggerDisplay("{_table,nq}")]
public sealed partial class DeltaTable
{
    private readonly SparkSession _session;
    private readonly string _table;
    private readonly string? _alias;
    private readonly DataFrame _plain;
    private readonly DataFrame _frame;

    private DeltaTable(SparkSession session, string table, DataFrame frame, string? alias = null)
    {
        _session = session;
        _table = table;
        _alias = alias;
        _plain = frame;
        _frame = alias is null ? frame : frame.Alias(alias);
    }

    /// <summary>The Delta table in a folder, of the active session.</summary>
    /// <exception cref="InvalidOperationException">There is no session.</exception>
    /// <exception cref="AnalysisException">There is no Delta table in the folder.</exception>
    public static DeltaTable ForPath(string path) => ForPath(SparkSession.Active(), path);

    /// <summary>The Delta table in a folder, as the server reaches it.</summary>
    /// <exception cref="AnalysisException">There is no Delta table in the folder.</exception>
    /// <exception cref="SparkUnsupportedOperationException">The server has no Delta; the message says what to start it with.</exception>
    public static DeltaTable ForPath(SparkSession sparkSession, string path) => Blocking.Wait(() => ForPathAsync(sparkSession, path));

    /// <inheritdoc cref="ForPath(SparkSession, string)"/>
    public static async Task<DeltaTable> ForPathAsync(SparkSession sparkSession, string path, CancellationToken cancellationToken = default)
    {
        var table = $"delta.{SqlQuoting.Name(path)}";
        await CheckAsync(sparkSession, table, cancellationToken).ConfigureAwait(false);
        return new DeltaTable(sparkSession, table, sparkSession.Read().Format("delta").Load(path));
    }

    /// <summary>The Delta table of a name, of the active session.</summary>
    /// <exception cref="InvalidOperationException">There is no session.</exception>
    /// <exception cref="AnalysisException">There is no table of that name, or it is no Delta table.</exception>
    public static DeltaTable ForName(string tableOrViewName) => ForName(SparkSession.Active(), tableOrViewName);

    /// <summary>The Delta table of a name in the catalog, <c>table</c> or <c>database.table</c>.</summary>
    /// <exception cref="AnalysisException">There is no table of that name, or it is no Delta table.</exception>
    /// <exception cref="SparkUnsupportedOperationException">The server has no Delta; the message says what to start it with.</exception>
    public static DeltaTable ForName(SparkSession sparkSession, string tableOrViewName) =>
        Blocking.Wait(() => ForNameAsync(sparkSession, tableOrViewName));

    /// <inheritdoc cref="ForName(SparkSession, string)"/>
    public static async Task<DeltaTable> ForNameAsync(SparkSession sparkSession, string tableOrViewName, CancellationToken cancellationToken = default)
    {
        var table = SqlQuoting.NameOfParts(tableOrViewName);
        await CheckAsync(sparkSession, table, cancellationToken).ConfigureAwait(false);
        return new DeltaTable(sparkSession, table, sparkSession.Table(table));
    }

    /// <summary>Whether there is a Delta table in a folder, of the active session.</summary>
    public static bool IsDeltaTable(string identifier) => IsDeltaTable(SparkSession.Active(), identifier);

    /// <summary>Whether there is a Delta table in a folder, given as a path or as <c>delta.`path`</c>.</summary>
    /// <exception cref="SparkUnsupportedOperationException">The server has no Delta; the message says what to start it with.</exception>
    public static bool IsDeltaTable(SparkSession sparkSession, string identifier) => Blocking.Wait(() => IsDeltaTableAsync(sparkSession, identifier));

    /// <inheritdoc cref="IsDeltaTable(SparkSession, string)"/>
    public static async Task<bool> IsDeltaTableAsync(SparkSession sparkSession, string identifier, CancellationToken cancellationToken = default)
    {
        var isQuoted = identifier.StartsWith("delta.`", StringComparison.OrdinalIgnoreCase);
        try
        {
            await CheckAsync(sparkSession, isQuoted ? SqlQuoting.NameOfParts(identifier) : $"delta.{SqlQuoting.Name(identifier)}", cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AnalysisException e) when (e.ErrorClass is "DELTA_MISSING_DELTA_TABLE" or "DELTA_TABLE_NOT_FOUND" or "DELTA_TABLE_ONLY_OPERATION")
        {
            return false;
        }
    }

    /// <summary>Makes a Delta table of the Parquet files in a folder, where they are.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="identifier">The folder as <c>parquet.`path`</c>, or a table's name.</param>
    /// <param name="partitionSchema">The columns by which the folder is partitioned, with their types.</param>
    public static DeltaTable ConvertToDelta(SparkSession spark, string identifier, SparkPipelines.Sql.Types.StructType partitionSchema) =>
        ConvertToDelta(spark, identifier, partitionSchema.ToDDL());

    /// <summary>Makes a Delta table of the Parquet files in a folder, where they are.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="identifier">The folder as <c>parquet.`path`</c>, or a table's name.</param>
    /// <param name="partitionSchema">The columns by which the folder is partitioned, as DDL: <c>year int, month int</c>.</param>
    public static DeltaTable ConvertToDelta(SparkSession spark, string identifier, string partitionSchema) =>
        Blocking.Wait(() => ConvertToDeltaAsync(spark, identifier, partitionSchema));

    /// <summary>Makes a Delta table of the Parquet files in a folder without partitions, where they are.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="identifier">The folder as <c>parquet.`path`</c>, or a table's name.</param>
    public static DeltaTable ConvertToDelta(SparkSession spark, string identifier) => Blocking.Wait(() => ConvertToDeltaAsync(spark, identifier));

    /// <inheritdoc cref="ConvertToDelta(SparkSession, string, string)"/>
    public static async Task<DeltaTable> ConvertToDeltaAsync(
        SparkSession spark, string identifier, string? partitionSchema = null, CancellationToken cancellationToken = default)
    {
        const string parquetPath = "parquet.`";
        var source = SqlQuoting.NameOfParts(identifier);
        var partitions = partitionSchema is null ? "" : $" PARTITIONED BY ({partitionSchema})";
        await DeltaStatements.RunAsync(spark, $"CONVERT TO DELTA {source}{partitions}", cancellationToken).ConfigureAwait(false);
        return identifier.StartsWith(parquetPath, StringComparison.OrdinalIgnoreCase)
            ? await ForPathAsync(spark, identifier[parquetPath.Length..^1].Replace("``", "`", StringComparison.Ordinal), cancellationToken).ConfigureAwait(false)
            : await ForNameAsync(spark, identifier, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same table under a name that conditions and values use: <c>target.id</c>.</summary>
    public DeltaTable As(string alias) => new(_session, _table, _plain, alias);

    /// <inheritdoc cref="As"/>
    public DeltaTable Alias(string alias) => As(alias);

    /// <summary>The table's rows, of the newest version when an action runs.</summary>
    public DataFrame ToDF() => _frame;

    private string Target => _alias is null ? _table : $"{_table} AS {SqlQuoting.Name(_alias)}";

    private ColumnSql Columns => new(Qualifiers());

    private Dictionary<long, string> Qualifiers()
    {
        var name = _alias is null ? _table : SqlQuoting.Name(_alias);
        return new() { [_plain.Relation.PlanId()] = name, [_frame.Relation.PlanId()] = name };
    }

    private Task<DataFrame> RunAsync(string statement, CancellationToken cancellationToken) =>
        DeltaStatements.RunAsync(_session, statement, cancellationToken);

    private static async Task CheckAsync(SparkSession session, string table, CancellationToken cancellationToken)
    {
        var detail = await DeltaStatements.RunAsync(session, $"DESCRIBE DETAIL {table}", cancellationToken).ConfigureAwait(false);
        var format = (await detail.Select("format").CollectAsync(cancellationToken).ConfigureAwait(false)).Single().GetAs<string>(0);
        if (format == "delta")
            return;
        // Delta describes other tables too; a statement for Delta tables alone gives Delta's own error.
        await DeltaStatements.RunAsync(session, $"DESCRIBE HISTORY {table}", cancellationToken).ConfigureAwait(false);
    }
}
