using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;

namespace SparkPipelines.Sql.Tests.LocalData;

public sealed class RecordRoundTripTests
{
    internal enum Colour
    {
        Red,
        Green,
    }

    internal sealed record Part(string Name, decimal? Price);

    internal sealed record Order(
        long Id,
        int? Count,
        string Customer,
        string? Note,
        bool IsPaid,
        double Weight,
        DateOnly Day,
        DateTime At,
        Colour Colour,
        IReadOnlyList<int> Sizes,
        List<string?> Tags,
        Dictionary<string, double?> Scores,
        Part? Main,
        Part[] Parts)
    {
        public byte[]? Payload { get; init; }
    }

    [Fact]
    public void FromRecords_OrdersWithNestedParts_ComeBackEqual()
    {
        var orders = Enumerable.Range(0, 3000).Select(i => new Order(
            i,
            i % 3 == 0 ? null : i,
            $"müller {i}",
            i % 2 == 0 ? null : "x",
            i % 5 == 0,
            i / 3.0,
            DateOnly.FromDayNumber(700_000 + i),
            new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(i),
            (Colour)(i % 2),
            Enumerable.Range(0, i % 4).ToArray(),
            i % 2 == 0 ? ["a", null] : [],
            new Dictionary<string, double?> { ["p"] = i, ["q"] = null },
            i % 7 == 0 ? null : new Part($"part {i}", i % 2 == 0 ? 1.25m : null),
            [new Part("a", 1m)]) { Payload = i % 2 == 0 ? null : [1, 2, (byte)(i % 256)] }).ToArray();

        var table = LocalTable.FromRecords(orders);
        var reader = RecordReaders.Of<Order>(table.Schema);
        var back = table.Batches.SelectMany(reader.ReadBatch).ToArray();

        table.Schema.ToDDL().ShouldBe(
            "Id BIGINT NOT NULL,Count INT,Customer STRING NOT NULL,Note STRING,IsPaid BOOLEAN NOT NULL,Weight DOUBLE NOT NULL,Day DATE NOT NULL,"
            + "At TIMESTAMP NOT NULL,Colour STRING NOT NULL,Sizes ARRAY<INT> NOT NULL,Tags ARRAY<STRING> NOT NULL,Scores MAP<STRING, DOUBLE> NOT NULL,"
            + "Main STRUCT<Name: STRING NOT NULL, Price: DECIMAL(38,18)>,Parts ARRAY<STRUCT<Name: STRING NOT NULL, Price: DECIMAL(38,18)>> NOT NULL,Payload BINARY");
        back.Length.ShouldBe(orders.Length);
        for (var i = 0; i < back.Length; i++)
            back[i].ShouldBeEquivalentTo(orders[i]);
    }

    [Fact]
    public void FromRows_RowsOfARecordSchema_ComeBackAsRows()
    {
        var schema = RecordWriters.SchemaOf(typeof(Part));
        var table = LocalTable.FromRows([new GenericRow(["a", 1m]), new GenericRow(["b", null])], schema);
        var rows = RowReader.Of(schema).ReadBatch(table.Batches.First());
        rows.Select(row => row.ToString()).ShouldBe(["[a,1.000000000000000000]", "[b,null]"]);
    }
}
