using SparkPipelines.EngineTests.RoundTrips;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;

namespace SparkPipelines.EngineTests.Persistence;

/// <summary>Every type's edge values in rows that are kept.</summary>
public sealed class PersistedTypesTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, AllTypes.Cases.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Cache_EveryTypeAndValue_StaysAsItIs(int index)
    {
        var (type, values) = AllTypes.Cases[index];
        var engine = await RoundTripEngines.GetAsync(RoundTripEngines.Embedded);
        if (RoundTripEngines.Refusal(engine, type) is not null)
            return;
        var spark = new SparkSession(engine);
        var schema = new StructType(new StructField("n", new IntegerType(), false), new StructField("c", type), new StructField("C", type));
        var rows = values.Select((value, n) => new GenericRow([n, value, value])).ToList();
        DataFrame Make() => spark.CreateDataFrame(rows, schema);
        var computed = Make().Collect().Select(row => (AllTypes.Exactly(row.Get(1)), AllTypes.Exactly(row.Get(2)))).ToList();

        var kept = Make().Cache();
        kept.Count().ShouldBe(rows.Count);
        (await kept.ExplainStringAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldContain("kept_");
        kept.Collect().Select(row => (AllTypes.Exactly(row.Get(1)), AllTypes.Exactly(row.Get(2)))).ShouldBe(computed);
        kept.Schema().ShouldBe(Make().Schema());
        kept.Unpersist();
    }
}
