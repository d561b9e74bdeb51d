namespace SparkPipelines.Data.Tests.Inference;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("a,,c", "a|<null>|c")]
    [InlineData("a,", "a|<null>")]
    [InlineData(",", "<null>|<null>")]
    [InlineData("\"\",x", "|x")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"say \"\"hi\"\"\",c", "say \"hi\"|c")]
    [InlineData("a\"b,c", "a\"b|c")]
    [InlineData("\"x\"y,c", "xy|c")]
    [InlineData(" a , b ", " a | b ")]
    [InlineData("\"open,c", "open,c")]
    public void Read_OneLine_GivesItsFields(string line, string expected) => Read(line).ShouldBe([$"1:{expected}"]);

    [Fact]
    public void Read_EveryKindOfLineEnd_CountsLines() => Read("a\r\nb\n\n  \nc\rd").ShouldBe(["1:a", "2:b", "5:c", "6:d"]);

    [Fact]
    public void Read_QuotedBreaks_StayWhenAllowed()
    {
        Read("\"a\nb\",c\nd,e", new DelimitedOptions { SupportMultiLine = true }).ShouldBe(["1:a\nb|c", "3:d|e"]);
        Read("\"a\nb\",c\nd,e").ShouldBe(["1:a", "2:b\"|c", "3:d|e"]);
    }

    [Fact]
    public void Read_OtherDelimiter_IsUsed() => Read("a;b,c", new DelimitedOptions { Delimiter = ';' }).ShouldBe(["1:a|b,c"]);

    private static List<string> Read(string text, DelimitedOptions? options = null)
    {
        using var reader = new DelimitedReader(new StringReader(text), options ?? new DelimitedOptions());
        var records = new List<string>();
        while (reader.Read())
            records.Add($"{reader.Line}:{string.Join('|', reader.Fields.Select(field => field ?? "<null>"))}");
        return records;
    }
}
