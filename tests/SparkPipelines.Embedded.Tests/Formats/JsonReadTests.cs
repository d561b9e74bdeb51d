using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tests.Formats;

/// <summary>JSON that is hard to read. What is expected is what Spark 4.2.1 answered, read with the same options.</summary>
public sealed class JsonReadTests : IDisposable
{
    private const string Mixed = """
        {"a":1,"b":"x","c":1.5,"d":true,"e":null}
        {"a":2}


        {"a":"3","b":4,"c":1,"d":"true"}
        {"a":1.0,"b":true,"c":"NaN"}
        not json
        {"a":5
        {"a":6} trailing
        [{"a":7},{"a":8}]
        5
        "str"
        {"a":9,"a":10}
        {"A":11}
        {}
        []
        {"a":99999999999,"b":{"x": 1, "y":[1, 2]},"c":1e3}
        {"a":1,"b":[1,  "q"],"c":Infinity}
        {'a':12,'b':'s"q',"c":NaN}
        {"a":13,"b":"\u00e4\ud83d\ude00\n\/","c":-INF}
        {"a":14,"b":1.50,"c":+INF}
        {"a":15,"b":"","c":""}
        {"a":null,"b":null}
        null
        {"a":017}
        {"a":18,}
        {"a" : 19 , "b" :  2.0E2}
        """;

    private const string Nested = """
        {"s":{"x":1,"y":"a"},"l":[1,2,null],"m":{"k":1},"ls":[{"x":1},{"x":"bad","y":"q"}]}
        {"s":{"x":"bad","y":"b"},"l":[1,"x",3],"m":{"k":"bad","j":2},"ls":5}
        {"s":5,"l":{},"m":[],"ls":null}
        {"s":{},"l":[],"m":{},"ls":[null,{}]}
        """;

    private static readonly StructType MixedSchema = new(
        new StructField("a", new IntegerType()), new StructField("b", new StringType()), new StructField("c", new DoubleType()), new StructField("d", new BooleanType()));

    private static readonly StructType Point = new(new StructField("x", new IntegerType()), new StructField("y", new StringType()));

    private readonly FormatHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Read_MixedRecords_KeepWhatFits()
    {
        string path = _harness.Folder.Write("a.json", Mixed);

        (await _harness.ReadAsync("json", path, MixedSchema.Add("_corrupt_record", new StringType())))[1..].ShouldBe(
        [
            "1|x|1.5|true|∅",
            "2|∅|∅|∅|∅",
            "∅|4|1.0|∅|{\"a\":\"3\",\"b\":4,\"c\":1,\"d\":\"true\"}",
            "∅|true|nan|∅|{\"a\":1.0,\"b\":true,\"c\":\"NaN\"}",
            "∅|∅|∅|∅|not json",
            "∅|∅|∅|∅|{\"a\":5",
            "6|∅|∅|∅|∅",
            "7|∅|∅|∅|∅",
            "8|∅|∅|∅|∅",
            "∅|∅|∅|∅|5",
            "∅|∅|∅|∅|\"str\"",
            "10|∅|∅|∅|∅",
            "∅|∅|∅|∅|∅",
            "∅|∅|∅|∅|∅",
            "∅|{\"x\": 1, \"y\":[1, 2]}|1000.0|∅|{\"a\":99999999999,\"b\":{\"x\": 1, \"y\":[1, 2]},\"c\":1e3}",
            "1|[1,  \"q\"]|inf|∅|∅",
            "12|s\"q|nan|∅|∅",
            "13|ä😀\n/|-inf|∅|∅",
            "14|1.50|inf|∅|∅",
            "15||∅|∅|{\"a\":15,\"b\":\"\",\"c\":\"\"}",
            "∅|∅|∅|∅|∅",
            "∅|∅|∅|∅|null",
            "∅|∅|∅|∅|{\"a\":017}",
            "∅|∅|∅|∅|{\"a\":18,}",
            "19|2.0E2|∅|∅|∅",
        ]);
    }

