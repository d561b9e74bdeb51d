using System.Data.SqlTypes;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Tests.Results;

public sealed class RecordReaderTests
{
    private sealed record Iris(double SepalLength, string Species);

    private sealed class Settable
    {
        public long Id { get; set; }

        public string? Name { get; init; }
    }

    private sealed record Shop(int Id, Address? Home, List<Address> Branches);

    private sealed record Address(string City, int Zip);

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed record Painted(Colour Colour);

    [Fact]
    public void Of_ColumnsInSnakeCase_FillThePascalCaseParameters() =>
        Read<Iris>("species string, sepal_length double", ["setosa", 5.1]).ShouldBe([new Iris(5.1, "setosa")]);

    [Fact]
    public void Of_SettableProperties_AreFilledWhateverTheCase()
    {
        var one = Read<Settable>("ID int, name string", [7, null]).ShouldHaveSingleItem();
        one.Id.ShouldBe(7);
        one.Name.ShouldBeNull();
    }

    [Fact]
    public void Of_NestedRecordsThatAreNull_AreNotLookedInto() =>
        Read<Shop>(
            "id int, home struct<city:string,zip:int>, branches array<struct<city:string,zip:int>>",
            [1, null, Array.Empty<object?>()],
            [2, new GenericRow(["Köln", 50667]), new object?[] { new GenericRow(["Bonn", 53111]) }])
            .Select(shop => shop.ToString().Replace("System.Collections.Generic.List`1[SparkPipelines.Sql.Tests.Results.RecordReaderTests+Address]", string.Join(';', shop.Branches), StringComparison.Ordinal))
            .ShouldBe(
            [
                "Shop { Id = 1, Home = , Branches =  }",
                "Shop { Id = 2, Home = Address { City = Köln, Zip = 50667 }, Branches = Address { City = Bonn, Zip = 53111 } }",
            ]);

    [Fact]
    public void Of_Tuples_GoByPosition() => Read<(long Id, string Name)>("a bigint, b string", [1L, "x"]).ShouldBe([(1L, "x")]);

    [Fact]
    public void Of_OneColumn_GivesItsValues()
    {
        Read<int>("a int", [1], [2]).ShouldBe([1, 2]);
        Read<int?>("a int", [1], [null]).ShouldBe([1, null]);
        Read<decimal>("a decimal(38,18)", [1.5m]).ShouldBe([1.5m]);
        Read<SqlDecimal>("a decimal(10,2)", [1.5m]).ShouldBe([new SqlDecimal(10, 2, true, 150, 0, 0, 0)]);
        Read<Date>("a date", [new DateOnly(2020, 1, 2)]).ShouldBe([new Date(2020, 1, 2)]);
        Read<Timestamp>("a timestamp", [DateTime.UnixEpoch]).ShouldBe([new Timestamp(1970, 1, 1, 0, 0, 0, 0)]);
        Read<DateTimeOffset>("a timestamp", [DateTime.UnixEpoch]).ShouldBe([DateTimeOffset.UnixEpoch]);
        Read<double>("a float", [1.5f]).ShouldBe([1.5]);
    }

    [Fact]
    public void Of_DecimalWithTrailingZerosBeyond28Digits_IsHeldExactly() =>
        Read<decimal>("a decimal(38,18)", [SqlDecimal.Parse("123456789012.500000000000000000")]).ShouldBe([123456789012.5m]);

