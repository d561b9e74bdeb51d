using Apache.Arrow;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Connect;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>Rows to send and to fetch, and sessions to do it with.</summary>
internal static class Transfers
{
    public const string InlineKey = "spark.sql.session.localRelationCacheThreshold";
    public const string PartRowsKey = "spark.sql.session.localRelationChunkSizeRows";
    public const string PartBytesKey = "spark.sql.session.localRelationChunkSizeBytes";
    public const string TotalKey = "spark.sql.session.localRelationSizeLimit";

    public sealed record Part(int? A, string? B);

    /// <summary>A row with what slices are easily got wrong with: text, lists, maps and structs, and nulls in all of them.</summary>
    public sealed record Item(long Id, string? Name, bool? Flag, double Value, int?[]? List, Dictionary<string, int?>? Map, Part? Part, Part?[]? Parts, byte[]? Bytes)
    {
        public static Item Of(int i) => new(
            i,
            i % 5 == 0 ? null : $"größe {i} {new string('x', i % 60)}",
            i % 3 == 0 ? null : i % 2 == 0,
            i * 0.25,
            i % 7 == 0 ? null : [.. Enumerable.Range(0, i % 4).Select(n => n == 1 ? (int?)null : i + n)],
            i % 11 == 0 ? null : Enumerable.Range(0, i % 3).ToDictionary(n => $"k{n}", n => n == 0 ? (int?)i : null),
            i % 13 == 0 ? null : new Part(i % 2 == 0 ? i : null, $"part {i}"),
            i % 4 == 0 ? null : [new Part(i, null), null],
            i % 6 == 0 ? null : BitConverter.GetBytes(i));

        /// <summary>The whole row as text, which compares lists and maps by what is in them.</summary>
        public override string ToString() =>
            $"{Id}|{Name}|{Flag}|{Value}|{Text(List)}|{Text(Map?.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"))}|{Part?.A},{Part?.B},{Part is null}|{Text(Parts?.Select(part => part is null ? "null" : $"{part.A},{part.B}"))}|{(Bytes is null ? "null" : Convert.ToHexString(Bytes))}";

        private static string Text<T>(IEnumerable<T>? items) => items is null ? "null" : $"[{string.Join(';', items)}]";
    }

    public static Item[] Items(int count) => [.. Enumerable.Range(0, count).Select(Item.Of)];

    /// <summary>The same rows as one Arrow batch.</summary>
    public static RecordBatch OneBatch(Item[] items)
    {
        var table = LocalTable.FromRecords(items);
        return table.Batches.Single();
    }

    /// <summary>A session with settings of its own.</summary>
    public static async Task<SparkSession> SessionAsync(SparkMajor major, params (string Key, object Value)[] settings)
    {
        var spark = await Sparks.NewSessionAsync(major);
        foreach (var (key, value) in settings)
            spark.Conf().Set(key, value.ToString()!);
        return spark;
    }

    /// <summary>A session through a proxy.</summary>
    public static async Task<SparkSession> SessionAsync(FaultProxy proxy) => new(await EngineAsync(proxy.Remote));

    public static async Task<ISparkEngine> EngineAsync(string remote) => await ConnectEngine.ConnectAsync(
        ConnectionString.Parse(remote, "the test server", _ => null), new Dictionary<string, string>(), TestContext.Current.CancellationToken);
}
