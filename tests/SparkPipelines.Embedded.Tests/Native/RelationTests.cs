using Apache.Arrow;
using Apache.Arrow.Types;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;
using SparkTypes = SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Tests.Native;

public sealed class RelationTests : IDisposable
{
    // Every type with edge values; the columns are in storage types, so that a batch of them is what a user's batch looks like inside.
    private const string Values = """
        (
            SELECT 0 AS o, true AS b, (-128)::TINYINT AS i8, (-32768)::SMALLINT AS i16, (-2147483648)::INTEGER AS i32, (-9223372036854775808)::BIGINT AS i64, '-inf'::FLOAT AS f, 'nan'::DOUBLE AS d,
                -99.99::DECIMAL(4,2) AS d4, 99999.9999::DECIMAL(9,4) AS d9, 99999999.9999999999::DECIMAL(18,10) AS d18, -99999999999999999999999999999999999999::DECIMAL(38,0) AS d38,
                'kurz' AS s, '\x00\xFF'::BLOB AS bin, DATE '0001-01-01' AS day, TIMESTAMP '9999-12-31 23:59:59.999999' AS ts, TIMESTAMP '0001-01-01' AS ntz, (-1)::BIGINT AS dt, 1200::INTEGER AS ym,
                NULL::INTEGER AS nothing, [1, NULL, 3]::INTEGER[] AS list, MAP {'a': 1.5::DOUBLE, 'ä€😀': NULL} AS map, {'x': 1::INTEGER, 'y': ['in', NULL]} AS rec
            UNION ALL SELECT 1, false, 127, 32767, 2147483647, 9223372036854775807, 3.5, 'inf', 0, 0, 0, 1, 'ein Text, der nicht in zwölf Bytes geht 😀', ''::BLOB, DATE '9999-12-31', TIMESTAMP '1969-12-31 23:59:59.999999',
                TIMESTAMP '2020-02-29', 1, -1, NULL, [], MAP {}, {'x': NULL, 'y': []}
            UNION ALL SELECT 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            UNION ALL SELECT 3, true, 0, 0, 0, 0, 0, '-0.0', 1, 1, 1, 0, '', 'b'::BLOB, DATE '1970-01-01', TIMESTAMP '1970-01-01', TIMESTAMP '1970-01-01', 0, 0, NULL, [7], MAP {'k': 2}, {'x': 2, 'y': NULL})
        """;

    private static readonly SparkTypes.StructType AllTypes = new(
        Field("o", new SparkTypes.IntegerType()), Field("b", new SparkTypes.BooleanType()), Field("i8", new ByteType()), Field("i16", new ShortType()), Field("i32", new SparkTypes.IntegerType()), Field("i64", new LongType()),
        Field("f", new SparkTypes.FloatType()), Field("d", new SparkTypes.DoubleType()), Field("d4", new SparkTypes.DecimalType(4, 2)), Field("d9", new SparkTypes.DecimalType(9, 4)), Field("d18", new SparkTypes.DecimalType(18, 10)),
        Field("d38", new SparkTypes.DecimalType(38)), Field("s", new SparkTypes.StringType()), Field("bin", new SparkTypes.BinaryType()), Field("day", new SparkTypes.DateType()), Field("ts", new SparkTypes.TimestampType()),
        Field("ntz", new TimestampNtzType()), Field("dt", new DayTimeIntervalType()), Field("ym", new YearMonthIntervalType()), Field("nothing", new SparkTypes.NullType()),
        Field("list", new ArrayType(new SparkTypes.IntegerType())), Field("map", new SparkTypes.MapType(new SparkTypes.StringType(), new SparkTypes.DoubleType())),
        Field("rec", new SparkTypes.StructType(Field("x", new SparkTypes.IntegerType()), Field("y", new ArrayType(new SparkTypes.StringType())))));

