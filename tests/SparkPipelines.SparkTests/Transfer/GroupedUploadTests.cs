using Apache.Arrow;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;
using SparkPipelines.TestSupport;
using static SparkPipelines.SparkTests.Transfer.Transfers;
using static SparkPipelines.Sql.Functions;
using VariantType = SparkPipelines.Sql.Types.VariantType;

namespace SparkPipelines.SparkTests.Transfer;

/// <summary>Rows that are sent ahead travel in groups; nothing of that is to be seen in the relation.</summary>
public sealed class GroupedUploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task CreateDataFrame_EveryType_ComesBackEqualWithItsSchema(SparkMajor major)
    {
        await using var spark = await SessionAsync(major, (InlineKey, 1));
        var cases = AllTypes.Cases.Where(each => major == SparkMajor.Spark4 || each.Type is not (TimeType or VariantType or CalendarIntervalType)).ToArray();
        var schema = new StructType(cases.Select((each, i) => new StructField($"c{i}", each.Type)));
        var rows = Enumerable.Range(0, 100).Select(row => new GenericRow([.. cases.Select(each => each.Values[row % each.Values.Length])])).ToArray();

        var frame = spark.CreateDataFrame(rows, schema);
        var back = await frame.CollectAsync(Token);

        frame.Relation.Project.Input.ShouldNotBeNull();
        frame.Schema().ShouldBe(schema);
        back.Count.ShouldBe(rows.Length);
        for (var column = 0; column < schema.Count; column++)
            back.Select(row => Short(AllTypes.Exactly(row.Values[column])))
                .ShouldBe(rows.Select(row => Short(AllTypes.ExactlyAs(schema[column].DataType, row.Values[column]))), schema[column].DataType.SimpleString);
    }

    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task CreateDataFrame_ColumnsThatMayNotBeNull_StayColumnsThatMayNotBeNull(SparkMajor major)
    {
        await using var spark = await SessionAsync(major, (InlineKey, 1));
        var inner = new StructType(new StructField("x", new IntegerType(), false), new StructField("y", new StringType()));
        var schema = new StructType(
            new StructField("id", new LongType(), false),
            new StructField("list", new ArrayType(inner, containsNull: false), false),
            new StructField("map", new MapType(new StringType(), new IntegerType(), valueContainsNull: false)));
        var rows = Enumerable.Range(0, 5_000).Select(i => new GenericRow([(long)i, new object[] { new Row(inner, [i, null]) }, new Dictionary<object, object?> { ["k"] = i }]));

        var frame = spark.CreateDataFrame(rows, schema);

        frame.Relation.Project.Input.ShouldNotBeNull();
        frame.Schema().ShouldBe(schema);
        frame.SelectExpr("sum(id)", "sum(list[0].x)", "sum(map['k'])").Collect().Single().Values.ShouldBe([12_497_500L, 12_497_500L, 12_497_500L]);
    }

    /// <summary>Dots, backticks, upper and lower case, and one name twice: what a nested field's name could not be.</summary>
    [Theory]
    [InlineData(SparkMajor.Spark4)]
    [InlineData(SparkMajor.Spark3)]
    public async Task CreateDataFrame_AnyNames_AreTheColumns(SparkMajor major)
    {
        await using var spark = await SessionAsync(major, (InlineKey, 1));
        string[] names = ["a.b", "größe", "`q`", "Upper", "upper", "twice", "twice", "rows", "_0", ""];
        var column = new Int64Array.Builder().AppendRange(Enumerable.Range(0, 9_000).Select(i => (long)i)).Build();
        var batch = new RecordBatch(new Schema(names.Select(name => new Field(name, column.Data.DataType, false)), null), names.Select(_ => column), column.Length);

        var frame = spark.CreateDataFrame(batch);

        frame.Relation.Project.Input.ShouldNotBeNull();
        frame.Columns().ShouldBe(names);
        frame.Select("`a.b`", "größe").Agg(Sum("`a.b`"), Max("größe")).Collect().Single().Values.ShouldBe([40_495_500L, 8_999L]);
        (await frame.ToArrowAsync(Token).ToListAsync(Token)).Sum(part => ((Int64Array)part.Column(6)).Values.ToArray().Sum()).ShouldBe(40_495_500L);
    }

    [Fact]
    public async Task CreateDataFrame_OneColumn_KeepsItsName()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (InlineKey, 1));

        var frame = spark.CreateDataFrame(Enumerable.Range(0, 20_001).Select(i => (long)i), One("only one", new LongType()));

        frame.Schema().ShouldBe(new StructType(new StructField("only one", new LongType(), false)));
        frame.Agg(Sum("`only one`"), Count("*")).Collect().Single().Values.ShouldBe([200_010_000L, 20_001L]);
    }

    /// <summary>Before 4.1 there are no shapes.</summary>
    [Fact]
    public async Task CreateDataFrame_Shapes_AreTakenApartAsShapes()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (InlineKey, 1));
        var schema = new StructType(new StructField("id", new IntegerType(), false), new StructField("plane", new GeometryType(3857)), new StructField("globe", new GeographyType(4326)));
        var rows = Enumerable.Range(0, 3_000).Select(i => i % 3 == 0
            ? new GenericRow([i, null, null])
            : new GenericRow([i, Geometry.FromWkb(Point(i % 180), 3857), Geography.FromWkb(Point(i % 180), 4326)])).ToArray();

        var frame = spark.CreateDataFrame(rows, schema);

        frame.Relation.Project.Input.ShouldNotBeNull();
        frame.Schema().ShouldBe(schema);
        frame.Collect().Select(row => row.Values).ShouldBe(rows.Select(row => row.Values));

        static byte[] Point(int x) => [.. Convert.FromHexString("0101000000"), .. BitConverter.GetBytes((double)x), .. BitConverter.GetBytes(1.0)];
    }

    /// <summary>Types that Arrow's don't say in full go as rows, whatever they cost.</summary>
    [Fact]
    public async Task CreateDataFrame_TypesThatArrowDoesNotSay_TravelAsRows()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (InlineKey, 1));
        var schema = StructType.FromDDL("n INT COMMENT 'counts up', code STRING COLLATE UTF8_LCASE");

        var frame = spark.CreateDataFrame(Enumerable.Range(0, 10_000).Select(i => new GenericRow([i, $"Code {i}"])), schema);

        frame.Relation.ChunkedCachedLocalRelation.SchemaHash.Length.ShouldBe(64);
        frame.Schema().ShouldBe(schema);
        frame.SelectExpr("sum(n)", "count_if(code = 'CODE 7')").Collect().Single().Values.ShouldBe([49_995_000L, 1L]);
    }

    /// <summary>Spark's partitions are cut between groups, in order.</summary>
    [Fact]
    public async Task CreateDataFrame_Grouped_KeepsOrderAndSpreadsOverPartitions()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4, (InlineKey, 1));

        var frame = spark.CreateDataFrame(Enumerable.Range(0, 64_000).Select(i => (long)i), One("id", new LongType()));

        var perPartition = frame.GroupBy(SparkPartitionId().Alias("p")).Agg(Min("id"), Max("id"), Count("id")).OrderBy("p").Collect();
        perPartition.Select(row => string.Join(' ', row.Values)).ShouldBe(["0 0 31999 32000", "1 32000 63999 32000"]);
        (await frame.CollectAsync<long>(Token)).ShouldBe(Enumerable.Range(0, 64_000).Select(i => (long)i));
    }

    [Fact]
    public async Task CreateDataFrame_LongRows_TravelInSmallGroups()
    {
        await using var spark = await SessionAsync(SparkMajor.Spark4);
        var texts = Enumerable.Range(0, 12).Select(i => new string((char)('a' + i), 400_000)).ToArray();

        var frame = spark.CreateDataFrame(texts, One("t", new StringType()));

        var groups = new DataFrame(spark, frame.Relation.Project.Input);
        groups.Collect().Select(row => ((object?[])row.Values[0]!).Length).ShouldBe([2, 2, 2, 2, 2, 2]);
        (await frame.CollectAsync<string>(Token)).ShouldBe(texts);
    }

    private static string Short(string text) => text.Length < 200 ? text : $"{text.Length} characters";

    private static StructType One(string name, DataType type) => new(new StructField(name, type, false));
}
