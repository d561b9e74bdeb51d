using SparkPipelines.Embedded.Formats;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tests.Formats;

public sealed class ParquetFormatTests : IDisposable
{
    private static readonly StructType AllTypes = new(
        new StructField("b", new BooleanType()),
        new StructField("i8", new ByteType()),
        new StructField("i16", new ShortType()),
        new StructField("i32", new IntegerType()),
        new StructField("i64", new LongType()),
        new StructField("f", new FloatType()),
        new StructField("d", new DoubleType()),
        new StructField("dec", new DecimalType(10, 2)),
        new StructField("wide", new DecimalType(38, 10)),
        new StructField("s", new StringType()),
        new StructField("bin", new BinaryType()),
        new StructField("day", new DateType()),
        new StructField("ts", new TimestampType()),
        new StructField("ntz", new TimestampNtzType()),
        new StructField("dt", new DayTimeIntervalType()),
        new StructField("ym", new YearMonthIntervalType()),
        new StructField("list", new ArrayType(new TimestampType())),
        new StructField("map", new MapType(new StringType(), new IntegerType())),
        new StructField("Ä struct", new StructType(new StructField("x", new IntegerType()), new StructField("Y", new StringType()))));

    private const string AllRows = """
        SELECT true, (-128)::TINYINT, 32767::SMALLINT, (-2147483648)::INTEGER, 9223372036854775807::BIGINT, 'nan'::FLOAT, '-inf'::DOUBLE,
            -99999999.99::DECIMAL(10,2), 9999999999999999999999999999.9999999999::DECIMAL(38,10), 'grün €😀', '\x00\xFF'::BLOB, DATE '0001-01-01',
            TIMESTAMP '9999-12-31 23:59:59.999999', TIMESTAMP '1969-12-31 23:59:59.999999', (-1)::BIGINT, 14::INTEGER,
            [TIMESTAMP '2020-01-01', NULL], MAP {'k': 1, 'l': NULL}, {'x': 1, 'Y': NULL}
        UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', ''::BLOB, NULL, NULL, NULL, NULL, NULL, [], MAP {}, NULL
        """;

    private static readonly string[] Partitioned =
    [
        "_SUCCESS",
        "p=__HIVE_DEFAULT_PARTITION__/day=2020-01-01/part-00000-ID.c000.snappy.parquet",
        "p=a%2Fb%3Dü/day=2020-01-01/part-00000-ID.c000.snappy.parquet",
    ];

    private readonly FormatHarness _harness = new();

    private string Target => Path.Combine(_harness.Folder.Path, "out");

    public void Dispose() => _harness.Dispose();

    /// <summary>Footers are kept between queries.</summary>
    [Theory]
    [InlineData(60, 30)]
    [InlineData(0, 0)]
    public async Task Read_FileThatAnotherTookThePlaceOf_ReadsThatOne(int oldSeconds, int newSeconds)
    {
        var now = DateTime.UtcNow;
        string file = Path.Combine(_harness.Folder.Path, "data.parquet");
        await PutAsync("SELECT 1::INTEGER", new StructType(new StructField("a", new IntegerType())), oldSeconds);
        (await _harness.ReadAsync("parquet", file)).ShouldBe(["struct<a:int>", "1"]);
        (await _harness.ReadAsync("parquet", file)).ShouldBe(["struct<a:int>", "1"]);

        await PutAsync("SELECT 'x', 2::BIGINT UNION ALL SELECT 'y', 3", new StructType(new StructField("b", new StringType()), new StructField("a", new LongType())), newSeconds);

        (await _harness.ReadAsync("parquet", file)).ShouldBe(["struct<b:string,a:bigint>", "x|2", "y|3"]);

        async Task PutAsync(string rows, StructType schema, int secondsAgo)
        {
            await _harness.WriteAsync("parquet", Target, rows, schema);
            File.Move(Directory.GetFiles(Target, "*.parquet").ShouldHaveSingleItem(), file, overwrite: true);
            File.SetLastWriteTimeUtc(file, now.AddSeconds(-secondsAgo));
            Directory.Delete(Target, recursive: true);
        }
    }

