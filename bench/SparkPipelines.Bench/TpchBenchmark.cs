using System.Globalization;
using DuckDB.NET.Data;
using SparkPipelines.Sql;
using SparkPipelines.Tpch;

namespace SparkPipelines.Bench;

/// <summary>
/// The 22 queries of TPC-H with the DataFrame API, embedded, against the same queries as SQL through DuckDB.NET. The goal, at most 1.15 times,
/// is set on Q1, Q3 and Q6 at scale factor 1.
/// </summary>
internal static class TpchBenchmark
{
    private static readonly string[] OfTheGoal = ["Q1", "Q3", "Q6"];

    public static async Task RunAsync(string[] arguments)
    {
        var folder = arguments.FirstOrDefault() ?? throw new InvalidOperationException("usage: bench tpch FOLDER [SCALE], where FOLDER holds lineitem.parquet and the other tables");
        var scaleFactor = arguments.Length > 1 ? decimal.Parse(arguments[1], CultureInfo.InvariantCulture) : 1m;
        using var spark = SparkSession.Builder().GetOrCreate();
        var tables = new TpchTables(spark, folder, scaleFactor);
        using var duckdb = new DuckDBConnection("DataSource=:memory:");
        await duckdb.OpenAsync();
        foreach (var table in TpchTables.Names)
            await CountOfSqlAsync(duckdb, $"CREATE VIEW {table} AS SELECT * FROM '{folder}/{table}.parquet'");

        Console.WriteLine($"TPC-H in {folder}: DataFrame API on the embedded engine against SQL through DuckDB.NET");
        var ratios = new List<double>();
        foreach (var query in TpchQuery.All)
        {
            var sql = query.Sql(scaleFactor);
            var rows = await CountOfSqlAsync(duckdb, sql);
            var collected = (await query.Frame(tables).CollectAsync()).Count;
            if (rows != collected)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{query.Name}: {collected} rows embedded, {rows} in SQL."));
            var pairs = OfTheGoal.Contains(query.Name) ? 7 : 3;
            ratios.Add(await Repetitions.CompareAsync($"{query.Name} DataFrame API", () => query.Frame(tables).CollectAsync(), $"{query.Name} SQL", () => CountOfSqlAsync(duckdb, sql), pairs));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  geometric mean of the {ratios.Count} ratios: {Math.Exp(ratios.Average(Math.Log)):0.00}"));
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
