using SparkPipelines.Sql.Types;

namespace SparkPipelines.Sql.Tests.Rows;

public sealed class RowTests
{
    private static readonly StructType Schema = StructType.FromDDL("id INT, name STRING, day DATE, at TIMESTAMP, xs ARRAY<INT>, m MAP<STRING, INT>");

    private static Row Sample() => new(
        Schema,
        [1, "a", new DateOnly(2020, 1, 2), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), new object?[] { 1, 2 }, new Dictionary<object, object?> { ["k"] = 7 }]);

    [Fact]
    public void Members_OfARow_AreMicrosoftSparks()
    {
        var row = Sample();
        row.Size().ShouldBe(6);
        row[0].ShouldBe(1);
        row.Get(1).ShouldBe("a");
        row.Get("name").ShouldBe("a");
        row.Values.Length.ShouldBe(6);
        row.Schema.ShouldBe(Schema);
        row.ToString().ShouldBe("[1,a,2020-01-02,2020-01-02 03:04:05,[1, 2],{k -> 7}]");
    }

    [Fact]
    public void GetAs_OtherFormsOfAValue_AreConverted()
    {
        var row = Sample();
        row.GetAs<int>(0).ShouldBe(1);
        row.GetAs<int?>("id").ShouldBe(1);
        row.GetAs<DateOnly>("day").ShouldBe(new DateOnly(2020, 1, 2));
        row.GetAs<Date>("day").ShouldBe(new Date(2020, 1, 2));
        row.GetAs<Timestamp>("at").ShouldBe(new Timestamp(2020, 1, 2, 3, 4, 5, 0));
        row.GetAs<int[]>("xs").ShouldBe([1, 2]);
        row.GetAs<List<int?>>("xs").ShouldBe([1, 2]);
        row.GetAs<IReadOnlyList<int>>("xs").ShouldBe([1, 2]);
        row.GetAs<IReadOnlyDictionary<string, int>>("m").ShouldBe(new Dictionary<string, int> { ["k"] = 7 });
    }

    [Fact]
    public void GetAs_AnotherType_NamesColumnAndTypes()
    {
        var row = new Row(StructType.FromDDL("id INT, name STRING"), [1, null]);
        Should.Throw<InvalidCastException>(() => row.GetAs<long>("id")).Message.ShouldBe("The value of column 'id' is a Int32, not a Int64.");
        Should.Throw<InvalidCastException>(() => row.GetAs<int>("name")).Message.ShouldBe("The value of column 'name' is null, which Int32 can't be; ask for Int32?.");
        row.GetAs<string?>("name").ShouldBeNull();
        Should.Throw<ArgumentException>(() => row.Get("nam")).Message.ShouldBe("The row has no column 'nam'; its columns are 'id', 'name'. (Parameter 'columnName')");
        Should.Throw<ArgumentOutOfRangeException>(() => row.Get(2)).Message.ShouldStartWith("The row has 2 columns. (Parameter 'index')");
    }

    [Fact]
    public void Equals_GoesByContent()
    {
        Sample().ShouldBe(Sample());
        Sample().GetHashCode().ShouldBe(Sample().GetHashCode());
        var schema = StructType.FromDDL("d DOUBLE, b BINARY");
        new Row(schema, [double.NaN, new byte[] { 1 }]).ShouldBe(new Row(schema, [double.NaN, new byte[] { 1 }]));
        new Row(schema, [1.0, new byte[] { 1 }]).ShouldNotBe(new Row(schema, [1.0, new byte[] { 2 }]));
        new Row(schema, [1.0, null]).ShouldNotBe(new Row(StructType.FromDDL("e DOUBLE, b BINARY"), [1.0, null]));
        new GenericRow([1, "a"]).ShouldBe(new GenericRow([1, "a"]));
    }

    [Fact]
    public void Row_FromGenericRow_HasTheValues()
    {
        Row row = new GenericRow([1, "a"]);
        row.Schema.FieldNames.ShouldBe(["_1", "_2"]);
        row.Values.ShouldBe([1, "a"]);
    }

    // The texts are Java 17's.
    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(123456789.125, "1.23456789125E8")]
    [InlineData(1e-3, "0.001")]
    [InlineData(1e-4, "1.0E-4")]
    [InlineData(0.00123, "0.00123")]
    [InlineData(double.Epsilon, "4.9E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    [InlineData(2.2250738585072014E-308, "2.2250738585072014E-308")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(100.0, "100.0")]
    [InlineData(12345678.0, "1.2345678E7")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void ToString_Doubles_AreJavas(double value, string text) => new GenericRow([value]).ToString().ShouldBe($"[{text}]");

    [Theory]
    [InlineData(1.1f, "1.1")]
    [InlineData(float.MaxValue, "3.4028235E38")]
    [InlineData(float.Epsilon, "1.4E-45")]
    [InlineData(16777216f, "1.6777216E7")]
    public void ToString_Floats_AreJavas(float value, string text) => new GenericRow([value]).ToString().ShouldBe($"[{text}]");

    [Theory]
    [InlineData(14, 3, 14405500000L, "1 years 2 months 3 days 4 hours 5.5 seconds")]
    [InlineData(-14, -3, -14405500001L, "-1 years -2 months -3 days -4 hours -5.500001 seconds")]
    [InlineData(0, 0, 0L, "0 seconds")]
    [InlineData(0, 0, 108061000000L, "30 hours 1 minutes 1 seconds")]
    public void ToString_CalendarIntervals_AreSparks(int months, int days, long micros, string text) => new CalendarInterval(months, days, micros).ToString().ShouldBe(text);
}
