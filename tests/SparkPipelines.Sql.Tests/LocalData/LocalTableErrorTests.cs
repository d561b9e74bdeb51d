using System.Data.SqlTypes;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Tests.LocalData;

public sealed class LocalTableErrorTests
{
    private sealed record Named(string Name, int[] Sizes);

    private sealed record Timed(DateTime At, decimal Price);

    private sealed record Circular(int Id, Circular? Next);

    private sealed record WithUri(Uri Link);

    public static TheoryData<string, string, object?> Values => new()
    {
        { "c INT", "Column 'c' (int) can't hold 'x': it takes a Int32, and the value is a String.", "x" },
        { "c INT", "Column 'c' (int) can't hold 2147483648: it takes a Int32, and the value is a Int64.", 2147483648L },
        { "c INT NOT NULL", "A value is null, but column 'c' (int) is not nullable; make it nullable or leave the row out.", null },
        { "c TINYINT", "Column 'c' (tinyint) can't hold 128: it takes a SByte, and the value is a Int32.", 128 },
        { "c DOUBLE", "Column 'c' (double) can't hold 9007199254740993: it takes a Double, and the value is a Int64.", 9007199254740993L },
        { "c DECIMAL(4,2)", "Column 'c' (decimal(4,2)) can't hold 1.234: it has 2 digits before the point and 2 after it.", 1.234m },
        { "c DECIMAL(4,2)", "Column 'c' (decimal(4,2)) can't hold 100: it has 2 digits before the point and 2 after it.", 100m },
        { "c DECIMAL(38,0)", "Column 'c' (decimal(38,0)) can't hold 0.1: it has 38 digits before the point and 0 after it.", SqlDecimal.Parse("0.1") },
        { "c DATE", "Column 'c' (date) can't hold 2020-01-01T12:00:00.0000000: it takes a DateOnly, and the value is a DateTime.", new DateTime(2020, 1, 1, 12, 0, 0) },
        { "c TIMESTAMP", "Column 'c' (timestamp) can't hold 1970-01-01T00:00:00.0000001Z: it holds microseconds at the finest; cut the value with Ticks - Ticks % 10.", DateTime.UnixEpoch.AddTicks(1) },
        { "c STRING", "Column 'c' (string) can't hold '\ud800': it holds Unicode text, where half a surrogate pair is no character.", "\ud800" },
        { "c ARRAY<INT>", "Column 'c' (array<int>) can't hold 'abc': it takes a list.", "abc" },
        { "c ARRAY<INT>", "Column 'c.element' (int) can't hold 'x': it takes a Int32, and the value is a String.", new object?[] { 1, "x" } },
        { "c STRUCT<a: INT>", "Column 'c' (struct<a:int>) can't hold [1,2]: it has 1 fields, not 2.", new GenericRow([1, 2]) },
        { "c STRUCT<a: INT NOT NULL>", "A value is null, but column 'c.a' (int) is not nullable; make it nullable or leave the row out.", new GenericRow([null]) },
        { "c INTERVAL", "Column 'c' (interval) can't hold 2562047 hours 47 minutes 16.854776 seconds: it holds about 292 years of microseconds on the way to Spark.", new CalendarInterval(0, 0, 9223372036854776L) },
        { "c VOID", "Column 'c' (void) can't hold 1: it takes nothing but null.", 1 },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void FromRows_ValueThatDoesNotFit_NamesColumnValueAndType(string ddl, string message, object? value) =>
        Should.Throw<ConversionException>(() => LocalTable.FromRows([new GenericRow([value])], StructType.FromDDL(ddl)).Batches.ToList()).Message.ShouldBe(message);

    [Fact]
    public void FromRows_ValuesHeldExactly_AreTaken()
    {
        var schema = StructType.FromDDL("a BIGINT, b DOUBLE, c DECIMAL(10,2), d DATE, e STRING, f ARRAY<BIGINT>, g DOUBLE");
        var table = LocalTable.FromRows([new GenericRow([1, 2, 3, new DateTime(2020, 1, 1), DayOfWeek.Friday, new List<int> { 1 }, 1.5f])], schema);
        SparkPipelines.Sql.Results.RowReader.Of(schema).ReadBatch(table.Batches.First())[0].ToString().ShouldBe("[1,2.0,3.00,2020-01-01,Friday,[1],1.5]");
    }

    [Fact]
    public void FromRows_RowOfAnotherLength_IsRefused() =>
        Should.Throw<ConversionException>(() => LocalTable.FromRows([new GenericRow([1, 2])], StructType.FromDDL("a INT")).Batches.ToList()).Message
            .ShouldBe("The row [1,2] has 2 values, but the schema struct<a:int> has 1 columns.");

    [Fact]
    public void FromRecords_NullWhereTheTypeSaysNone_NamesTheProperty()
    {
        Should.Throw<ConversionException>(() => LocalTable.FromRecords([new Named(null!, [])]).Batches.ToList()).Message
            .ShouldBe("'Name' of Named is null, but column 'Name' (string) is not nullable; make it nullable or leave the row out.");
        Should.Throw<ArgumentException>(() => LocalTable.FromRecords([new Named("a", []), null!]).Batches.ToList()).Message
            .ShouldBe("Row 1 is null; a row is a value of its own, its columns may be null. (Parameter 'items')");
    }

    [Fact]
    public void FromRecords_ValueThatDoesNotFit_NamesTheProperty()
    {
        Should.Throw<ConversionException>(() => LocalTable.FromRecords([new Timed(DateTime.UnixEpoch.AddTicks(3), 1m)]).Batches.ToList()).Message.ShouldBe(
            "Column 'At' (timestamp) can't hold 1970-01-01T00:00:00.0000003Z from 'At' of Timed: it holds microseconds at the finest; cut the value with Ticks - Ticks % 10.");
        Should.Throw<ConversionException>(() => LocalTable.FromRecords([new Timed(DateTime.UnixEpoch, 1e21m)]).Batches.ToList()).Message.ShouldBe(
            "Column 'Price' (decimal(38,18)) can't hold 1000000000000000000000 from 'Price' of Timed: it has 20 digits before the point and 18 after it.");
    }

    [Fact]
    public void FromRecords_TypesWithoutSparkType_AreRefusedByName()
    {
        Should.Throw<ArgumentException>(() => LocalTable.FromRecords<WithUri>([])).Message
            .ShouldBe("'WithUri.Link' is a Uri, which has no Spark type; give the schema, or use one of the types that have one. (Parameter 'shape')");
        Should.Throw<ArgumentException>(() => LocalTable.FromRecords<Circular>([])).Message
            .ShouldBe("'Circular.Next' is a Circular inside a Circular; a schema can't contain itself. (Parameter 'record')");
    }

    [Fact]
    public void FromRecords_SchemaWithAColumnThatNoPropertyFills_IsRefused() =>
        Should.Throw<ConversionException>(() => LocalTable.FromRecords([new Named("a", [])], StructType.FromDDL("name STRING, age INT")).Batches.ToList()).Message
            .ShouldBe("Named has no property for column 'age'; its properties are 'Name', 'Sizes'.");
}
