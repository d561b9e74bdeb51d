using Spark.Connect;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;

namespace SparkPipelines.EngineTests.RoundTrips;

/// <summary>Every type's edge values on their way from CLR over Arrow through an engine and back, on every engine.</summary>
public sealed class AllTypesRoundTripTests
{
    private static readonly string[] InFrames = ["boolean", "tinyint", "smallint", "int", "bigint", "float", "double", "decimal(10,2)", "decimal(28,10)", "string", "date", "timestamp", "timestamp_ntz"];

    internal sealed record Everything(
        bool? Boolean,
        sbyte? TinyInt,
        short? SmallInt,
        int? Int,
        long? BigInt,
        float? Float,
        double? Double,
        decimal? Narrow,
        decimal? Wide,
        string? String,
        byte[]? Binary,
        DateOnly? Date,
        DateTime? Timestamp,
        TimeSpan? DayTime,
        YearMonthInterval? YearMonth,
        int?[]? Array,
        Dictionary<string, long?>? Map,
        Part? Struct,
        List<Part?>? Structs);

    internal sealed record Part(int? A, string? B);

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

    public static TheoryData<string> Engines => [.. RoundTripEngines.Names];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task LocalRelation_EveryTypeAndValue_ComesBackAsRowsAndFrames(string engineName, int index)
    {
        var (type, values) = AllTypes.Cases[index];
        var engine = await RoundTripEngines.GetAsync(engineName);
        var schema = new StructType(new StructField("n", new IntegerType(), false), new StructField("c", type));
        var table = LocalTable.FromRows(values.Select((value, n) => new GenericRow([n, value])), schema);

        if (RoundTripEngines.Refusal(engine, type) is { } refusal)
        {
            (await Should.ThrowAsync<Exception>(async () =>
            {
                await using var refused = await ExecuteAsync(engine, table);
                await refused.ToListAsync<Row>(Token);
            })).Message.ShouldContain(refusal);
            return;
        }

        await using var result = await ExecuteAsync(engine, table);
        var rows = await result.ToListAsync<Row>(Token);

        result.Schema.ShouldBe(schema);
        rows.Select(row => AllTypes.Exactly(row.Get("c"))).ShouldBe(values.Select(value => AllTypes.ExactlyAs(type, value)));

        if (!InFrames.Contains(type.SimpleString))
            return;
        // Arrow to a frame, the frame back to Arrow, and once more through the engine.
        await using var second = await ExecuteAsync(engine, table);
        var frame = await second.ToFrameAsync(cancellationToken: Token);
        await using var third = await ExecuteAsync(engine, frame.ToLocalTable(new StructType(schema.Select(field => new StructField(field.Name, field.DataType)))));
        var again = await third.ToListAsync<Row>(Token);
        again.Select(row => AllTypes.Exactly(row.Get("c"))).ShouldBe(values.Select(value => AllTypes.ExactlyAs(type, value)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task LocalRelation_RecordsOfEveryClrType_ComeBackEqual(string engineName)
    {
        var engine = await RoundTripEngines.GetAsync(engineName);
        var last = new DateTime(DateTime.MaxValue.Ticks / 10 * 10, DateTimeKind.Utc);
        Everything[] records =
        [
            new(true, sbyte.MinValue, short.MaxValue, int.MinValue, long.MaxValue, float.Epsilon, double.MinValue, 12.5m, 0.000000000000000001m, "grün 𝄞", [0, 255], DateOnly.MinValue,
                DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), TimeSpan.FromMicroseconds(-1), new YearMonthInterval(1, 2), [1, null], new() { ["ü"] = null }, new Part(1, null), [new Part(null, "x"), null]),
            new(false, 0, 0, 0, 0, 0f, -0.0, 0m, 0m, "", [], DateOnly.MaxValue, last, TimeSpan.FromDays(999_999), new YearMonthInterval(0), [], [], new Part(null, null), []),
            new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
        ];
        var table = LocalTable.FromRecords(records);

        await using var result = await ExecuteAsync(engine, table);
        var back = await result.ToListAsync<Everything>(Token);

        result.Schema.ShouldBe(table.Schema);
        back.Count.ShouldBe(records.Length);
        for (var i = 0; i < records.Length; i++)
            back[i].ShouldBeEquivalentTo(records[i]);
    }

    private static Task<QueryResult> ExecuteAsync(ISparkEngine engine, LocalTable table)
    {
        using var part = new LocalPart(table.Schema.ToArrowSchema());
        foreach (var batch in table.Batches)
            part.Add(batch);
        var relation = new Relation { LocalRelation = new() { Schema = table.Schema.Json, Data = part.ToByteString() } };
        return engine.ExecuteAsync(new Plan { Root = relation }, ExecutionOptions.Default, Token);
    }
}