    [Fact]
    public async Task Read_DropMalformed_LeavesOutTheBad()
    {
        string path = _harness.Folder.Write("a.json", Mixed);

        (await _harness.ReadAsync("json", path, new StructType(MixedSchema.Fields.Take(2)), ("mode", "DROPMALFORMED")))[1..].ShouldBe(
            ["1|x", "2|∅", "6|∅", "7|∅", "8|∅", "10|∅", "∅|∅", "∅|∅", "1|[1,  \"q\"]", "12|s\"q", "13|ä😀\n/", "14|1.50", "15|", "∅|∅", "19|2.0E2"]);
    }

    [Fact]
    public async Task Read_FailFast_NamesFileAndRecord()
    {
        string path = _harness.Folder.Write("a.json", Mixed);

        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_harness.ReadAsync("json", path, new StructType(MixedSchema.Fields.Take(1)), ("mode", "FAILFAST")));

        exception.InnerException!.Message.ShouldBe($"[FAILED_READ_FILE.NO_HINT] Encountered error while reading file file://{path}.  SQLSTATE: KD001");
        exception.InnerException!.InnerException!.Message.ShouldStartWith("[MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION] Malformed records are detected in record parsing: [null].\n");
    }

    [Fact]
    public async Task Read_NestedValues_KeepRecordsInPartAndDropLists()
    {
        string path = _harness.Folder.Write("a.json", Nested);
        StructType schema = new(
            new StructField("s", Point),
            new StructField("l", new ArrayType(new IntegerType())),
            new StructField("m", new MapType(new StringType(), new IntegerType())),
            new StructField("ls", new ArrayType(Point)),
            new StructField("_corrupt_record", new StringType()));

        (await _harness.ReadAsync("json", path, schema))[1..].ShouldBe(
        [
            "{'x': 1, 'y': a}|[1, 2, NULL]|{k=1}|[{'x': 1, 'y': NULL}, {'x': NULL, 'y': q}]|{\"s\":{\"x\":1,\"y\":\"a\"},\"l\":[1,2,null],\"m\":{\"k\":1},\"ls\":[{\"x\":1},{\"x\":\"bad\",\"y\":\"q\"}]}",
            "{'x': NULL, 'y': b}|∅|∅|∅|{\"s\":{\"x\":\"bad\",\"y\":\"b\"},\"l\":[1,\"x\",3],\"m\":{\"k\":\"bad\",\"j\":2},\"ls\":5}",
            "∅|∅|∅|∅|{\"s\":5,\"l\":{},\"m\":[],\"ls\":null}",
            "{'x': NULL, 'y': NULL}|[]|{}|[NULL, {'x': NULL, 'y': NULL}]|∅",
        ]);
    }

    [Fact]
    public async Task Read_NestedValuesAsStrings_KeepTheirText()
    {
        string path = _harness.Folder.Write("a.json", Nested);
        StructType schema = new(new StructField("s", new StringType()), new StructField("m", new StringType()), new StructField("ls", new ArrayType(new StringType())));

        (await _harness.ReadAsync("json", path, schema))[1..].ShouldBe(
        [
            "{\"x\":1,\"y\":\"a\"}|{\"k\":1}|['{\"x\":1}', '{\"x\":\"bad\",\"y\":\"q\"}']",
            "{\"x\":\"bad\",\"y\":\"b\"}|{\"k\":\"bad\",\"j\":2}|∅",
            "5|[]|∅",
            "{}|{}|[NULL, '{}']",
        ]);
    }

    [Fact]
    public async Task Read_TypedValues_TakeWhatSparkTakes()
    {
        string path = _harness.Folder.Write("a.json", """
            {"d":"2020-01-31","t":"2020-01-31 10:11:12.5","z":"2020-01-31T10:11:12+01:00","n":"2020-01-31T10:11:12","dec":"1,234.565","b":"YQ==","i8":127}
            {"d":"2020-1-5","t":1580465472,"z":1.5,"n":"2020-01-31T10:11:12Z","dec":1.005,"b":"!!","i8":128}
            {"d":18000,"t":"x","z":"","n":5,"dec":123456789.12,"b":5,"i8":1.0}
            {"t":"2020","z":"2020-01-01","n":"2020-01-01","dec":true,"b":"","i8":"1"}
            """);
        StructType schema = new(
            new StructField("d", new DateType()), new StructField("t", new TimestampType()), new StructField("z", new TimestampType()), new StructField("n", new TimestampNtzType()),
            new StructField("dec", new DecimalType(10, 2)), new StructField("b", new BinaryType()), new StructField("i8", new ByteType()));

        (await _harness.ReadAsync("json", path, schema))[1..].ShouldBe(
        [
            "2020-01-31|2020-01-31 10:11:12.5|2020-01-31 09:11:12|2020-01-31 10:11:12|1234.57|a|127",
            "2020-01-05|2020-01-31 10:11:12|∅|∅|1.01|∅|-128",
            "∅|∅|∅|∅|∅|∅|∅",
            "∅|2020-01-01 00:00:00|2020-01-01 00:00:00|2020-01-01 00:00:00|∅||∅",
        ]);
    }

    [Theory]
    [InlineData("{\"b\":1,\"a\":\"x\",\"c\":{\"z\":1,\"y\":[]},\"e\":[1,2.5],\"f\":null,\"g\":\"\",\"h\":12345678901234567890123,\"k\":true}\n{\"b\":2.5,\"a\":1,\"c\":{\"w\":null},\"e\":[\"s\"],\"d\":{},\"h\":1,\"k\":1}\n", "",
        "struct<a:string,b:double,c:struct<w:string,y:array<string>,z:bigint>,e:array<string>,f:string,g:string,h:decimal(23,0),k:string>;x|1.0|{'w': NULL, 'y': [], 'z': 1}|[1, 2.5]|∅||12345678901234567890123|true;1|2.5|{'w': NULL, 'y': NULL, 'z': NULL}|[s]|∅|∅|1|1")]
    [InlineData("{\"b\":1,\"f\":null,\"c\":{\"z\":1,\"y\":[]}}\n", "dropFieldIfAllNull=true", "struct<b:bigint,c:struct<z:bigint>>;1|{'z': 1}")]
    [InlineData("{\"a\":1,\"b\":true}\n", "primitivesAsString=true", "struct<a:string,b:string>;1|true")]
    [InlineData("{\"a\":1}\nbad\n", "", "struct<_corrupt_record:string,a:bigint>;∅|1;bad|∅")]
    [InlineData("{\"a\":1}\nbad\n", "mode=DROPMALFORMED", "struct<a:bigint>;1")]
    [InlineData("{\"a\":1}\nbad\n", "columnNameOfCorruptRecord=bad", "struct<a:bigint,bad:string>;1|∅;∅|bad")]
    [InlineData("[{\"a\":1},{\"b\":2}]\n{\"a\":9223372036854775808}\n{\"a\":1e400}\n{\"b\":123456789012345678901234567890123456789012}\n", "", "struct<a:double,b:double>;1.0|∅;∅|2.0;9.223372036854776e+18|∅;inf|∅;∅|1.2345678901234568e+41")]
    [InlineData("[\n {\"a\":1,\n \"b\":\"x\"},\n {\"a\":2}\n]\n", "multiLine=true", "struct<a:bigint,b:string>;1|x;2|∅")]
    [InlineData("[\n {\"a\":1,\n \"b\":\"x\"},\n {\"a\":2}\n]\n", "", "struct<_corrupt_record:string,a:bigint>;[|∅; {\"a\":1,|∅; \"b\":\"x\"},|∅;∅|2;]|∅")]
    [InlineData("{\"a\":1,\n\"b\":{\"c\":[1,\n2]}}\n{\"a\":2}\n", "multiLine=true", "struct<a:bigint,b:struct<c:array<bigint>>>;1|{'c': [1, 2]}")]
    public async Task Infer_SchemaAndRows(string text, string options, string expected)
    {
        string path = _harness.Folder.Write("a.json", text);
        (string, string)[] pairs = options.Length == 0 ? [] : [(options.Split('=')[0], options.Split('=')[1])];

        string.Join(';', await _harness.ReadAsync("json", path, null, pairs)).ShouldBe(expected);
    }

    [Fact]
    public async Task Infer_NamesThatDifferInCaseOnly_GiveSparksError()
    {
        string path = _harness.Folder.Write("a.json", "{\"a\":1,\"A\":2}\n");

        AnalysisException exception = await Should.ThrowAsync<AnalysisException>(_harness.ReadAsync("json", path));

        exception.Message.ShouldBe("[COLUMN_ALREADY_EXISTS] The column `a` already exists. Choose another name or rename the existing column. SQLSTATE: 42711");
    }

    [Fact]
    public async Task Write_AllKindsOfValues_AsSparkWrites()
    {
        string target = Path.Combine(_harness.Folder.Path, "out");
        StructType schema = new(
            new StructField("i", new IntegerType()), new StructField("s", new StringType()), new StructField("d", new DoubleType()), new StructField("ts", new TimestampType()),
            new StructField("dec", new DecimalType(10, 2)), new StructField("arr", new ArrayType(new IntegerType())), new StructField("m", new MapType(new StringType(), new StringType())),
            new StructField("st", new StructType(new StructField("x", new IntegerType()), new StructField("Y z", new StringType()))), new StructField("bin", new BinaryType()));
        await _harness.WriteAsync("json", target, """
            SELECT 1::INTEGER, E'q"\\\n\tä', 'nan'::DOUBLE, TIMESTAMP '2020-01-31 10:11:12.123456', 1.5::DECIMAL(10,2), [1, NULL]::INTEGER[], MAP {'k': 'v', 'l': NULL},
                {'x': 1::INTEGER, 'Y z': NULL::VARCHAR}, 'a'::BLOB
            UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            """, schema);

        (await File.ReadAllTextAsync(Directory.GetFiles(target, "*.json").Single(), TestContext.Current.CancellationToken)).ShouldBe(
            "{\"i\":1,\"s\":\"q\\\"\\\\\\n\\tä\",\"d\":\"NaN\",\"ts\":\"2020-01-31T10:11:12.123Z\",\"dec\":1.50,\"arr\":[1,null],\"m\":{\"k\":\"v\",\"l\":null},\"st\":{\"x\":1},\"bin\":\"YQ==\"}\n{}\n");
    }

    [Fact]
    public async Task Text_ReadsLinesAndWritesThem()
    {
        string path = _harness.Folder.Write("a.txt", "a,b\r\nc,d\r\n\"e\r\",f\n\nä");
        string target = Path.Combine(_harness.Folder.Path, "out");

        (await _harness.ReadAsync("text", path)).ShouldBe(["struct<value:string>", "a,b", "c,d", "\"e", "\",f", "", "ä"]);
        (await _harness.ReadAsync("text", path, null, ("wholetext", "true")))[1..].ShouldBe(["a,b\r\nc,d\r\n\"e\r\",f\n\nä"]);
        await _harness.WriteAsync("text", target, "SELECT * FROM (VALUES ('x'), (''), ('ä€')) t", new StructType(new StructField("value", new StringType())));
        (await File.ReadAllTextAsync(Directory.GetFiles(target, "*.txt").Single(), TestContext.Current.CancellationToken)).ShouldBe("x\n\nä€\n");
        AnalysisException exception = await Should.ThrowAsync<AnalysisException>(_harness.OpenAsync("text", path, Point));
        exception.Message.ShouldBe("Text data source supports only a single column, and you have 2 columns.");
    }
}
