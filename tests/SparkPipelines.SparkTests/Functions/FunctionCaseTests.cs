using System.Reflection;
using System.Text.RegularExpressions;
using SparkPipelines.SparkTests.Functions.Harness;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Functions;

/// <summary>Every case on Spark 4.2 and, where it exists there, on 3.5: the two forms agree, and have the value that is expected.</summary>
public sealed class FunctionCaseTests(CaseAnswers answers) : IClassFixture<CaseAnswers>
{
    public static TheoryData<string> CasesOfSpark42 => [.. Catalogue.Asked(SparkMajor.Spark4).Select(entry => entry.Key)];

    public static TheoryData<string> CasesOfSpark35 => [.. Catalogue.Asked(SparkMajor.Spark3).Select(entry => entry.Key)];

    [Theory]
    [MemberData(nameof(CasesOfSpark42))]
    public Task Spark42_GivesTheExpected(string name) => GivesTheExpectedAsync(SparkMajor.Spark4, name);

    [Theory]
    [MemberData(nameof(CasesOfSpark35))]
    public Task Spark35_GivesTheExpected(string name) => GivesTheExpectedAsync(SparkMajor.Spark3, name);

    // Functions that have no value to compare, each with the reason.
    private static readonly Dictionary<string, string> Exclusions = new()
    {
        ["Bucket"] = "It stands in PartitionedBy of a catalog with buckets only, which the test servers do not have.",
        ["FromProtobuf"] = "The test servers have no spark-protobuf; PackagedFunctionTests asserts what Spark says then.",
        ["ToProtobuf"] = "The test servers have no spark-protobuf; PackagedFunctionTests asserts what Spark says then.",
        ["UnwrapUdt"] = "User-defined types exist in Python and on the JVM only, and SQL has no such function.",
    };

    [Fact]
    public void Functions_HaveCases()
    {
        var called = Catalogue.All.Values.SelectMany(item => Regex.Matches(item.CSharp, @"\w+(?=\()")).Select(match => match.Value).ToHashSet();

        typeof(Sql.Functions).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Distinct()
            .Where(name => !called.Contains(name) && !Exclusions.ContainsKey(name)).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    private async Task GivesTheExpectedAsync(SparkMajor major, string name)
    {
        var asked = Catalogue.All[name];

        var answer = await answers.GetAsync(major, name);

        if (answer.CSharp != answer.Sql || answer.Value != asked.ExpectedOn(major))
            Assert.Fail($"{name} on {major}: expected «{asked.ExpectedOn(major)}», but {asked.CSharp} gave «{answer.CSharp}», and {asked.Sql} gave «{answer.Sql}».");
    }
}
