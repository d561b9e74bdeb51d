using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests;

public sealed class SparksTests(Sparks sparks)
{
    [Theory]
    [InlineData(SparkMajor.Spark4, "4.2.")]
    [InlineData(SparkMajor.Spark3, "3.5.")]
    public async Task Session_IsOnItsSpark(SparkMajor major, string version) => (await sparks.GetAsync(major)).Version().ShouldStartWith(version);
}
