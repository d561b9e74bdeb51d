using System.Globalization;
using DuckDB.NET.Data;
using SparkPipelines.Sql;

namespace SparkPipelines.Bench;

/// <summary>TPC-H Q1, Q3 and Q6 with the DataFrame API, embedded, against the same queries as SQL through DuckDB.NET; the goal is at most 1.15 times.</summary>
internal static class TpchBenchmark
{
    public static async Task RunAsync(string[] arguments)
    {
        var folder = arguments.FirstOrDefault() ?? throw new InvalidOperationException("usage: bench tpch FOLDER, where FOLDER holds lineitem.parquet and the other tables");
        using var spark = SparkSession.Builder().GetOrCreate();
        using var duckdb = new DuckDBConnection("DataSource=:memory:");
        await duckdb.OpenAsync();
        Console.WriteLine($"TPC-H in {folder}: DataFrame API on the embedded engine against SQL through DuckDB.NET");
        foreach (var query in TpchQueries.All(folder))
        {
            var rows = await CountOfSqlAsync(duckdb, query.Sql);
            var collected = (await query.Frame(spark).CollectAsync()).Count;
            if (rows != collected)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{query.Name}: {collected} rows embedded, {rows} in SQL."));
            await Repetitions.CompareAsync($"{query.Name} DataFrame API", () => query.Frame(spark).CollectAsync(), $"{query.Name} SQL", () => CountOfSqlAsync(duckdb, query.Sql), 7);
        }
    }

    private static async Task<int> CountOfSqlAsync(DuckDBConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (await reader.ReadAsync())
        {
            _ = reader.GetValues(values);
            rows++;
        }

        return rows;
    }
}
