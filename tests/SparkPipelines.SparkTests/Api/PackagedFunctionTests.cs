using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Api;

/// <summary>Functions whose classes come in packages that the tests' servers don't have: Spark knows the call, and says what is missing.</summary>
public sealed class PackagedFunctionTests(Sparks sparks)
{
    public static TheoryData<string> Functions => ["FROM_AVRO", "TO_AVRO", "FROM_PROTOBUF", "TO_PROTOBUF"];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Function_WithoutItsPackage_IsSparksError(string function)
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var options = new Dictionary<string, string> { ["mode"] = "FAILFAST" };
        var binary = Lit(new byte[] { 1 });
        var column = function switch
        {
            "FROM_AVRO" => FromAvro(binary, "\"int\"", options),
            "TO_AVRO" => ToAvro(Lit(1), "\"int\""),
            "FROM_PROTOBUF" => FromProtobuf(binary, "Message", binaryDescriptorSet: [1, 2], options: options),
            _ => ToProtobuf(Struct(Lit(1).Alias("a")), "Message", binaryDescriptorSet: [1, 2], options: options),
        };

        var error = Should.Throw<AnalysisException>(() => spark.Range(1).Select(column).Schema());

        error.Message.ShouldContain($"Cannot call the {function} SQL function because the {(function.EndsWith("AVRO", StringComparison.Ordinal) ? "Avro" : "Protobuf")} data source is not loaded");
    }

    [Fact]
    public void FromProtobuf_WithTwoDescriptors_IsRefused() =>
        Should.Throw<ArgumentException>(() => FromProtobuf(Col("a"), "M", descFilePath: "m.desc", binaryDescriptorSet: [1])).Message
            .ShouldBe("A descriptor comes from a file or as bytes; both are given. (Parameter 'descFilePath')");
}
