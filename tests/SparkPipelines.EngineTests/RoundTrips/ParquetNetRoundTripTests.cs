using SparkPipelines.Data;
using SparkPipelines.Sql;
using SparkPipelines.Sql.LocalData;
using SparkPipelines.Sql.Results;
using SparkPipelines.Sql.Types;
using SparkPipelines.Tests;

namespace SparkPipelines.EngineTests.RoundTrips;

/// <summary>Edge values of every type that Parquet.Net is asked to hold, in files that it and the engines write for each other.</summary>
public sealed class ParquetNetRoundTripTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parquet-net-").FullName;

    public static TheoryData<string> Engines => [.. RoundTripEngines.Names];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LocalTable Table
    {
        get
        {
            var cases = AllTypes.Cases.Where(c => IsHeld(c.Type)).ToArray();
            var rows = cases.Max(c => c.Values.Length);
            var schema = new StructType([new StructField("n", new IntegerType()), .. cases.Select((c, i) => new StructField($"c{i}", c.Type))]);
            return LocalTable.FromRows(Enumerable.Range(0, rows).Select(n => new GenericRow([n, .. cases.Select(c => n < c.Values.Length ? c.Values[n] : null)])), schema);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task WriteAsync_EveryTypeAndValue_IsReadBackAsItWas()
    {
        var table = Table;
        var file = Path.Combine(_folder, "file.parquet");
        await ParquetFiles.WriteAsync(file, table.Schema, table.Batches, Token);
        var (schema, batches) = await ParquetFiles.ReadAsync(file, Token);
        schema.ShouldBe(table.Schema);
        Text(schema, batches).ShouldBe(Text(table.Schema, table.Batches));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadAsync_FileThatAnEngineWrote_HoldsItsRows(string engineName)
    {
        var table = Table;
        var session = new SparkSession(await RoundTripEngines.GetAsync(engineName));
        var target = Path.Combine(_folder, "written");
        session.CreateDataFrame(table).Coalesce(1).Write().Option("compression", "snappy").Parquet(target);

        var file = Directory.GetFiles(target, "*.parquet", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var (schema, batches) = await ParquetFiles.ReadAsync(file, Token);
        schema.Select(field => field.Name).ShouldBe(table.Schema.FieldNames);
        Text(schema, batches).ShouldBe(Text(table.Schema, table.Batches));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task WriteAsync_FileForAnEngine_GivesItsRows(string engineName)
    {
        var table = Table;
        var file = Path.Combine(_folder, "file.parquet");
        await ParquetFiles.WriteAsync(file, table.Schema, table.Batches, Token);

        var session = new SparkSession(await RoundTripEngines.GetAsync(engineName));
        var rows = session.Read().Parquet(file).OrderBy("n").Collect().ToArray();

        rows[0].Schema.ShouldBe(table.Schema);
        rows.Select(row => AllTypes.Exactly(row).Replace(new string('x', 70_000), "long text", StringComparison.Ordinal)).ShouldBe(Text(table.Schema, table.Batches));
    }

    [Fact]
    public async Task WriteAsync_ColumnOfAList_IsRefusedByName()
    {
        var schema = StructType.FromDDL("a ARRAY<INT>");
        (await Should.ThrowAsync<ConversionException>(() => ParquetFiles.WriteAsync(Path.Combine(_folder, "x"), schema, [], Token))).Message
            .ShouldBe("Column 'a' (array<int>) is written and read as Parquet by an engine only; use a session's Read().Parquet(…) and Write().Parquet(…).");
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    private static bool IsHeld(DataType type) =>
        type is BooleanType or IntegralType or FloatType or DoubleType or StringType or BinaryType or DateType or TimestampType or TimestampNtzType or DecimalType { Precision: <= 28 };

    private static string[] Text(StructType schema, IEnumerable<Apache.Arrow.RecordBatch> batches) =>
        [.. batches.SelectMany(RowReader.Of(schema).ReadBatch).OrderBy(row => (int)row[0]!).Select(row => AllTypes.Exactly(row).Replace(new string('x', 70_000), "long text", StringComparison.Ordinal))];
}