    private static readonly string AllRows =
        $"SELECT {string.Join(", ", AllTypes.Fields.Select(field => $"\"{field.Name}\"::{StorageTypes.ToSql(field.DataType)} AS \"{field.Name}\""))} FROM {Values} ORDER BY o";

    private readonly DuckDbDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Batches_OfEveryType_ComeOutWithTheirArrowTypesAndGoBackIn()
    {
        Schema schema = AllTypes.ToArrowSchema();
        List<RecordBatch> batches = await _database.BatchesAsync(AllRows, schema);
        batches.Sum(batch => batch.Length).ShouldBe(4);
        batches[0].Column(15).Data.DataType.ShouldBeOfType<Apache.Arrow.Types.TimestampType>().Timezone.ShouldBe("UTC");
        batches[0].Column(17).ShouldBeOfType<DurationArray>().GetValue(0).ShouldBe(-1);
        batches[0].Column(18).ShouldBeOfType<YearMonthIntervalArray>().GetValue(0)!.Value.Months.ShouldBe(1200);
        batches[0].Column(19).ShouldBeOfType<NullArray>();

        using var source = new MemoryBatches(schema, batches);
        using Relation relation = _database.Relations.Add(source);

        (await _database.RowsAsync($"SELECT * FROM {relation.Sql} ORDER BY c0")).ShouldBe(await _database.RowsAsync(AllRows));
    }

    [Fact]
    public async Task Batches_JoinedFromManyVectors_KeepEveryValue()
    {
        // 3 x 5000 rows: the parts of a batch end inside a byte of the bitmaps.
        string many = $"SELECT t.* FROM range(5000) r(i), ({AllRows}) t WHERE NOT (i = 4999 AND o > 1)";
        Schema schema = AllTypes.ToArrowSchema();
        List<RecordBatch> batches = await _database.BatchesAsync(many, schema);
        batches.Count.ShouldBe(1);
        using var source = new MemoryBatches(schema, batches);
        using Relation relation = _database.Relations.Add(source);

        string summary = "SELECT c0, c1, c5, c7, c11, c12, c13, c15, c20, c21, c22, count(*) FROM {0} GROUP BY ALL ORDER BY c0";
        (await _database.RowsAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, summary, relation.Sql)))
            .ShouldBe(await _database.RowsAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, summary, $"({many}) s({string.Join(", ", Enumerable.Range(0, 23).Select(i => $"c{i}"))})")));
        batches.ForEach(batch => batch.Length.ShouldBe(19998));
    }

    [Fact]
    public async Task Relation_ReadTwiceInOneQuery_AndByPart()
    {
        Schema schema = new([new Field("id", Int32Type.Default, true), new Field("ID", Apache.Arrow.Types.StringType.Default, true)], null);
        RecordBatch first = new(schema, [new Int32Array.Builder().AppendRange(Enumerable.Range(0, 5000)).Build(), Texts(0, 5000)], 5000);
        RecordBatch second = new(schema, [new Int32Array.Builder().AppendRange(Enumerable.Range(5000, 10)).Build(), Texts(5000, 10)], 10);
        using var source = new MemoryBatches(schema, first, new RecordBatch(schema, [new Int32Array.Builder().Build(), new StringArray.Builder().Build()], 0), second);
        using Relation relation = _database.Relations.Add(source);

        (await _database.RowsAsync($"SELECT count(*), sum(a.c0), min(b.c1), max(b.c1) FROM {relation.Sql} a JOIN {relation.Sql} b ON a.c0 = b.c0")).ShouldBe(["5010|12547545|row 0|row 999"]);
        (await _database.RowsAsync($"SELECT c1 FROM {relation.Sql} WHERE c0 IN (4999, 5000)")).ShouldBe(["row 4999", "row 5000"]);
        (await _database.RowsAsync($"SELECT count(*) FROM {relation.Sql}")).ShouldBe(["5010"]);
    }

    [Fact]
    public async Task Relation_OfSlicedArrays_GivesTheSlice()
    {
        Schema schema = new([new Field("i", Int32Type.Default, true), new Field("l", new ListType(Int32Type.Default), true)], null);
        var lists = new ListArray.Builder(Int32Type.Default);
        for (int i = 0; i < 100; i++)
        {
            lists.Append();
            ((Int32Array.Builder)lists.ValueBuilder).Append(i).Append(-i);
        }
        RecordBatch whole = new(schema, [new Int32Array.Builder().AppendRange(Enumerable.Range(0, 100)).Build(), lists.Build()], 100);
        using var source = new MemoryBatches(schema, whole.Slice(50, 2));
        using Relation relation = _database.Relations.Add(source);

        (await _database.RowsAsync($"SELECT * FROM {relation.Sql}")).ShouldBe(["50|[50, -50]", "51|[51, -51]"]);
    }

    [Fact]
    public async Task Relation_WithoutRows_HasItsColumns()
    {
        using var source = new MemoryBatches(AllTypes.ToArrowSchema());
        using Relation relation = _database.Relations.Add(source);

        (await _database.RowsAsync($"SELECT count(*), count(c12), sum(c4) FROM {relation.Sql}")).ShouldBe(["0|0|∅"]);
    }

    [Fact]
    public async Task Source_OfBatches_LetsEachGoWhenDuckDbIsDoneWithIt()
    {
        var source = new CountedSource(batches: 40);
        using Relation relation = _database.Relations.Add(source);

        (await _database.RowsAsync($"SELECT count(*), sum(c0), count(DISTINCT c1) FROM {relation.Sql}")).ShouldBe(["120000|359940000|3000"]);
        await foreach (RecordBatch batch in _database.ExecuteAsync($"SELECT * FROM {relation.Sql}", cancellationToken: TestContext.Current.CancellationToken))
        {
            batch.Dispose();
            break;
        }

        source.Made.ShouldBeGreaterThan(40);
        source.Released.ShouldBe(source.Made);
    }

    [Fact]
    public async Task Source_Throws_ComesOutAsTheInnerException()
    {
        using Relation relation = _database.Relations.Add(new CountedSource(batches: -1));

        DuckDbException exception = await Should.ThrowAsync<DuckDbException>(_database.RowsAsync($"SELECT * FROM {relation.Sql}"));

        exception.InnerException.ShouldBeOfType<InvalidDataException>().Message.ShouldBe("The source is broken.");
        exception.Message.ShouldBe("The source is broken.");
    }

    private static SparkTypes.StructField Field(string name, SparkTypes.DataType type) => new(name, type);

    private static StringArray Texts(int start, int count) => new StringArray.Builder().AppendRange(Enumerable.Range(start, count).Select(i => $"row {i}")).Build();

    private sealed class CountedSource(int batches) : BatchSource
    {
        internal int Made;
        internal int Released;

        internal override Schema Schema { get; } = new([new Field("i", Int32Type.Default, true), new Field("s", Apache.Arrow.Types.StringType.Default, true)], null);

        internal override int MaxThreads => 2;

        internal override BatchScan Scan(IReadOnlyList<int> columns) => new CountedScan(this, columns, batches);

        private sealed class CountedScan(CountedSource source, IReadOnlyList<int> columns, int batches) : BatchScan
        {
            private int _next;

            internal override ExportedBatch? Next()
            {
                if (batches < 0)
                    throw new InvalidDataException("The source is broken.");
                if (Interlocked.Increment(ref _next) > batches)
                    return null;
                Interlocked.Increment(ref source.Made);
                IArrowArray[] all = [new Int32Array.Builder().AppendRange(Enumerable.Range(1500, 3000)).Build(), Texts(0, 3000)];
                var batch = new RecordBatch(new Schema([.. columns.Select(column => source.Schema.FieldsList[column])], null), [.. columns.Select(column => all[column])], 3000);
                return new ExportedBatch(batch, new Counted(source));
            }

            public override void Dispose()
            {
            }
        }

        private sealed class Counted(CountedSource source) : IDisposable
        {
            public void Dispose() => Interlocked.Increment(ref source.Released);
        }
    }
}
