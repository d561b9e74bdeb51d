namespace SparkPipelines.Data.Tests.Paths;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("a.csv", "a.csv", true)]
    [InlineData("*.csv", "a.csv", true)]
    [InlineData("*.csv", "x/a.csv", false)]
    [InlineData("**/*.csv", "a.csv", true)]
    [InlineData("**/*.csv", "x/y/a.csv", true)]
    [InlineData("x/**", "x/y/a.csv", true)]
    [InlineData("x/**", "y/a.csv", false)]
    [InlineData("x/**/z/*.csv", "x/z/a.csv", true)]
    [InlineData("x/**/z/*.csv", "x/y/y/z/a.csv", true)]
    [InlineData("?.csv", "a.csv", true)]
    [InlineData("?.csv", "ab.csv", false)]
    [InlineData("[ab].csv", "b.csv", true)]
    [InlineData("[ab].csv", "c.csv", false)]
    [InlineData("[0-9][0-9].csv", "07.csv", true)]
    [InlineData("[!a].csv", "b.csv", true)]
    [InlineData("[!a].csv", "a.csv", false)]
    [InlineData("[*].csv", "*.csv", true)]
    [InlineData("[*].csv", "a.csv", false)]
    [InlineData("[]].csv", "].csv", true)]
    [InlineData("[!]].csv", "a.csv", true)]
    [InlineData("*a*b*", "xaxbx", true)]
    [InlineData("*a*b*", "xbxax", false)]
    [InlineData("*.CSV", "a.csv", false)]
    [InlineData("{a,b}.csv", "a.csv", false)]
    [InlineData("*.csv", ".hidden.csv", true)]
    public void IsMatch_FollowsTheGrammar(string pattern, string path, bool expected) => new PathPattern(pattern).IsMatch(path).ShouldBe(expected);

    [Fact]
    public void Constructor_StarsWithinAPart_SaysHowToWriteIt() =>
        Should.Throw<ArgumentException>(() => new PathPattern("data/**.csv"))
            .Message.ShouldBe("'**' in the pattern 'data/**.csv' must be a whole part between slashes; '**.csv' is written '**/*.csv'. (Parameter 'pattern')");

    [Fact]
    public void Constructor_OpenBracket_IsRefused() =>
        Should.Throw<ArgumentException>(() => new PathPattern("a/[bc.csv"))
            .Message.ShouldBe("The pattern 'a/[bc.csv' opens a bracket at '[bc.csv' and does not close it. (Parameter 'pattern')");

    [Fact]
    public void PathOrder_ComparesPartByPart()
    {
        string[] paths = ["a-b/x", "b", "a/x/y", "a/x", "A", "a/é", "a/x-y"];
        paths.Order(PathOrder.Instance).ShouldBe(["A", "a/x", "a/x/y", "a/x-y", "a/é", "a-b/x", "b"]);
    }
}
