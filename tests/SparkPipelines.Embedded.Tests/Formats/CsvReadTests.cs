using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tests.Formats;

/// <summary>Files that are hard to read. What is expected is what Spark 4.2.1 answered, read with the same options.</summary>
public sealed class CsvReadTests : IDisposable
{
    private const string Quotes =
        "a,\"b\",c\n\"x,y\",\"a\"\"b\",\"a\\\"b\"\n\"a\"b,\"c\" ,\"d\" e\n\"unclosed,x,y\n\"\",,\"\"\nab\"c,a\\,b,\\\"\n\"a\\\\\",b,\"c\\d\"\n\"a\"\" b\",x,\"y\\\n\" lead\",\"trail \"  ,  \" in \"\n";

    private const string Blanks = " a , b ,c \n\t\n   \n x,,  \n";

    private const string Short = "1,2,3\n1,2\n1\n1,2,3,4\n,\n";

    private const string LineEnds = "a,b\r\nc,d\r\n\"e\r\",f\rg,h\n\n\ni,j";

    private const string Header = "a,A,,b c,a\n1,2,3,4,5\na,A,,b c,a\n6,7,8,9,10\n";

    private const string Comments = "# x\na,b\n#c,d\n #e,f\ng,#h\n";

    private static readonly StructType Typed = new(
        new StructField("i", new IntegerType()),
        new StructField("l", new LongType()),
        new StructField("d", new DoubleType()),
        new StructField("s", new StringType()),
        new StructField("b", new BooleanType()),
        new StructField("dt", new DateType()),
        new StructField("ts", new TimestampType()),
        new StructField("dec", new DecimalType(10, 2)));