    [Fact]
    public async Task Write_AllTypes_ReadsBackWithTypesAndValues()
    {
        await _harness.WriteAsync("parquet", Target, AllRows, AllTypes);

        FileRelation relation = await _harness.OpenAsync("parquet", Target);
        relation.Schema.ShouldBe(AllTypes);
        (await _harness.ReadAsync("parquet", Target))[1..].ShouldBe(
        [
            "true|-128|32767|-2147483648|9223372036854775807|nan|-inf|-99999999.99|9999999999999999999999999999.9999999999|grün €😀|\\x00\\xFF|0001-01-01"
            + "|9999-12-31 23:59:59.999999|1969-12-31 23:59:59.999999|-1|14|['2020-01-01 00:00:00', NULL]|{k=1, l=NULL}|{'x': 1, 'Y': NULL}",
            "∅|∅|∅|∅|∅|∅|∅|∅|∅|||∅|∅|∅|∅|∅|[]|{}|∅",
        ]);
        FormatHarness.Files(Target).ShouldBe(["_SUCCESS", "part-00000-ID-c000.snappy.parquet"]);
    }

    [Fact]
    public async Task Read_PinnedSchema_GoesByNameInAnyCaseAndFillsWhatIsMissing()
    {
        await _harness.WriteAsync("parquet", Target, "SELECT 1::INTEGER, 'x'", Schema(("a", new IntegerType()), ("B", new StringType())));

        (await _harness.ReadAsync("parquet", Target, Schema(("b", new StringType()), ("missing", new DoubleType()), ("A", new LongType()))))
            .ShouldBe(["struct<b:string,missing:double,A:bigint>", "x|∅|1"]);
    }

    [Fact]
    public async Task Write_PartitionBy_EscapesAsSparkAndReadsBackTyped()
    {
        StructType schema = Schema(("v", new IntegerType()), ("p", new StringType()), ("day", new DateType()));
        await _harness.WriteAsync(
            "parquet", Target, "SELECT * FROM (VALUES (1, 'a/b=ü', DATE '2020-01-01'), (2, NULL, DATE '2020-01-01'), (3, '', DATE '2020-01-01')) t", schema, partitionBy: ["P", "day"]);

        FormatHarness.Files(Target).Distinct().Where(file => !file.Contains("c001", StringComparison.Ordinal)).ShouldBe(Partitioned);
        string[] rows = await _harness.ReadAsync("parquet", Target);
        rows[0].ShouldBe("struct<v:int,p:string,day:date>");
        rows[1..].Order(StringComparer.Ordinal).ShouldBe(["1|a/b=ü|2020-01-01", "2|∅|2020-01-01", "3|∅|2020-01-01"]);
    }

