using System.Globalization;
using Apache.Arrow;
using Spark.Connect;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Sql.Tests.Connect.Live;

/// <summary>Engines on real Sparks and the few plans that these tests send.</summary>
internal static class LiveEngine
{
    public static TheoryData<SparkMajor> EverySpark => [SparkMajor.Spark4, SparkMajor.Spark3];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ConnectEngine> ConnectAsync(SparkMajor major) =>
        await ConnectAsync((await SparkServer.GetAsync(major)).Remote);

    public static Task<ConnectEngine> ConnectAsync(string remote, params (string Key, string Value)[] settings) => ConnectEngine.ConnectAsync(
        ConnectionString.Parse(remote, "the test", _ => null), settings.ToDictionary(setting => setting.Key, setting => setting.Value), Token);

    public static Plan Range(long end, int partitions = 2) =>
        new() { Root = new Relation { Range = new() { Start = 0, End = end, Step = 1, NumPartitions = partitions } } };

    public static Plan Sql(string query) => new() { Root = new Relation { Sql = new() { Query = query } } };

    public static Plan SqlCommand(string text) => new() { Command = new Command { SqlCommand = new() { Input = new Relation { Sql = new() { Query = text } } } } };

    /// <summary>Runs a plan and gives its rows as text, a cell being what Arrow shows.</summary>
    public static async Task<List<string>> RowsAsync(this ISparkEngine engine, Plan plan, ExecutionOptions? options = null)
    {
        await using var result = await engine.ExecuteAsync(plan, options ?? ExecutionOptions.Default, Token);
        var rows = new List<string>();
        await foreach (var batch in result.ReadBatchesAsync(Token))
        {
            using (batch)
            {
                for (var row = 0; row < batch.Length; row++)
                    rows.Add(string.Join(",", batch.Arrays.Select(array => Text(array, row))));
            }
        }

        return rows;
    }

    private static string Text(IArrowArray array, int row) => array switch
    {
        Int64Array longs => longs.GetValue(row)?.ToString(CultureInfo.InvariantCulture) ?? "null",
        Int32Array ints => ints.GetValue(row)?.ToString(CultureInfo.InvariantCulture) ?? "null",
        DoubleArray doubles => doubles.GetValue(row)?.ToString(CultureInfo.InvariantCulture) ?? "null",
        StringArray strings => strings.GetString(row) ?? "null",
        BooleanArray booleans => booleans.GetValue(row)?.ToString() ?? "null",
        _ => throw new NotSupportedException(array.GetType().Name),
    };
}
