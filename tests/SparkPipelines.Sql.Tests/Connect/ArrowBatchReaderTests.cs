using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Google.Protobuf;
using SparkPipelines.Sql.Connect;
using ArrowBatch = Spark.Connect.ExecutePlanResponse.Types.ArrowBatch;

namespace SparkPipelines.Sql.Tests.Connect;

public sealed class ArrowBatchReaderTests
{
    [Fact]
    public void Read_WholeBatch_SharesTheResponsesBytes()
    {
        var bytes = Ipc(1, 2, 3);

        var batch = new ArrowBatchReader().Read(new ArrowBatch { RowCount = 3, Data = bytes }, _ => { }).ShouldHaveSingleItem();

        var values = ((Int64Array)batch.Column(0)).ValueBuffer.Memory;
        values.Span.Overlaps(bytes.Memory.Span).ShouldBeTrue();
        ((Int64Array)batch.Column(0)).Values.ToArray().ShouldBe([1L, 2, 3]);
    }

    [Fact]
    public void Read_Chunks_AreJoinedAndEndInTheWholeBatch()
    {
        var bytes = Ipc(1, 2, 3);
        var reader = new ArrowBatchReader();
        var third = bytes.Length / 3;

        var batches = Enumerable.Range(0, 3)
            .Select(i => Chunk(bytes, i * third, i == 2 ? bytes.Length : (i + 1) * third, i, 3))
            .SelectMany(chunk => reader.Read(chunk, _ => { })).ToList();
        reader.End();

        ((Int64Array)batches.ShouldHaveSingleItem().Column(0)).Values.ToArray().ShouldBe([1L, 2, 3]);
    }

    [Fact]
    public void Read_EmptyBatch_TellsItsSchemaAndGivesNoBatch()
    {
        Schema? seen = null;

        new ArrowBatchReader().Read(new ArrowBatch { Data = Ipc() }, schema => seen = schema).ShouldBeEmpty();

        seen.ShouldNotBeNull().GetFieldByIndex(0).Name.ShouldBe("id");
    }

    [Theory]
    [InlineData(1, 0, 2, "The server's Arrow stream is broken: a batch begins at row 0 where row 2 was to follow.")]
    [InlineData(0, 1, 2, "The server's Arrow stream is broken: chunk 1 of a batch came where chunk 0 was to follow.")]
    [InlineData(0, 0, 7, "The server's Arrow stream is broken: a batch holds 2 rows where 7 were announced.")]
    public void Read_WhatDoesNotFollow_IsRefused(int before, int chunk, int rows, string expected)
    {
        var reader = new ArrowBatchReader();
        for (var i = 0; i < before; i++)
            _ = reader.Read(new ArrowBatch { RowCount = 2, StartOffset = 0, Data = Ipc(1, 2) }, _ => { }).ToList();

        Should.Throw<SparkConnectException>(() => reader.Read(
            new ArrowBatch { RowCount = rows, StartOffset = 0, ChunkIndex = chunk, NumChunksInBatch = 1, Data = Ipc(1, 2) }, _ => { }).ToList()).Message.ShouldBe(expected);
    }

    [Fact]
    public void End_AfterPartOfABatch_IsRefused()
    {
        var reader = new ArrowBatchReader();
        _ = reader.Read(Chunk(Ipc(1), 0, 10, 0, 2), _ => { }).ToList();

        Should.Throw<SparkConnectException>(reader.End).Message.ShouldBe("The server's Arrow stream is broken: the result ended after 1 chunks of a batch.");
    }

    private static ArrowBatch Chunk(ByteString bytes, int from, int to, int index, int count) => new()
    {
        RowCount = 3,
        StartOffset = 0,
        ChunkIndex = index,
        NumChunksInBatch = count,
        Data = ByteString.CopyFrom(bytes.Span[from..to]),
    };

    private static ByteString Ipc(params long[] values)
    {
        var schema = new Schema([new Field("id", Int64Type.Default, false)], null);
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(new RecordBatch(schema, [new Int64Array.Builder().AppendRange(values).Build()], values.Length));
            writer.WriteEnd();
        }

        return ByteString.CopyFrom(stream.ToArray());
    }
}
