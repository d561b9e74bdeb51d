namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>How much of Microsoft.Spark's and PySpark's API is there: <c>docs/api-coverage.md</c>, and the least that it may be.</summary>
public sealed class ApiCoverageTests
{
    private static readonly string PagePath = Path.Combine(Repository.Folder("docs"), "api-coverage.md");

    [Fact]
    public void Page_IsWhatTheAssemblyHas()
    {
        var page = CoveragePage.Write(Coverage.Current.Value);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(PagePath, page);

        File.ReadAllText(PagePath).ShouldBe(page, "docs/api-coverage.md is stale; run this test with UPDATE_DOCS=1.");
    }

    [Fact]
    public void MicrosoftSpark_IsThereTo97Percent() => Coverage.Percent(Coverage.Current.Value.MicrosoftSpark).ShouldBeGreaterThanOrEqualTo(97);

    [Fact]
    public void PySparkFunctions_AreThereTo99Percent() =>
        Coverage.Percent(Coverage.Current.Value.PySpark.Where(member => member.Area == PySparkApi.Functions)).ShouldBeGreaterThanOrEqualTo(99);

    [Fact]
    public void PySparkOtherMembers_AreThereTo97Percent() =>
        Coverage.Percent(Coverage.Current.Value.PySpark.Where(member => member.Area != PySparkApi.Functions)).ShouldBeGreaterThanOrEqualTo(97);

    [Fact]
    public void MissingMembers_HaveAReason() =>
        Coverage.Current.Value.MicrosoftSpark.Concat(Coverage.Current.Value.PySpark)
            .Where(member => !member.IsPresent && member.Exception is null)
            .Select(member => $"{member.Owner}: {member.Signature}: {member.Missing}")
            .ShouldBeEmpty();

    [Fact]
    public void Exceptions_AreAllNeeded()
    {
        var coverage = Coverage.Current.Value;
        var used = coverage.MicrosoftSpark.Concat(coverage.PySpark).Select(member => member.Exception).ToHashSet();

        coverage.Exceptions.Where(exception => !used.Contains(exception)).Select(exception => $"{exception.List} {exception.Pattern}").ShouldBeEmpty();
    }
}
