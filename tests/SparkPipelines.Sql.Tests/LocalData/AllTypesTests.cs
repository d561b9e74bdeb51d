using Apache.Arrow.Ipc;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;

namespace SparkPipelines.Sql.Tests.LocalData;

public sealed class AllTypesTests
{
    // Decimals come back with the precision of their column, whatever precision they were written with.
    private static string Expected(DataType type, object? value) => type is DecimalType { Precision: > 28 } d && value is System.Data.SqlTypes.SqlDecimal number
        ? AllTypes.Exactly(System.Data.SqlTypes.SqlDecimal.ConvertToPrecScale(number, d.Precision, d.Scale))
        : AllTypes.Exactly(value);

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, AllTypes.Cases.Count)];

    private static (StructType Schema, LocalTable Table, string[] Expected) Of(int index)
    {
        var (type, values) = AllTypes.Cases[index];
        var schema = new StructType(new StructField("c", type));
        return (schema, LocalTable.FromRows(values.Select(value => new GenericRow([value])), schema), [.. values.Select(value => Expected(type, value))]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void FromRows_EveryTypeAndValue_ComesBackAsItWas(int index)
    {
        var (schema, table, expected) = Of(index);
        var rows = table.Batches.SelectMany(RowReader.Of(schema).ReadBatch);
        rows.Select(row => AllTypes.Exactly(row[0])).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void LocalPart_EveryTypeAndValue_ComesBackAsItWas(int index)
    {
        var (schema, table, expected) = Of(index);
        using var reader = new ArrowStreamReader(Stream(table));
        var batch = reader.ReadNextRecordBatch().ShouldNotBeNull();
        batch.Schema.ToSparkSchema().ShouldBe(schema);
        RowReader.Of(schema).ReadBatch(batch).Select(row => AllTypes.Exactly(row[0])).ShouldBe(expected);
        reader.ReadNextRecordBatch().ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void ReadBatch_SlicedBatch_ReadsItsRowsOnly(int index)
    {
        var (schema, table, expected) = Of(index);
        var reader = RowReader.Of(schema);
        for (var i = 0; i < expected.Length; i++)
            reader.ReadBatch(table.Batches.First().Slice(i, 1)).Select(row => AllTypes.Exactly(row[0])).ShouldBe([expected[i]]);
        reader.ReadBatch(table.Batches.First().Slice(1, expected.Length - 1)).Select(row => AllTypes.Exactly(row[0])).ShouldBe(expected[1..]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void FromRecords_ObjectsOfOneColumn_ComeBackAsTheyWere(int index)
    {
        var (schema, table, expected) = Of(index);
        var reader = RecordReaders.Of<object?>(schema);
        table.Batches.SelectMany(reader.ReadBatch).Select(AllTypes.Exactly).ShouldBe(expected);
    }

    [Fact]
    public void FromRows_ManyRowsOfAllTypes_SpanChunksAndBatches()
    {
        var schema = new StructType(AllTypes.Cases.Select((c, i) => new StructField($"c{i}", c.Type)));
        // Text of 70,000 characters in every row would be all that is tested here.
        var values = AllTypes.Cases.Select(c => c.Values.Where(value => value is not string { Length: > 100 }).ToArray()).ToArray();
        var rows = Enumerable.Range(0, 70_000).Select(i => new GenericRow([.. values.Select(v => v[i % v.Length])])).ToArray();

        var table = LocalTable.FromRows(rows, schema);

        table.Batches.Count().ShouldBeGreaterThan(1);
        table.Batches.Sum(batch => batch.Length).ShouldBe(rows.Length);
        var back = table.Batches.SelectMany(RowReader.Of(schema).ReadBatch).ToArray();
        for (var i = 0; i < rows.Length; i += 997)
        {
            for (var c = 0; c < schema.Count; c++)
                AllTypes.Exactly(back[i][c]).ShouldBe(Expected(schema[c].DataType, rows[i][c]), $"row {i}, column {c}");
        }
    }

    [Fact]
    public void LocalPart_NoRows_HoldsTheSchema()
    {
        var schema = new StructType(AllTypes.Cases.Select((c, i) => new StructField($"c{i}", c.Type)));
        using var reader = new ArrowStreamReader(Stream(LocalTable.FromRows(new List<GenericRow>(), schema)));
        reader.ReadNextRecordBatch().ShouldBeNull();
        reader.Schema.ToSparkSchema().ShouldBe(schema);
    }

    private static MemoryStream Stream(LocalTable table)
    {
        using var part = new LocalPart(table.Schema.ToArrowSchema());
        foreach (var batch in table.Batches)
            part.Add(batch);
        return new MemoryStream(part.Finish().ToArray());
    }
}