    public static TheoryData<string, Action> Refusals => new()
    {
        {
            "There is no column for 'Species' of Iris; the columns are 'sepal_length'.",
            () => Read<Iris>("sepal_length double")
        },
        {
            "Iris has no member for columns 'x', 'y'; select the columns it needs, or add the members.",
            () => Read<Iris>("sepal_length double, x int, species string, y int")
        },
        {
            "'SepalLength' of Iris fits the columns 'sepal_length' and 'SEPAL_LENGTH'; rename one of them.",
            () => Read<Iris>("sepal_length double, SEPAL_LENGTH double, species string")
        },
        {
            "Column 'sepal_length' (decimal(10,2)) can't become 'SepalLength' of Iris, a Double; use Decimal.",
            () => Read<Iris>("sepal_length decimal(10,2), species string")
        },
        {
            "Column 'species' (string) holds null, but 'Species' of Iris can't be null; make it nullable or drop the nulls first.",
            () => Read<Iris>("sepal_length double, species string", [1.0, null])
        },
        {
            "Column 'sepal_length' (double) holds null, but 'SepalLength' of Iris can't be null; make it nullable or drop the nulls first.",
            () => Read<Iris>("sepal_length double, species string", [null, "x"])
        },
        {
            "Column 'home.city' (string) holds null, but 'City' of Address can't be null; make it nullable or drop the nulls first.",
            () => Read<Shop>("id int, home struct<city:string,zip:int>, branches array<struct<city:string,zip:int>>", [1, new GenericRow([null, 1]), Array.Empty<object?>()])
        },
        {
            "There is no column for 'Zip' of Address; the columns are 'home.city'.",
            () => Read<Shop>("id int, home struct<city:string>, branches array<struct<city:string,zip:int>>")
        },
        {
            "Column 'colour' (string) holds 'Blue', which is no member of Colour (Red, Green); cast the column in the query, to string for instance.",
            () => Read<Painted>("colour string", ["Blue"])
        },
        {
            "A Int32 is made from one column, but there are 2; select one, or collect a record.",
            () => Read<int>("a int, b int")
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Of_WhatDoesNotFit_IsRefusedByName(string message, Action read) => Should.Throw<ConversionException>(read).Message.ShouldBe(message);

    [Fact]
    public void Read_ValuesOutsideDotNetsRange_AreRefusedByNameAndValue()
    {
        Raw(new DateType(), 2_932_897).ShouldBe(
            "Column 'c' (date) holds the date +10000-01-01, which a DateOnly can't hold (0001-01-01 to 9999-12-31); cast the column in the query, to string for instance.");
        Raw(new DateType(), -719_163).ShouldBe(
            "Column 'c' (date) holds the date 0000-12-31, which a DateOnly can't hold (0001-01-01 to 9999-12-31); cast the column in the query, to string for instance.");
        Raw(new TimestampType(), 253_402_300_800_000_000).ShouldBe(
            "Column 'c' (timestamp) holds the timestamp +10000-01-01 00:00:00 UTC, which a DateTime can't hold (0001-01-01 to 9999-12-31); cast the column in the query, to string for instance.");
        Raw(new TimestampNtzType(), -62_135_596_800_000_001).ShouldBe(
            "Column 'c' (timestamp_ntz) holds the timestamp 0000-12-31 23:59:59.999999, which a DateTime can't hold (0001-01-01 to 9999-12-31); cast the column in the query, to string for instance.");
        Raw(new DayTimeIntervalType(), long.MaxValue).ShouldBe(
            "Column 'c' (interval day to second) holds an interval of 9223372036854775807 microseconds, which a TimeSpan can't hold (about 29,000 years either way); cast the column in the query, to string for instance.");
        Raw(new TimeType(), 86_400_000_000_000).ShouldBe(
            "Column 'c' (time(6)) holds the time of 86400000000000 nanoseconds since midnight, which a TimeOnly can't hold (00:00 to 23:59:59.9999999, in steps of 100 nanoseconds); cast the column in the query, to string for instance.");
    }

    [Fact]
    public void Read_GarbageBeneathNulls_IsNotLookedAt()
    {
        var schema = new StructType(new StructField("c", new DateType()));
        var data = new Apache.Arrow.ArrayData(schema[0].DataType.ToArrow(), 1, 1, 0, [new Apache.Arrow.ArrowBuffer(new byte[] { 0 }), new Apache.Arrow.ArrowBuffer(BitConverter.GetBytes(int.MaxValue))]);
        var batch = new Apache.Arrow.RecordBatch(schema.ToArrowSchema(), [Apache.Arrow.ArrowArrayFactory.BuildArray(data)], 1);
        RowReader.Of(schema).ReadBatch(batch).ShouldBe([new Row(schema, [null])]);
    }

    private static string Raw<T>(DataType type, T value)
        where T : unmanaged
    {
        var schema = new StructType(new StructField("c", type));
        var writer = new FixedWriter<T>(type.ToArrow());
        writer.Append([value], default);
        var batch = new Apache.Arrow.RecordBatch(schema.ToArrowSchema(), [writer.Finish()], 1);
        return Should.Throw<ConversionException>(() => RowReader.Of(schema).ReadBatch(batch)).Message;
    }

    private static T[] Read<T>(string ddl, params object?[][] rows)
    {
        var schema = StructType.FromDDL(ddl);
        var reader = RecordReaders.Of<T>(schema);
        return [.. LocalTable.FromRows(rows.Select(row => new GenericRow(row)), schema).Batches.SelectMany(reader.ReadBatch)];
    }
}
