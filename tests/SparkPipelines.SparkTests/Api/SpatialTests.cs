using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Api;

/// <summary>Shapes from and to Spark 4.2.1; before 4.1 there are none.</summary>
public sealed class SpatialTests(Sparks sparks)
{
    private const string Point = "0101000000000000000000F03F0000000000000040";

    private sealed record Place(int Id, Geometry? Plane, Geography? Globe);

    [Fact]
    public async Task Collect_Shapes_HaveTheirBytesAndReferenceSystem()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);

        var row = spark.Sql($"SELECT st_geomfromwkb(X'{Point}', 3857) AS plane, st_geogfromwkb(X'{Point}') AS globe, array(st_geomfromwkb(X'{Point}'), NULL) AS several, CAST(NULL AS geometry(0)) AS none").First();

        row.Schema.Fields.Select(field => field.DataType).ShouldBe(
            new DataType[] { new GeometryType(3857), new GeographyType(4326), new ArrayType(new GeometryType(0)), new GeometryType(0) });
        row.GetAs<Geometry>("plane").ShouldBe(Geometry.FromWkb(Convert.FromHexString(Point), 3857));
        row.GetAs<Geography>("globe").ShouldBe(Geography.FromWkb(Convert.FromHexString(Point), 4326));
        row.GetAs<object?[]>("several").ShouldBe(new object?[] { Geometry.FromWkb(Convert.FromHexString(Point), 0), null });
        row.IsNullAt(3).ShouldBeTrue();
        row.GetAs<Geometry>("plane").ToString().ShouldBe($"SRID=3857;{Point}");
    }

    [Fact]
    public async Task CreateDataFrame_Shapes_ComeBackAndAreShapesToSpark()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var bytes = Convert.FromHexString(Point);
        Place[] places = [new(1, Geometry.FromWkb(bytes, 4326), Geography.FromWkb(bytes, 4326)), new(2, null, null)];
        var schema = new StructType(new StructField("id", new IntegerType(), false), new StructField("plane", new GeometryType(4326)), new StructField("globe", new GeographyType(4326)));

        var frame = spark.CreateDataFrame(places, schema);

        frame.OrderBy("id").Collect<Place>().ShouldBe(places);
        frame.OrderBy("id").Select(StSrid(Col("plane")), StAsBinary(Col("globe"))).Collect().Select(row => (row.Get(0), row.Get(1) is byte[] wkb ? Convert.ToHexString(wkb) : null))
            .ShouldBe([(4326, Point), (null, null)]);
    }
}
