using System.Globalization;
using Microsoft.Data.Analysis;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;

namespace SparkPipelines.Sql.Tests.Results;

public sealed class FrameTests
{
    private static readonly Dictionary<Type, string> Refused = new()
    {
        [typeof(BinaryType)] = "Column 'c' (binary) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with base64 for instance.",
        [typeof(TimeType)] = "Column 'c' (time(6)) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with a cast to string for instance.",
        [typeof(DayTimeIntervalType)] = "Column 'c' (interval day to second) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with a cast to string for instance.",
        [typeof(YearMonthIntervalType)] = "Column 'c' (interval year to month) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with a cast to string for instance.",
        [typeof(CalendarIntervalType)] = "Column 'c' (interval) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with a cast to string for instance.",
        [typeof(VariantType)] = "Column 'c' (variant) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with to_json for instance.",
    };

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, AllTypes.Cases.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Build_EveryType_HoldsItsValuesAndGivesThemBackOrRefuses(int index)
    {
        var (type, values) = AllTypes.Cases[index];
        var schema = new StructType(new StructField("c", type));
        if (type is ArrayType or MapType or StructType || Refused.ContainsKey(type.GetType()))
        {
            var expected = Refused.GetValueOrDefault(type.GetType())
                ?? $"Column 'c' ({type.SimpleString}) has no column type in Microsoft.Data.Analysis; leave it out, or make it text or a number in the query, with to_json for instance.";
            var refusal = Should.Throw<ConversionException>(() => new FrameBuilder(schema));
            refusal.Message.ShouldBe(expected);
            refusal.Column.ShouldBe("c");
            refusal.DataType.ShouldBe(type);
            return;
        }

        if (type is DecimalType { Precision: 38 })
        {
            Should.Throw<ConversionException>(() => Frame(schema, values)).Message.ShouldBe(
                $"Column 'c' ({type.SimpleString}) holds {values[0]}, which a decimal can't hold (28 digits); a SqlDecimal does; cast the column in the query, to string for instance.");
            return;
        }

        var frame = Frame(schema, values);
        frame.Columns.Count.ShouldBe(1);
        frame.Columns[0].Name.ShouldBe("c");
        frame.Columns[0].Length.ShouldBe(values.Length);
        frame.Columns[0].NullCount.ShouldBe(values.Count(value => value is null));
        Enumerable.Range(0, values.Length).Select(i => AllTypes.Exactly(frame.Columns[0][i])).ShouldBe(values.Select(value => AllTypes.Exactly(AsInFrame(value))));

        // A frame knows text and days as text and times; with the schema given they become what they were.
        var back = frame.ToLocalTable(schema);
        back.Batches.SelectMany(RowReader.Of(schema).ReadBatch).Select(row => AllTypes.Exactly(row[0])).ShouldBe(values.Select(AllTypes.Exactly));
        if (type is not DateType and not DecimalType and not NullType)
            frame.ToLocalTable().Schema.ShouldBe(schema);
    }

    // A block of memory holds 131,072 numbers of eight bytes: these columns take three and end within one.
    [Fact]
    public void Build_MoreValuesThanABlockHolds_KeepsEachInItsPlace()
    {
        var schema = new StructType(new StructField("n", new LongType()), new StructField("t", new StringType()));
        long?[] numbers = [.. Enumerable.Range(0, 300_001).Select(i => i % 7 == 3 ? (long?)null : i)];
        string?[] texts = [.. numbers.Select((n, i) => n is null ? null : $"Größe {i % 20_000} 𝄞")];
        var rows = numbers.Zip(texts, (n, t) => new GenericRow([n, t]));

        foreach (var text in new[] { FrameText.Strings, FrameText.Utf8 })
        {
            var builder = new FrameBuilder(schema, text);
            foreach (var batch in LocalTable.FromRows(rows, schema).Batches)
                builder.Append(batch);
            var frame = builder.Build();

            frame.Columns["n"].NullCount.ShouldBe(numbers.Count(n => n is null));
            frame.Columns["n"].Cast<long?>().ShouldBe(numbers);
            frame.Columns["t"].Cast<string?>().ShouldBe(texts);
        }
    }

