using SparkPipelines.Sql;
using SparkPipelines.SparkTests.Relations;

namespace SparkPipelines.SparkTests.Delta;

/// <summary>Two Delta tables: what the API does to the first, SQL does to the second, and both must come to the same rows. One session and database for both.</summary>
internal sealed class TablePair : IAsyncDisposable
{
    private readonly string _database;
    private readonly HashSet<string> _kinds;

    private TablePair(SparkSession spark, string database)
    {
        Spark = spark;
        _database = database;
        _kinds = ((RecordingEngine)spark.Engine).Record();
    }

    public SparkSession Spark { get; }

    public string ApiTable => $"{_database}.by_api";

    public string SqlTable => $"{_database}.by_sql";

    /// <summary>The parts of the protocol that the plans had so far.</summary>
    public IReadOnlySet<string> Kinds => _kinds;

    public static TablePair Over(SparkSession session)
    {
        var spark = new SparkSession(new RecordingEngine(session.Engine));
        var database = $"pair_{Guid.NewGuid():N}";
        spark.Sql($"CREATE DATABASE {database}");
        return new TablePair(spark, database);
    }

    /// <summary>Makes both tables of a query.</summary>
    public void Create(string query)
    {
        foreach (var table in (string[])[ApiTable, SqlTable])
            Spark.Sql($"CREATE TABLE {table} USING delta AS {query}");
    }

    /// <summary>Changes both tables, each in its way, and compares what is in them then.</summary>
    /// <param name="sql">Statements; <c>{t}</c> stands for the table.</param>
    /// <param name="rows">The rows as Spark prints them, in order of their text.</param>
    public void Do(Action<string> api, string sql, string rows)
    {
        api(ApiTable);
        Spark.Sql(sql.Replace("{t}", SqlTable, StringComparison.Ordinal));
        Same(table => Spark.Table(table), rows);
    }

    /// <summary>Asks both tables the same and compares the answers.</summary>
    public void Same(Func<string, DataFrame> ask, string rows)
    {
        var (fromApi, fromSql) = (ask(ApiTable), ask(SqlTable));
        Rows(fromSql).ShouldBe(rows, "the table that SQL changed");
        Rows(fromApi).ShouldBe(rows, "the table that the API changed");
        fromApi.Schema().ShouldBe(fromSql.Schema());
    }

    /// <summary>Both ways are refused alike, with a condition; where Spark has none, in its words, in which <c>{t}</c> stands for the table's own name.</summary>
    public void Refuses(Action<string> api, string sql, string condition)
    {
        Refusal(() => Spark.Sql(sql.Replace("{t}", SqlTable, StringComparison.Ordinal)), "by_sql").ShouldBe(condition, "in SQL");
        Refusal(() => api(ApiTable), "by_api").ShouldBe(condition, "in the API");
    }

    private static string Refusal(Action write, string table)
    {
        var error = Should.Throw<SparkException>(write);
        return error.ErrorClass ?? error.Message.Replace(table, "{t}", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await Spark.SqlAsync($"DROP DATABASE {_database} CASCADE");
        await Spark.DisposeAsync();
    }

    private static string Rows(DataFrame frame) => string.Join(' ', frame.Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal));
}