    private readonly FormatHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("", "a|b|c;x,y|\"a\"\"b\"|a\"b;\"a\"b|c|\"d\" e;unclosed,x,y|∅|∅;∅|∅|∅;ab\"c|a\\|b;a\\|b|c\\d;\"a\"\" b\"|x|y; lead|trail |  \" in \"")]
    [InlineData("escape=\"", "a|b|c;x,y|a\"b|\"a\\\"b\";\"a\"b|c|\"d\" e;unclosed,x,y|∅|∅;∅|∅|∅;ab\"c|a\\|b;a\\\\|b|c\\d;a\" b|x|y\\; lead|trail |  \" in \"")]
    [InlineData("ignoreLeadingWhiteSpace=true&ignoreTrailingWhiteSpace=true", "a|b|c;x,y|\"a\"\"b\"|a\"b;\"a\"b|c|\"d\" e;unclosed,x,y|∅|∅;∅|∅|∅;ab\"c|a\\|b;a\\|b|c\\d;\"a\"\" b\"|x|y; lead|trail | in ")]
    [InlineData("emptyValue=EV&nullValue=NV", "a|b|c;x,y|\"a\"\"b\"|a\"b;\"a\"b|c|\"d\" e;unclosed,x,y|∅|∅;EV|∅|EV;ab\"c|a\\|b;a\\|b|c\\d;\"a\"\" b\"|x|y; lead|trail |  \" in \"")]
    [InlineData("quote=", "a|\"b\"|c;\"x|y\"|\"a\"\"b\";\"a\"b|\"c\" |\"d\" e;\"unclosed|x|y;\"\"|∅|\"\";ab\"c|a\\|b;\"a\\\\\"|b|\"c\\d\";\"a\"\" b\"|x|\"y\\;\" lead\"|\"trail \"  |  \" in \"")]
    [InlineData("charToEscapeQuoteEscaping=\\", "a|b|c;x,y|\"a\"\"b\"|a\"b;\"a\"b|c|\"d\" e;unclosed,x,y|∅|∅;∅|∅|∅;ab\"c|a\\|b;a\\|b|c\\d;\"a\"\" b\"|x|y; lead|trail |  \" in \"")]
    [InlineData("multiLine=true", "a|b|c;x,y|\"a\"\"b\"|a\"b;\"a\"b|c|\"d\" e;unclosed,x,y\n\"|∅|∅;ab\"c|a\\|b;a\\|b|c\\d;\"a\"\" b\"|x|\"y\\\n\" lead\"")]
    public Task Read_BrokenQuotes(string options, string expected) => CheckAsync(Quotes, options, "struct<_c0:string,_c1:string,_c2:string>", expected);

    [Theory]
    [InlineData("", " a | b |c ; x|∅|  ")]
    [InlineData("ignoreLeadingWhiteSpace=true", "a |b |c ;x|∅|∅")]
    [InlineData("ignoreTrailingWhiteSpace=true", " a| b|c; x|∅|∅")]
    [InlineData("ignoreLeadingWhiteSpace=true&ignoreTrailingWhiteSpace=true&nullValue=NV&emptyValue=EV", "a|b|c;x|∅|∅")]
    public Task Read_Blanks(string options, string expected) => CheckAsync(Blanks, options, "struct<_c0:string,_c1:string,_c2:string>", expected);

    [Theory]
    [InlineData("a,b\r\nc,d\r\n\"e\r\",f\rg,h\n\n\ni,j", "", "a|b;c|d;e|∅;,f|∅;g|h;i|j")]
    [InlineData(LineEnds, "lineSep=\n", "a|b\r;c|d\r;e\r|f\rg;i|j")]
    [InlineData(LineEnds, "multiLine=true", "a|b;c|d;e\r|f\rg")]
    [InlineData("a,\"b\r\nc\"\r\nd\ne,\"f\ng\"\r\n", "multiLine=true", "a|b\nc;d\ne|f\ng")]
    [InlineData("a,\"b\rc\"\rd\ne,\"f\ng\"\r", "multiLine=true", "a|b\nc;d\ne|f\ng")]
    [InlineData("a,x|b,\"x|y\"|c\nd|", "lineSep=|", "a|x;b|x;y\"|∅;c\nd|∅")]
    public Task Read_LineEnds(string text, string options, string expected) => CheckAsync(text, options, "struct<_c0:string,_c1:string>", expected);

    [Theory]
    [InlineData("", "_c0:string,_c1:string", "a|b;c\"|d;\"e\"\"f\"|g;h\"|i;j|∅")]
    [InlineData("multiLine=true", "_c0:string,_c1:string,_c2:string", "a|b\nc|d\r;\"e\"\"f\"|g\r\nh|i;j\n|∅|∅")]
    [InlineData("multiLine=true&escape=\"", "_c0:string,_c1:string,_c2:string", "a|b\nc|d\r;e\"f|g\r\nh|i;j\n|∅|∅")]
    public Task Read_RecordsOverSeveralLines(string options, string schema, string expected) =>
        CheckAsync("a,\"b\nc\",d\r\n\"e\"\"f\",\"g\r\nh\",i\n\"j\n", options, $"struct<{schema}>", expected);

    [Theory]
    [InlineData("header=true", "a0:string,A1:string,_c2:string,b c:string,a4:string", "1|2|3|4|5;a|A|∅|b c|a;6|7|8|9|10")]
    [InlineData("header=true&inferSchema=true", "a0:int,A1:int,_c2:int,b c:int,a4:int", "1|2|3|4|5;∅|∅|∅|∅|∅;6|7|8|9|10")]
    [InlineData("mode=XX&sep=;", "_c0:string", "a,A,,b c,a;1,2,3,4,5;a,A,,b c,a;6,7,8,9,10")]
    public Task Read_Headers(string options, string schema, string expected) => CheckAsync(Header, options, $"struct<{schema}>", expected);

    [Theory]
    [InlineData("comment=#", "_c0:string,_c1:string", "a|b; #e|f;g|#h")]
    [InlineData("comment=#&header=true", "a:string,b:string", " #e|f;g|#h")]
    [InlineData("comment=#&multiLine=true", "_c0:string,_c1:string", "a|b; #e|f;g|#h")]
    public Task Read_Comments(string options, string schema, string expected) => CheckAsync(Comments, options, $"struct<{schema}>", expected);

    [Fact]
    public Task Read_TabBehindAClosingQuote() =>
        CheckAsync("\"a\" \tb\t\"c\"\t d\n", "sep=\t", "struct<_c0:string,_c1:string,_c2:string,_c3:string>", "a|b|c| d");

    [Fact]
    public async Task Read_RecordsOfTheWrongWidth_KeepWhatFits()
    {
        string path = _harness.Folder.Write("a.csv", Short);

        (await _harness.ReadAsync("csv", path))[1..].ShouldBe(["1|2|3", "1|2|∅", "1|∅|∅", "1|2|3", "∅|∅|∅"]);
        (await _harness.ReadAsync("csv", path, Ints("a", "b", "c").Add("_corrupt_record", new StringType())))[1..]
            .ShouldBe(["1|2|3|∅", "1|2|∅|1,2", "1|∅|∅|1", "1|2|3|1,2,3,4", "∅|∅|∅|,"]);
        (await _harness.ReadAsync("csv", path, Ints("a", "b", "c"), ("mode", "DROPMALFORMED")))[1..].ShouldBe(["1|2|3"]);
        (await _harness.ReadAsync("csv", path, Ints("a", "b")))[1..].ShouldBe(["1|2", "1|2", "1|∅", "1|2", "∅|∅"]);
    }

    [Fact]
    public async Task Read_FailFast_NamesFileAndRecord()
    {
        string path = _harness.Folder.Write("a.csv", Short);

        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_harness.ReadAsync("csv", path, Ints("a", "b", "c"), ("mode", "failfast")));

        SparkException outer = exception.InnerException.ShouldBeOfType<SparkException>();
        outer.Message.ShouldBe($"[FAILED_READ_FILE.NO_HINT] Encountered error while reading file file://{path}.  SQLSTATE: KD001");
        outer.InnerException.ShouldBeOfType<SparkRuntimeException>().Message.ShouldBe(
            "[MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION] Malformed records are detected in record parsing: [1,2,null].\n"
            + "Parse Mode: FAILFAST. To process malformed records as null result, try setting the option 'mode' as 'PERMISSIVE'. SQLSTATE: 22023");
    }

    [Fact]
    public async Task Read_TypedColumns_TakeWhatSparkTakes()
    {
        string today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string path = _harness.Folder.Write(
            "a.csv",
            "i,l,d,s,b,dt,ts,dec\n1,3000000000,1.5,x,true,2020-01-31,2020-01-31 10:11:12,1.005\n+7,-1,1e3,y,FALSE,2020-1-5,2020-01-31T10:11:12.123456Z,123456789.12\n"
            + "2147483648,1.0, 3 ,z,yes,2020-02-30,2020-01-31 10:11,-0.005\nx,,NaN,\"\",,2020,2020,1e2\n-5,9223372036854775808,Infinity,,true,2020-01-01x,10:11,\" 1\"\n");

        (await _harness.ReadAsync("csv", path, Typed.Add("_corrupt_record", new StringType()), ("header", "true")))[1..].ShouldBe(
        [
            "1|3000000000|1.5|x|true|2020-01-31|2020-01-31 10:11:12|1.01|∅",
            "7|-1|1000.0|y|false|2020-01-05|2020-01-31 10:11:12.123456|∅|+7,-1,1e3,y,FALSE,2020-1-5,2020-01-31T10:11:12.123456Z,123456789.12",
            "∅|∅|3.0|z|∅|∅|2020-01-31 10:11:00|-0.01|2147483648,1.0, 3 ,z,yes,2020-02-30,2020-01-31 10:11,-0.005",
            "∅|∅|nan|∅|∅|2020-01-01|2020-01-01 00:00:00|100.00|x,,NaN,\"\",,2020,2020,1e2",
            $"-5|∅|inf|∅|true|∅|{today} 10:11:00|∅|-5,9223372036854775808,Infinity,,true,2020-01-01x,10:11,\" 1\"",
        ]);
        (await _harness.OpenAsync("csv", path, null, ("header", "true"), ("inferSchema", "true"))).Schema.SimpleString
            .ShouldBe("struct<i:string,l:double,d:double,s:string,b:string,dt:string,ts:timestamp,dec:double>");
    }

    [Theory]
    [InlineData("1,1,1.5,2020-01-01,2020-01-01 10:00:00,true,123456789012345678901,1,2020-01-01,x,,12:30\n2,3000000000,2,2020-02-02,2020-01-01T10:00:00Z,FALSE,1,1.5,2020-01-01 10:00:00,1,,01:00\n", "",
        "int,bigint,double,date,timestamp,boolean,decimal(21,0),double,timestamp,string,string,timestamp")]
    [InlineData("1,1,1.5,2020-01-01,2020-01-01 10:00:00,true,1,1,2020-01-01\n", "preferDate=false", "int,int,double,timestamp,timestamp,boolean,int,int,timestamp")]
    [InlineData("1e3,+5, 5,1d,0x10,Inf,NaN,2020,2020-01,1_000,\"1,000\",-\n1e3,+6, 6,1f,0x10,-Inf,Infinity,2021,2020-02,1,\"2,000\",1\n", "",
        "double,int,double,double,string,double,double,int,timestamp,string,string,string")]
    [InlineData("31/12/2020,2020/12/31 10.11\n", "dateFormat=dd/MM/yyyy&timestampFormat=yyyy/MM/dd HH.mm", "date,timestamp")]
    public async Task Infer_Types(string text, string options, string expected)
    {
        string path = _harness.Folder.Write("a.csv", text);

        FileRelation relation = await _harness.OpenAsync("csv", path, null, [.. Options(options), ("inferSchema", "true")]);

        string.Join(',', relation.Schema.Fields.Select(field => field.DataType.SimpleString)).ShouldBe(expected);
    }

    [Fact]
    public async Task Read_BytesThatAreNoUtf8_AreReplaced()
    {
        string path = Path.Combine(_harness.Folder.Path, "a.csv");
        await File.WriteAllBytesAsync(path, [(byte)'a', 0xFF, (byte)',', (byte)'b', 0xC3, (byte)'\n', 0xEF, 0xBB, 0xBF, (byte)'x', (byte)',', (byte)'y', (byte)'\n'], TestContext.Current.CancellationToken);

        (await _harness.ReadAsync("csv", path))[1..].ShouldBe(["a\uFFFD|b\uFFFD", "\uFEFFx|y"]);
    }

    [Fact]
    public async Task Read_ByteOrderMark_IsNoData()
    {
        string path = _harness.Folder.Write("a.csv", "\uFEFFa,b\n1,2\n");

        (await _harness.ReadAsync("csv", path, null, ("header", "true"))).ShouldBe(["struct<a:string,b:string>", "1|2"]);
        (await _harness.ReadAsync("csv", path, null, ("multiLine", "true")))[1..].ShouldBe(["a|b", "1|2"]);
    }

    [Fact]
    public async Task Read_ManyFilesWithPartitions_CountsAndPrunes()
    {
        for (int file = 0; file < 3; file++)
        {
            string lines = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},text {i}\n"));
            _harness.Folder.Write($"t/part={file}/a.csv", "id,text\n" + lines);
        }
        FileRelation relation = await _harness.OpenAsync("csv", Path.Combine(_harness.Folder.Path, "t"), null, ("header", "true"), ("inferSchema", "true"));
        using FileScan scan = relation.Scan();

        relation.Schema.SimpleString.ShouldBe("struct<id:int,text:string,part:int>");
        (await Native.Engine.RowsAsync(_harness.Database, $"SELECT count(*) FROM {scan.Sql}")).ShouldBe(["150000"]);
        (await Native.Engine.RowsAsync(_harness.Database, $"SELECT c2, count(*), sum(c0), max(c1) FROM {scan.Sql} GROUP BY c2 ORDER BY c2")).ShouldBe(
            ["0|50000|1249975000|text 9999", "1|50000|1249975000|text 9999", "2|50000|1249975000|text 9999"]);
    }

    [Fact]
    public async Task Read_GzipAndOtherEncodings()
    {
        string path = Path.Combine(_harness.Folder.Path, "a.csv.gz");
        await using (var gzip = new System.IO.Compression.GZipStream(File.Create(path), System.IO.Compression.CompressionLevel.Fastest))
            await gzip.WriteAsync(System.Text.Encoding.Latin1.GetBytes("ä,ö\n"), TestContext.Current.CancellationToken);

        (await _harness.ReadAsync("csv", path, null, ("encoding", "ISO-8859-1")))[1..].ShouldBe(["ä|ö"]);
    }

    [Theory]
    [InlineData("quote=ab", "[OPTION_VALUE_EXCEEDS_ONE_CHARACTER] The value of quote cannot be more than one character, but got ab. SQLSTATE: 22023")]
    [InlineData("enforceSchema=false", "[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine does not have the option 'enforceSchema' of format 'csv' (it is set to 'false'); leave it out, or run the plan on Spark. SQLSTATE: 0A000")]
    [InlineData("dateFormat=QQQ", "[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine does not have the value 'QQQ' for option 'dateFormat' of format 'csv'; it has patterns of the letters y M d H h m s S a E X x Z. SQLSTATE: 0A000")]
    public async Task Open_BadOptions_AreRefusedByName(string options, string message)
    {
        string path = _harness.Folder.Write("a.csv", Short);

        SparkException exception = await Should.ThrowAsync<SparkException>(_harness.OpenAsync("csv", path, null, Options(options)));

        exception.Message.ShouldBe(message);
    }

    [Fact]
    public async Task Open_NestedType_GivesSparksError()
    {
        string path = _harness.Folder.Write("a.csv", Short);

        AnalysisException exception = await Should.ThrowAsync<AnalysisException>(
            _harness.OpenAsync("csv", path, new StructType(new StructField("b", new ArrayType(new IntegerType())))));

        exception.Message.ShouldBe("[UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE] The CSV datasource doesn't support the column `b` of the type \"ARRAY<INT>\". SQLSTATE: 0A000");
    }

    private static StructType Ints(params string[] names) => new(names.Select(name => new StructField(name, new IntegerType())));

    private static (string Name, string Value)[] Options(string options) =>
        options.Length == 0 ? [] : [.. options.Split('&').Select(option => (option[..option.IndexOf('=', StringComparison.Ordinal)], option[(option.IndexOf('=', StringComparison.Ordinal) + 1)..]))];

    private async Task CheckAsync(string text, string options, string schema, string expected)
    {
        string path = _harness.Folder.Write("a.csv", text);

        string[] rows = await _harness.ReadAsync("csv", path, null, Options(options));

        rows[0].ShouldBe(schema);
        string.Join(';', rows[1..]).ShouldBe(expected);
    }
}
