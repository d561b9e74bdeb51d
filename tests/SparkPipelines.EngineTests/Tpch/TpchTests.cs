using SparkPipelines.EngineTests.Harness;
using SparkPipelines.TestSupport;
using SparkPipelines.Tpch;

namespace SparkPipelines.EngineTests.Tpch;

/// <summary>The 22 queries of TPC-H in DataFrame form at scale factor 0.1: the embedded engine has the names, types, nullability, rows and order of Spark 4.2.</summary>
public sealed class TpchTests(Engines engines) : IClassFixture<Engines>
{
    public static TheoryData<string> Queries => [.. TpchQuery.All.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Embedded_AgreesWithSpark42(string name)
    {
        var folder = await TpchData.GetAsync();
        var query = TpchQuery.Named(name);
        var engineCase = new EngineCase($"tpch.{name}", session => query.Frame(new TpchTables(session, folder, TpchData.ScaleFactor))).InOrder();

        await CaseRun.AgreesWithOracleAsync(engineCase, Engine.Embedded, engines);
    }
}