    [Fact]
    public void Build_Utf8Text_ReadsAsTheStrings()
    {
        var schema = new StructType(new StructField("c", new StringType()));
        string?[] values = ["", "grün 𝄞", null, "z"];
        var builder = new FrameBuilder(schema, FrameText.Utf8);
        foreach (var batch in LocalTable.FromRecords(Enumerable.Repeat(values, 3).SelectMany(v => v), schema).Batches)
        {
            builder.Append(batch.Slice(0, 5));
            builder.Append(batch.Slice(5, 7));
        }

        var column = builder.Build().Columns["c"].ShouldBeOfType<ArrowStringDataFrameColumn>();
        Enumerable.Range(0, 12).Select(i => column[i]).ShouldBe([.. values, .. values, .. values]);
        column.NullCount.ShouldBe(3);
        new Microsoft.Data.Analysis.DataFrame(column).ToLocalTable().Batches.SelectMany(RecordReaders.Of<string?>(schema).ReadBatch).ShouldBe([.. values, .. values, .. values]);
    }

    [Fact]
    public void Build_ManySlicedBatches_KeepsNullsWhereTheyAre()
    {
        var schema = new StructType(new StructField("_1", new IntegerType()));
        var values = Enumerable.Range(0, 10_000).Select(i => i % 7 == 3 ? (int?)null : i).ToArray();
        var batch = LocalTable.FromRecords(values, schema).Batches.ShouldHaveSingleItem();
        var builder = new FrameBuilder(schema);
        for (var start = 0; start < values.Length; start += 1237)
            builder.Append(batch.Slice(start, Math.Min(1237, values.Length - start)));
        ((Int32DataFrameColumn)builder.Build().Columns[0]).ToArray().ShouldBe(values);
    }

    /// <summary><c>SPARKPIPELINES_LARGE_TRANSFERS=1</c> fills a real array, of 2 GB; else a smaller one stands for it.</summary>
    [Fact]
    public void Append_MoreTextThanAnArrayHolds_NamesTheColumnAndTheWayOut()
    {
        var isLarge = Environment.GetEnvironmentVariable("SPARKPIPELINES_LARGE_TRANSFERS") == "1";
        var (width, most) = isLarge ? (1 << 20, Array.MaxLength) : (16, 16 * 64 * 32);
        var schema = new StructType(new StructField("body", new StringType()));
        var batch = LocalTable.FromRecords(Enumerable.Range(0, 64).Select(i => new string((char)('0' + i), width)), schema).Batches.ShouldHaveSingleItem();
        var builder = new FrameBuilder(schema, FrameText.Utf8, isLarge ? null : most);
        for (var i = 0; i < most / (width * 64); i++)
            builder.Append(batch);

        var error = Should.Throw<ConversionException>(() => builder.Append(batch));

        (error.Column, error.DataType).ShouldBe(("body", new StringType()));
        error.Message.ShouldBe(
            $"Column 'body' (string) has more than {(isLarge ? "2,147,483,591" : "32,768")} bytes of text or {(isLarge ? "536,870,897" : "8,192")} values, the most that "
            + "FrameText.Utf8 keeps of a column; take FrameText.Strings, or read the rows in parts with ToArrowAsync or StreamAsync, or take fewer of them in the query.");
        if (!isLarge)
        {
            var strings = new FrameBuilder(schema, FrameText.Strings, most);
            for (var i = 0; i < 40; i++)
                strings.Append(batch);
            strings.Build().Columns[0].Length.ShouldBe(40 * 64);
        }
    }

    [Fact]
    public void Append_MoreNumbersThanAnArrayHolds_NamesTheColumnAndTheWayOut()
    {
        var schema = new StructType(new StructField("n", new LongType()));
        var batch = LocalTable.FromRecords(Enumerable.Range(0, 500).Select(i => (long)i), schema).Batches.ShouldHaveSingleItem();
        var builder = new FrameBuilder(schema, mostBytes: 8007);
        builder.Append(batch);
        builder.Append(batch);

        Should.Throw<ConversionException>(() => builder.Append(batch)).Message.ShouldBe(
            "Column 'n' (bigint) has more than 1,000 values, the most that lie in one array and so in a column of Microsoft.Data.Analysis; "
            + "read the rows in parts with ToArrowAsync or StreamAsync, or take fewer of them in the query.");
        builder.Build().Columns[0].Length.ShouldBe(1000);
    }

