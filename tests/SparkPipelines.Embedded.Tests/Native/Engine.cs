using Apache.Arrow;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Tests.Native;

/// <summary>Short ways to run a query in tests.</summary>
internal static class Engine
{
    internal static async Task<List<RecordBatch>> BatchesAsync(this DuckDbDatabase database, string sql, Schema? schema = null)
    {
        List<RecordBatch> batches = [];
        await foreach (RecordBatch batch in database.ExecuteAsync(sql, schema, cancellationToken: TestContext.Current.CancellationToken))
            batches.Add(batch);
        return batches;
    }

    /// <summary>The rows as text, one a line, columns by <c>|</c>, null as <c>∅</c>.</summary>
    internal static async Task<string[]> RowsAsync(this DuckDbDatabase database, string sql)
    {
        List<string> rows = [];
        foreach (RecordBatch batch in await database.BatchesAsync($"SELECT COLUMNS(*)::VARCHAR FROM ({sql})"))
        {
            using (batch)
            {
                for (int row = 0; row < batch.Length; row++)
                    rows.Add(string.Join('|', batch.Arrays.Select(column => ((StringArray)column).GetString(row) ?? "∅")));
            }
        }
        return [.. rows];
    }
}