    [Theory]
    [InlineData("1,02", "int", "1,2")]
    [InlineData("1,9999999999", "bigint", "1,9999999999")]
    [InlineData("1,1.5", "double", "1.0,1.5")]
    [InlineData("9999999999,1.5", "string", "1.5,9999999999")]
    [InlineData("1,x", "string", "1,x")]
    [InlineData("1,NULL", "string", "1,NULL")]
    [InlineData("2020-01-01,2020-01-02", "date", "2020-01-01,2020-01-02")]
    [InlineData("2020-01-01 10%3A00%3A00", "timestamp", "2020-01-01 10:00:00")]
    [InlineData("2020-01-01,1", "string", "1,2020-01-01")]
    [InlineData("__HIVE_DEFAULT_PARTITION__", "void", "∅")]
    [InlineData("1e3", "decimal(4,0)", "1000")]
    [InlineData("1f", "double", "1.0")]
    [InlineData("2020-01-01,2020-01-01 10%3A00%3A00", "timestamp", "2020-01-01 00:00:00,2020-01-01 10:00:00")]
    [InlineData("123456789012345678901", "decimal(21,0)", "123456789012345678901")]
    [InlineData("true", "string", "true")]
    public async Task Read_PartitionFolders_InferTheNarrowestType(string values, string type, string expected)
    {
        foreach (string value in values.Split(','))
            await _harness.WriteAsync("parquet", Path.Combine(Target, "p=" + value), "SELECT 1::INTEGER", Schema(("v", new IntegerType())));

        string[] rows = await _harness.ReadAsync("parquet", Target);

        rows[0].ShouldBe($"struct<v:int,p:{type}>");
        string.Join(',', rows[1..].Select(row => row[2..]).Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public async Task Write_Modes_DoAsTheySay()
    {
        StructType schema = Schema(("a", new IntegerType()));
        await _harness.WriteAsync("parquet", Target, "SELECT 1::INTEGER", schema);

        AnalysisException exists = await Should.ThrowAsync<AnalysisException>(_harness.WriteAsync("parquet", Target, "SELECT 2::INTEGER", schema));
        exists.Message.ShouldBe($"[PATH_ALREADY_EXISTS] Path file:{Target} already exists. Set mode as \"overwrite\" to overwrite the existing path. SQLSTATE: 42K04");
        await _harness.WriteAsync("parquet", Target, "SELECT 3::INTEGER", schema, WriteMode.Ignore);
        (await _harness.ReadAsync("parquet", Target))[1..].ShouldBe(["1"]);
        await _harness.WriteAsync("parquet", Target, "SELECT 4::INTEGER", schema, WriteMode.Append);
        (await _harness.ReadAsync("parquet", Target))[1..].Order().ShouldBe(["1", "4"]);
        await _harness.WriteAsync("parquet", Target, "SELECT 5::INTEGER", schema, WriteMode.Overwrite);
        (await _harness.ReadAsync("parquet", Target))[1..].ShouldBe(["5"]);
        Directory.GetFileSystemEntries(_harness.Folder.Path).ShouldBe([Target]);
    }

    [Fact]
    public async Task Write_Fails_LeavesWhatWasThere()
    {
        StructType schema = Schema(("a", new IntegerType()));
        await _harness.WriteAsync("parquet", Target, "SELECT 1::INTEGER", schema);

        await Should.ThrowAsync<DuckDbException>(_harness.WriteAsync(
            "parquet", Target, "SELECT CASE WHEN i = 150000 THEN error('no') ELSE i::INTEGER END FROM range(200000) r(i)", schema, WriteMode.Overwrite));

        (await _harness.ReadAsync("parquet", Target))[1..].ShouldBe(["1"]);
        Directory.GetFileSystemEntries(_harness.Folder.Path).ShouldBe([Target]);
    }

    [Fact]
    public async Task Read_MissingPath_GivesSparksError()
    {
        string path = Path.Combine(_harness.Folder.Path, "nowhere");

        AnalysisException exception = await Should.ThrowAsync<AnalysisException>(_harness.ReadAsync("parquet", path));

        exception.Message.ShouldBe($"[PATH_NOT_FOUND] Path does not exist: file:{path}. SQLSTATE: 42K03");
        exception.ErrorClass.ShouldBe("PATH_NOT_FOUND");
    }

    [Fact]
    public async Task Read_EmptyFolder_GivesSparksError()
    {
        _harness.Folder.Write("empty/_hidden", "x");

        AnalysisException exception = await Should.ThrowAsync<AnalysisException>(_harness.ReadAsync("parquet", Path.Combine(_harness.Folder.Path, "empty")));

        exception.Message.ShouldBe("[UNABLE_TO_INFER_SCHEMA] Unable to infer schema for Parquet. It must be specified manually. SQLSTATE: 42KD9");
    }

    [Fact]
    public async Task Read_OtherScheme_IsRefusedByName()
    {
        SparkUnsupportedOperationException exception = await Should.ThrowAsync<SparkUnsupportedOperationException>(_harness.ReadAsync("parquet", "s3a://bucket/x"));

        exception.Message.ShouldBe(
            "[UNSUPPORTED_FEATURE.EMBEDDED_ENGINE] The embedded engine reads and writes local files only; the path 's3a://bucket/x' has the scheme 's3a'. "
            + "Run the plan on Spark, or copy the files first. SQLSTATE: 0A000");
    }

    private static StructType Schema(params (string Name, DataType Type)[] fields) => new(fields.Select(field => new StructField(field.Name, field.Type)));
}
