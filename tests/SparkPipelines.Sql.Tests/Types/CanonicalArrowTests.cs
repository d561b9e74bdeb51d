using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Tests;
using Arrow = Apache.Arrow.Types;
using StructType = SparkPipelines.Sql.Types.StructType;

namespace SparkPipelines.Sql.Tests.SparkTypes;

public sealed class CanonicalArrowTests
{
    public static TheoryData<string, IArrowArray, string, string[]> Arrays => new()
    {
        { "uint8", new UInt8Array.Builder().Append(255).AppendNull().Build(), "smallint", ["Int16 255", "null"] },
        { "uint16", new UInt16Array.Builder().Append(65535).AppendNull().Build(), "int", ["Int32 65535", "null"] },
        { "uint32", new UInt32Array.Builder().Append(uint.MaxValue).AppendNull().Build(), "bigint", ["Int64 4294967295", "null"] },
        { "uint64", new UInt64Array.Builder().Append(ulong.MaxValue).AppendNull().Build(), "decimal(20,0)", ["decimal 18446744073709551615", "null"] },
        { "half", new HalfFloatArray.Builder().Append((Half)1.5f).AppendNull().Build(), "float", ["float 3fc00000", "null"] },
        { "string view", new StringViewArray.Builder().Append("ü").Append("more than twelve bytes").AppendNull().Build(), "string", ["String ü", "String more than twelve bytes", "null"] },
        { "date64", new Date64Array.Builder().Append(new DateTime(2020, 1, 2)).AppendNull().Build(), "date", ["DateOnly 2020-01-02", "null"] },
        { "seconds", Times(TimeUnit.Second, "UTC", 1), "timestamp", ["Utc 621355968010000000", "null"] },
        { "milliseconds", Times(TimeUnit.Millisecond, null, -1), "timestamp_ntz", ["Unspecified 621355967999990000", "null"] },
        { "nanoseconds", Times(TimeUnit.Nanosecond, "Europe/Berlin", 5000), "timestamp", ["Utc 621355968000000050", "null"] },
        { "time32", new Time32Array.Builder(TimeUnit.Second).Append(61).AppendNull().Build(), "time(6)", ["TimeOnly 00:01:01.0000000", "null"] },
        { "time64", new Time64Array.Builder(TimeUnit.Microsecond).Append(61).AppendNull().Build(), "time(6)", ["TimeOnly 00:00:00.0000610", "null"] },
        { "decimal256", new Decimal256Array.Builder(new Decimal256Type(10, 2)).Append(-1.25m).AppendNull().Build(), "decimal(10,2)", ["decimal -1.25", "null"] },
        {
            "dictionary",
            new DictionaryArray(new DictionaryType(Int8Type.Default, Arrow.StringType.Default, false), new Int8Array.Builder().Append(1).AppendNull().Append(0).Build(), new StringArray.Builder().Append("a").Append("b").Build()),
            "string",
            ["String b", "null", "String a"]
        },
        { "fixed list", FixedList(), "array<int>", ["list(Int32 1, Int32 2)", "list(Int32 3, Int32 4)"] },
    };

    [Theory]
    [MemberData(nameof(Arrays), DisableDiscoveryEnumeration = true)]
    public void FromBatches_ArraysOfOtherShapes_BecomeSparksTypes(string name, IArrowArray array, string type, string[] values)
    {
        name.ShouldNotBeEmpty();
        var schema = new Schema([new Field("c", array.Data.DataType, true)], null);
        var table = LocalTable.FromBatches([new RecordBatch(schema, [array], array.Length)]);
        table.Schema[0].DataType.SimpleString.ShouldBe(type);
        Read(table).ShouldBe(values);

        // The same without its first value, so that offsets are seen to.
        var slice = ArrowArrayFactory.BuildArray(array.Data.Slice(1, array.Length - 1));
        Read(LocalTable.FromBatches([new RecordBatch(schema, [slice], slice.Length)])).ShouldBe(values[1..]);
    }

    [Fact]
    public void FromBatches_SparksOwnTypes_AreNotCopied()
    {
        var array = new Int32Array.Builder().Append(1).Build();
        var table = LocalTable.FromBatches([new RecordBatch(new Schema([new Field("c", Int32Type.Default, true)], null), [array], 1)]);
        table.Batches.First().Column(0).ShouldBeSameAs(array);
    }

    [Fact]
    public void FromBatches_NanosecondsThatAreNoMicroseconds_AreRefused()
    {
        var array = Times(TimeUnit.Nanosecond, "UTC", 1);
        var batch = new RecordBatch(new Schema([new Field("c", array.Data.DataType, true)], null), [array], array.Length);
        Should.Throw<ConversionException>(() => LocalTable.FromBatches([batch]).Batches.ToList()).Message
            .ShouldBe("Column 'c' (timestamp) can't hold 1: it does not fit the unit of timestamp as a count of Arrow's unit.");
    }

    [Fact]
    public void FromBatches_AnotherSchema_IsRefusedByName()
    {
        var batch = new RecordBatch(new Schema([new Field("c", Int32Type.Default, true)], null), [new Int32Array.Builder().Append(1).Build()], 1);
        Should.Throw<ConversionException>(() => LocalTable.FromBatches([batch], StructType.FromDDL("c STRING")).Batches.ToList()).Message
            .ShouldBe("Column 'c' is Arrow's int32, which does not hold values of the Spark type string.");
        Should.Throw<ConversionException>(() => LocalTable.FromBatches([batch], StructType.FromDDL("c INT, d INT")).Batches.ToList()).Message
            .ShouldBe("The schema struct<c:int,d:int> has 2 columns, but a batch brings 1.");
        Should.Throw<ArgumentException>(() => LocalTable.FromBatches([])).Message
            .ShouldBe("There are no batches and no schema; give the schema of an empty table. (Parameter 'batches')");
    }

    private static IEnumerable<string> Read(LocalTable table) => table.Batches.SelectMany(RowReader.Of(table.Schema).ReadBatch).Select(row => AllTypes.Exactly(row[0]));

    private static TimestampArray Times(TimeUnit unit, string? zone, long value) =>
        new(new ArrayData(new Arrow.TimestampType(unit, zone), 2, 1, 0, [new ArrowBuffer(new byte[] { 1 }), new ArrowBuffer((byte[])[.. BitConverter.GetBytes(value), .. BitConverter.GetBytes(long.MaxValue)])]));

    private static FixedSizeListArray FixedList()
    {
        var builder = new FixedSizeListArray.Builder(Int32Type.Default, 2);
        var values = (Int32Array.Builder)builder.ValueBuilder;
        builder.Append();
        values.Append(1).Append(2);
        builder.Append();
        values.Append(3).Append(4);
        return builder.Build();
    }
}