    [Fact]
    public void Build_NullSlots_DoNotTakePartInSums()
    {
        var schema = new StructType(new StructField("_1", new DoubleType()));
        var frame = Frame(schema, [1.5, null, 2.0]);
        frame.Columns[0].Sum().ShouldBe(3.5);
    }

    [Fact]
    public void ToLocalTable_UnsignedAndOtherColumns_BecomeTypesThatHoldThem()
    {
        var frame = new Microsoft.Data.Analysis.DataFrame(
            new ByteDataFrameColumn("byte", [byte.MaxValue, null]),
            new UInt16DataFrameColumn("ushort", [ushort.MaxValue, null]),
            new UInt32DataFrameColumn("uint", [uint.MaxValue, null]),
            new UInt64DataFrameColumn("ulong", [ulong.MaxValue, null]),
            new CharDataFrameColumn("char", ['ü', null]),
            new DecimalDataFrameColumn("decimal", [1.5m, null]));

        var table = frame.ToLocalTable();

        table.Schema.ToDDL().ShouldBe("byte SMALLINT,ushort INT,uint BIGINT,ulong DECIMAL(20,0),char STRING,decimal DECIMAL(38,18)");
        table.Batches.SelectMany(RowReader.Of(table.Schema).ReadBatch).Select(row => row.ToString())
            .ShouldBe(["[255,65535,4294967295,18446744073709551615,ü,1.500000000000000000]", "[null,null,null,null,null,null]"]);
    }

    [Fact]
    public void ToLocalTable_MixedKindsOfTime_AreRefused()
    {
        var frame = new Microsoft.Data.Analysis.DataFrame(new DateTimeDataFrameColumn("at", [DateTime.UnixEpoch, new DateTime(2020, 1, 1)]));
        Should.Throw<ConversionException>(() => frame.ToLocalTable()).Message.ShouldBe(
            "Column 'at' of the frame mixes DateTime values of kind Unspecified with others; give all of them one kind, or give the schema.");
    }

    [Fact]
    public void ToLocalTable_ColumnOfVectors_IsRefused()
    {
        var frame = new Microsoft.Data.Analysis.DataFrame(new VBufferDataFrameColumn<double>("v", 1));
        Should.Throw<ConversionException>(() => frame.ToLocalTable()).Message.ShouldBe(
            "Column 'v' of the frame is a VBufferDataFrameColumn<Double> of VBuffer<Double>, which has no Spark type; leave it out or convert it first.");
    }

    [Fact]
    public void ToLocalTable_MoreRowsThanABatch_KeepsAllInOrder()
    {
        var values = Enumerable.Range(0, LocalTable.BatchRows + 10).Select(i => i % 5 == 0 ? null : (long?)i).ToArray();
        var table = new Microsoft.Data.Analysis.DataFrame(new Int64DataFrameColumn("n", values), new StringDataFrameColumn("s", values.Select(v => v?.ToString(CultureInfo.InvariantCulture)))).ToLocalTable();
        table.Batches.Select(batch => batch.Length).ShouldBe([LocalTable.BatchRows, 10]);
        var rows = table.Batches.SelectMany(RecordReaders.Of<(long? N, string? S)>(table.Schema).ReadBatch).ToArray();
        rows.ShouldBe(values.Select(v => (v, v?.ToString(CultureInfo.InvariantCulture))));
    }

    private static Microsoft.Data.Analysis.DataFrame Frame(StructType schema, object?[] values)
    {
        var builder = new FrameBuilder(schema);
        foreach (var batch in LocalTable.FromRows(values.Select(value => new GenericRow([value])), schema).Batches)
            builder.Append(batch);
        return builder.Build();
    }

    private static object? AsInFrame(object? value) => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value;
}
