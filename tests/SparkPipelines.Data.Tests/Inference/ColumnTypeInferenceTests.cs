namespace SparkPipelines.Data.Tests.Inference;

public sealed class ColumnTypeInferenceTests
{
    [Theory]
    [InlineData("string")]
    [InlineData("bigint", "0", "1", "1")]
    [InlineData("bigint", "-5", "+7", " 12 ")]
    [InlineData("bigint", "9223372036854775807", "-9223372036854775808")]
    [InlineData("string", "9223372036854775808")]
    [InlineData("string", "007", "42")]
    [InlineData("string", "1.5", "00.5")]
    [InlineData("double", "1", "2.5")]
    [InlineData("double", ".5", "5.", "1e3", "1E-2", "+1.5", "-.5e+1")]
    [InlineData("double", "NaN", "inf", "-Infinity", "1")]
    [InlineData("string", "1d")]
    [InlineData("string", "0x10")]
    [InlineData("string", "1_000")]
    [InlineData("string", "1,5")]
    [InlineData("string", "1", "NA")]
    [InlineData("string", "1e", "2")]
    [InlineData("string", "-")]
    [InlineData("string", ".")]
    [InlineData("boolean", "true", "False", "T", "N", "YES")]
    [InlineData("string", "true", "1")]
    [InlineData("string", "yes")]
    [InlineData("date", "2020-01-02", "2020-1-2", "2020-02-29")]
    [InlineData("string", "2021-02-29")]
    [InlineData("string", "01/02/2020")]
    [InlineData("string", "2020-01-02", "2020-01-02 03:04:05")]
    [InlineData("timestamp", "2013-01-01T10:00:00Z", "2013-01-01 10:00:00.123456+01:00", "2013-01-01 10:00:00 UTC")]
    [InlineData("timestamp_ntz", "2013-01-01T10:00:00", "2013-01-01 10:00:00.5")]
    [InlineData("string", "2013-01-01T10:00:00Z", "2013-01-01T10:00:00")]
    [InlineData("string", "2013-01-01T24:00:00")]
    [InlineData("string", "2013-01-01 10:00")]
    [InlineData("string", "1", "")]
    [InlineData("string", "１２")]
    [InlineData("double", "1.2e-500", "1")]
    public void Decide_TakesAllTextsIntoAccount(string expected, params string[] texts)
    {
        var inference = new ColumnTypeInference();
        foreach (var text in texts)
            inference.Add(text);
        inference.Decide().SimpleString.ShouldBe(expected);
    }
}
