using System.Data.SqlTypes;
using Spark.Connect;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;
using DataType = SparkPipelines.Sql.Types.DataType;

namespace SparkPipelines.EngineTests.RoundTrips;

/// <summary>Every type's edge values on their way from CLR over Arrow through an engine and back, on every engine.</summary>
public sealed class AllTypesRoundTripTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var engine in RoundTripEngines.Names)
            {
                for (var i = 0; i < AllTypes.Cases.Count; i++)
                    cases.Add(engine, i);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task LocalRelation_EveryTypeAndValue_ComesBackAsItWas(string engineName, int index)
    {
        var (type, values) = AllTypes.Cases[index];
        await using var engine = await RoundTripEngines.OpenAsync(engineName);
        if (RoundTripEngines.Lacks(engine, type) is { } reason)
            Assert.Skip(reason);
        var schema = new StructType(new StructField("n", new IntegerType(), false), new StructField("c", type));
        var table = LocalTable.FromRows(values.Select((value, n) => new GenericRow([n, value])), schema);

        await using var result = await engine.ExecuteAsync(
            new Plan { Root = new Relation { LocalRelation = table.ToRelation() } }, ExecutionOptions.Default, TestContext.Current.CancellationToken);
        var rows = await result.ToListAsync<Row>(TestContext.Current.CancellationToken);

        result.Schema.ShouldBe(schema);
        rows.Select(row => AllTypes.Exactly(row.Get("c"))).ShouldBe(values.Select(value => Expected(type, value)));
    }

    private static string Expected(DataType type, object? value) => type is DecimalType { Precision: > 28 } d && value is SqlDecimal number
        ? AllTypes.Exactly(SqlDecimal.ConvertToPrecScale(number, d.Precision, d.Scale))
        : AllTypes.Exactly(value);
}
