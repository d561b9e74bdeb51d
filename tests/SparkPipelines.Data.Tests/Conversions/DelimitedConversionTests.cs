using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Data.Tests.Conversions;

/// <summary>Text to values, the same on every engine.</summary>
public abstract class DelimitedConversionTests(EngineSession engine) : EngineTests(engine)
{
    [Fact]
    public void ToSparkDataFrame_EveryType_GivesItsValues()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", """"
            flag,n,x,code,day,at,local
            true,1,1.5,007,2020-01-02,2013-01-01T10:00:00Z,2013-01-01 10:00:00.25
            F,-2, 1e3 ,"a,b",2020-1-3,2013-01-01 10:00:00+01:00,2013-01-01T10:00:00
            ,,,,,,
            YES,+3,NaN,"say ""hi""",2024-02-29,2013-07-01T00:00:00.5 UTC,1999-12-31 23:59:59
            N, 4 ,-inf,"",2020-01-02,2013-01-01T10:00:00Z,2013-01-01 10:00:00

            """");
        var rows = Dataset.Tabular.FromDelimitedFiles(folder.DataPath("a.csv")).ToSparkDataFrame(Session);

        rows.Schema().Select(field => field.ToString()).ShouldBe(["flag boolean", "n bigint", "x double", "code string", "day date", "at timestamp", "local timestamp_ntz"]);
        Lines(rows.Collect().Select(row => row.Values)).ShouldBe([
            "True|1|1.5|007|2020-01-02|2013-01-01T10:00:00.0000000Z|2013-01-01T10:00:00.2500000",
            "False|-2|1000|a,b|2020-01-03|2013-01-01T09:00:00.0000000Z|2013-01-01T10:00:00.0000000",
            "null|null|null|null|null|null|null",
            "True|3|NaN|say \"hi\"|2024-02-29|2013-07-01T00:00:00.5000000Z|1999-12-31T23:59:59.0000000",
            "False|4|-Infinity||2020-01-02|2013-01-01T10:00:00.0000000Z|2013-01-01T10:00:00.0000000",
        ]);
    }

    [Fact]
    public void ToSparkDataFrame_WordsForMissingValues_AreNullInEveryColumn()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "n,s\n1,x\nNA, NA \n-,NAN\n");
        Values(Dataset.Tabular.FromDelimitedFiles(folder.DataPath("a.csv"), new DelimitedOptions { NullValues = ["NA", "-"] }))
            .ShouldBe([[1L, "x"], [null, null], [null, "NAN"]]);
    }

    [Fact]
    public void Collect_MisfitUnderNull_IsNull()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "n,d,at,b,m\n1.9,2020-01-02T03:04,2013-01-01 10:00:00,1,1.239\n9223372036854775808,2020-02-30,10:00:00Z,maybe,123456789\n1,2020-01-02,2013-01-01T10:00:00Z,True,1\n");
        var types = new Dictionary<string, DataType>
        {
            ["n"] = new LongType(), ["d"] = new DateType(), ["at"] = new TimestampType(), ["b"] = new BooleanType(), ["m"] = new DecimalType(5, 2),
        };
        Values(Dataset.Tabular.FromDelimitedFiles(folder.DataPath("a.csv"), new DelimitedOptions { ColumnTypes = types, OnError = OnError.Null })).ShouldBe([
            [null, null, null, null, 1.24m],
            [null, null, null, null, null],
            [1L, new DateOnly(2020, 1, 2), Utc(2013, 1, 1, 10), true, 1.00m],
        ]);
    }

    [Fact]
    public void ToDataFrame_MisfitUnderFail_NamesFileLineColumnAndText()
    {
        using var folder = new TestFolder();
        folder.Write("1.csv", "a,n\nx,1\n");
        folder.Write("2.csv", "a,n\nx,2\n\ny,twenty 'one'\n");
        var table = Dataset.Tabular.FromDelimitedFiles(folder.DataPath("*.csv"), new DelimitedOptions { SampleRows = 2 });

        var failed = Should.Throw<DatasetConversionException>(() => table.ToDataFrame(Session));

        failed.Message.ShouldBe($"'{folder["2.csv"]}', line 4: The column 'n' is of the type bigint and can't hold the text 'twenty 'one''. "
            + "List it in NullValues if it stands for a missing value, give 'n' another type in ColumnTypes, or read with OnError.Null.");
        (failed.File, failed.Line, failed.Column, failed.Text).ShouldBe((folder["2.csv"], 4, "n", "twenty 'one'"));
        failed.InnerException.ShouldBeAssignableTo<SparkException>();
    }

    [Fact]
    public void Collect_OddNames_AreQuoted()
    {
        using var folder = new TestFolder();
        folder.Write("with blank/ü [1].csv", "a.b,c d,`e`,ü\n1,2,3,4\n");
        var table = Dataset.Tabular.FromDelimitedFiles(folder.DataPath("with blank/*.csv"));
        Values(table.KeepColumns("`e`", "a.b").TakeSample(1, 1)).ShouldBe([[3L, 1L]]);
        table.Schema.FieldNames.ShouldBe(["a.b", "c d", "`e`", "ü"]);
    }

    [Fact]
    public void Collect_QuotedBreaksGzipAndOtherDelimiter_AreRead()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "a;n\n\"one\ntwo; \"\"three\"\"\";1\n");
        Values(Dataset.Tabular.FromDelimitedFiles(folder.DataPath("a.csv"), new DelimitedOptions { Delimiter = ';', SupportMultiLine = true })).ShouldBe([["one\ntwo; \"three\"", 1L]]);
        using (var stream = new StreamWriter(new System.IO.Compression.GZipStream(File.Create(folder["b.csv.gz"]), System.IO.Compression.CompressionLevel.Fastest)))
            stream.Write("a,n\nx,1\n");
        Values(Dataset.Tabular.FromDelimitedFiles(folder.DataPath("b.csv.gz"))).ShouldBe([["x", 1L]]);
    }

    [Fact]
    public void Head_PrintsNamesTypesAndRows()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "name,n,x,day\nshort,1,1.5,2020-01-02\n\"a text that is much longer than forty characters\",1000,,\n");
        Dataset.Tabular.FromDelimitedFiles(folder.DataPath("a.csv")).Head(session: Session).ToString().ShouldBe("""
            name                                           n       x  day
            string                                    bigint  double  date
            ----------------------------------------  ------  ------  ----------
            short                                          1     1.5  2020-01-02
            a text that is much longer than forty c…    1000    null  null

            """);
    }

    /// <summary>Values as text that shows their types' differences: offsets, nulls.</summary>
    private static IEnumerable<string> Lines(IEnumerable<object?[]> rows) => rows.Select(row => string.Join('|', row.Select(value => value switch
    {
        null => "null",
        DateTime or DateOnly => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:O}", value),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    })));

    private List<object?[]> Values(TabularDataset table) => [.. table.ToSparkDataFrame(Session).Collect().Select(row => row.Values)];

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}

public sealed class EmbeddedDelimitedConversionTests(EmbeddedSession engine) : DelimitedConversionTests(engine), IClassFixture<EmbeddedSession>;

public sealed class Spark4DelimitedConversionTests(Spark4Session engine) : DelimitedConversionTests(engine), IClassFixture<Spark4Session>;

public sealed class Spark3DelimitedConversionTests(Spark3Session engine) : DelimitedConversionTests(engine), IClassFixture<Spark3Session>;
