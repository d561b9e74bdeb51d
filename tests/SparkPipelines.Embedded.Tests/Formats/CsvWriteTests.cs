using System.IO.Compression;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tests.Formats;

/// <summary>Values that are hard to write. What is expected is what Spark 4.2.1 wrote with the same options.</summary>
public sealed class CsvWriteTests : IDisposable
{
    private const string Rows = """
        SELECT * REPLACE (dec::DECIMAL(10, 2) AS dec, f::FLOAT AS f) FROM (VALUES
            (1::INTEGER, 'a', 1.5::DOUBLE, true, DATE '2020-01-31', TIMESTAMP '2020-01-31 10:11:12.123456', TIMESTAMP '2020-01-31 10:11:12', 1.5::DECIMAL(10,2), 1.0::FLOAT),
            (2, 'x,y', 'nan', false, DATE '0001-01-01', TIMESTAMP '1969-12-31 23:59:59', TIMESTAMP '1969-12-31 23:59:59.5', -1, 'inf'),
            (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            (3, '', 1e20, NULL, NULL, NULL, NULL, NULL, 1e-5),
            (4, 'q"u"o', '-0.0', NULL, NULL, NULL, NULL, NULL, NULL),
            (5, ' lead trail ', 123456789.123, NULL, NULL, NULL, NULL, NULL, NULL),
            (6, 'back\slash', 1e7, NULL, NULL, NULL, NULL, NULL, NULL),
            (7, E'new\nline', 1e-3, NULL, NULL, NULL, NULL, NULL, NULL),
            (8, E'#c\td', 0.001, NULL, NULL, NULL, NULL, NULL, NULL),
            (9, '"', 1, NULL, NULL, NULL, NULL, NULL, NULL),
            (10, '\"', 1, NULL, NULL, NULL, NULL, NULL, NULL),
            (11, 'ä€😀''', 1, NULL, NULL, NULL, NULL, NULL, NULL),
            (12, E'cr\rx', 1, NULL, NULL, NULL, NULL, NULL, NULL),
            (13, ' ', 1, NULL, NULL, NULL, NULL, NULL, NULL)) t(i, s, d, b, dt, ts, ntz, dec, f)
        """;

    private static readonly StructType Schema = new(
        new StructField("i", new IntegerType()),
        new StructField("s", new StringType()),
        new StructField("d", new DoubleType()),
        new StructField("b", new BooleanType()),
        new StructField("dt", new DateType()),
        new StructField("ts", new TimestampType()),
        new StructField("ntz", new TimestampNtzType()),
        new StructField("dec", new DecimalType(10, 2)),
        new StructField("f", new FloatType()));

    private readonly FormatHarness _harness = new();

    private string Target => Path.Combine(_harness.Folder.Path, "out");

    public void Dispose() => _harness.Dispose();

    [Fact]
    public Task Write_Defaults() => CheckAsync(
        "i,s,d,b,dt,ts,ntz,dec,f", "i,s,d,b,dt,ts,ntz,dec,f\n1,a,1.5,true,2020-01-31,2020-01-31T10:11:12.123Z,2020-01-31T10:11:12.000,1.50,1.0\n"
        + "2,\"x,y\",NaN,false,0001-01-01,1969-12-31T23:59:59.000Z,1969-12-31T23:59:59.500,-1.00,Infinity\n,,,,,,,,\n3,\"\",1.0E20,,,,,,1.0E-5\n4,\"q\\\"u\\\"o\",-0.0,,,,,,\n"
        + "5,lead trail,1.23456789123E8,,,,,,\n6,back\\slash,1.0E7,,,,,,\n7,\"new\nline\",0.001,,,,,,\n8,#c\td,0.001,,,,,,\n9,\"\\\"\",1.0,,,,,,\n10,\"\\\\\\\"\",1.0,,,,,,\n"
        + "11,ä€😀',1.0,,,,,,\n12,\"cr\rx\",1.0,,,,,,\n13,\"\",1.0,,,,,,\n",
        ("header", "true"));

    [Fact]
    public Task Write_QuoteAll() => CheckAsync(
        "i,s,d,b", "\"1\",\"a\",\"1.5\",\"true\"\n\"2\",\"x,y\",\"NaN\",\"false\"\n\"NV\",\"NV\",\"NV\",\"NV\"\n\"3\",\"EV\",\"1.0E20\",\"NV\"\n\"4\",\"q\\\"u\\\"o\",\"-0.0\",\"NV\"\n"
        + "\"5\",\"lead trail\",\"1.23456789123E8\",\"NV\"\n\"6\",\"back\\\\slash\",\"1.0E7\",\"NV\"\n\"7\",\"new\nline\",\"0.001\",\"NV\"\n\"8\",\"#c\td\",\"0.001\",\"NV\"\n\"9\",\"\\\"\",\"1.0\",\"NV\"\n"
        + "\"10\",\"\\\\\\\"\",\"1.0\",\"NV\"\n\"11\",\"ä€😀'\",\"1.0\",\"NV\"\n\"12\",\"cr\rx\",\"1.0\",\"NV\"\n\"13\",\"EV\",\"1.0\",\"NV\"\n",
        ("quoteAll", "true"), ("nullValue", "NV"), ("emptyValue", "EV"));

