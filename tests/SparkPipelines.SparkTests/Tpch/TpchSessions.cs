using System.Collections.Concurrent;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using SparkPipelines.Tpch;

namespace SparkPipelines.SparkTests.Tpch;

/// <summary>A session on each Spark, in which SQL knows the TPC-H tables by their names.</summary>
public sealed class TpchSessions : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SparkMajor, Lazy<Task<(SparkSession Session, TpchTables Tables)>>> _sessions = [];

    internal Task<(SparkSession Session, TpchTables Tables)> GetAsync(SparkMajor major) => _sessions.GetOrAdd(major, key => new(() => NewAsync(key))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _sessions.Values.Where(made => made.Value.IsCompletedSuccessfully))
            await (await made.Value).Session.DisposeAsync();
    }

    private static async Task<(SparkSession Session, TpchTables Tables)> NewAsync(SparkMajor major)
    {
        var folder = await TpchData.GetAsync();
        var session = await Sparks.NewSessionAsync(major);
        var tables = new TpchTables(session, folder, TpchData.ScaleFactor);
        tables.CreateViews();
        return (session, tables);
    }
}
