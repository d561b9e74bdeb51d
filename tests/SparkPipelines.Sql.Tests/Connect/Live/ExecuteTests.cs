using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;
using SparkPipelines.TestSupport;

namespace SparkPipelines.Sql.Tests.Connect.Live;

public sealed class ExecuteTests
{
    public static TheoryData<SparkMajor> EverySpark => LiveEngine.EverySpark;

    [Theory]
    [MemberData(nameof(EverySpark))]
    public async Task Execute_Range_GivesSchemaAndRowsInOrder(SparkMajor major)
    {
        await using var engine = await LiveEngine.ConnectAsync(major);

        await using var result = await engine.ExecuteAsync(LiveEngine.Range(5), ExecutionOptions.Default, LiveEngine.Token);

        result.Schema.ShouldBe(new StructType([new StructField("id", new LongType(), false)]));
        (await engine.RowsAsync(LiveEngine.Range(5))).ShouldBe(["0", "1", "2", "3", "4"]);
    }
}