    [Fact]
    public Task Write_OtherCharacters() => CheckAsync(
        "i,s,d", "1;a;1.5\n2;x,y;NaN\n;;\n3;\"\";1.0E20\n4;\"q\"\"u\"\"o\";-0.0\n5; lead trail ;1.23456789123E8\n6;back\\slash;1.0E7\n7;\"new\nline\";0.001\n8;#c\td;0.001\n9;\"\"\"\";1.0\n"
        + "10;\"\\\"\"\";1.0\n11;ä€😀';1.0\n12;\"cr\rx\";1.0\n13; ;1.0\n",
        ("sep", ";"), ("escape", "\""), ("ignoreLeadingWhiteSpace", "false"), ("ignoreTrailingWhiteSpace", "false"));

    [Fact]
    public Task Write_OneColumn_LeavesOutEmptyRecords() => CheckAsync(
        "s", "a\n'x,y'\n\"\"\nq\"u\"o\nlead trail\nback\\slash\n'new\nline'\n'#c\td'\n\"\n\\\"\n'ä€😀\\''\n'cr\rx'\n\"\"\n", ("comment", "#"), ("quote", "'"));

    [Fact]
    public async Task Write_PatternsAndGzip()
    {
        await WriteAsync("i,s,dt,ts,ntz", ("escapeQuotes", "false"), ("dateFormat", "dd/MM/yyyy"), ("timestampFormat", "yyyy/MM/dd HH:mm:ss.SSSSSS"), ("compression", "gzip"));

        FormatHarness.Files(Target).ShouldBe(["_SUCCESS", "part-00000-ID-c000.csv.gz"]);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Directory.GetFiles(Target, "*.gz").Single()), CompressionMode.Decompress));
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(
            "1,a,31/01/2020,2020/01/31 10:11:12.123456,2020-01-31T10:11:12.000\n2,\"x,y\",01/01/0001,1969/12/31 23:59:59.000000,1969-12-31T23:59:59.500\n,,,,\n3,\"\",,,\n4,q\"u\"o,,,\n"
            + "5,lead trail,,,\n6,back\\slash,,,\n7,\"new\nline\",,,\n8,#c\td,,,\n9,\"\\\"\",,,\n10,\\\",,,\n11,ä€😀',,,\n12,\"cr\rx\",,,\n13,\"\",,,\n");
    }

    [Fact]
    public async Task Write_NoRows_MakesAFileWithTheHeader()
    {
        await _harness.WriteAsync("csv", Target, $"SELECT i, s FROM ({Rows}) WHERE i > 100", Columns("i,s"), options: ("header", "true"));

        (await File.ReadAllTextAsync(Directory.GetFiles(Target, "*.csv").Single(), TestContext.Current.CancellationToken)).ShouldBe("i,s\n");
    }

    [Fact]
    public async Task Write_PartitionBy_ReadsBack()
    {
        await _harness.WriteAsync("csv", Target, $"SELECT i, s, ts FROM ({Rows}) WHERE i IN (1, 3, 10)", Columns("i,s,ts"), partitionBy: ["ts", "s"]);

        FormatHarness.Files(Target).ShouldBe(
        [
            "_SUCCESS",
            "ts=2020-01-31 10%3A11%3A12.123456/s=a/part-00000-ID-c000.csv",
            "ts=__HIVE_DEFAULT_PARTITION__/s=%5C%22/part-00000-ID-c000.csv",
            "ts=__HIVE_DEFAULT_PARTITION__/s=__HIVE_DEFAULT_PARTITION__/part-00000-ID-c000.csv",
        ]);
        (await _harness.ReadAsync("csv", Target, Columns("i")))[1..].Order(StringComparer.Ordinal).ShouldBe(
            ["10|∅|\\\"", "1|2020-01-31 10:11:12.123456|a", "3|∅|∅"]);
    }

    private static StructType Columns(string names) => new(names.Split(',').Select(name => Schema[name]));

    private async Task CheckAsync(string columns, string expected, params (string Name, string Value)[] options)
    {
        await WriteAsync(columns, options);

        (await File.ReadAllTextAsync(Directory.GetFiles(Target, "*.csv").Single(), TestContext.Current.CancellationToken)).ShouldBe(expected);
    }

    private Task WriteAsync(string columns, params (string Name, string Value)[] options) =>
        _harness.WriteAsync("csv", Target, $"SELECT {columns} FROM ({Rows})", Columns(columns), options: options);
}
