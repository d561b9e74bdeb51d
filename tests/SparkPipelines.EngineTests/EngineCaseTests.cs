using SparkPipelines.EngineTests.Cases;
using SparkPipelines.EngineTests.Harness;

namespace SparkPipelines.EngineTests;

/// <summary>Every case on every engine, with Spark 4.2 as the oracle.</summary>
public sealed class EngineCaseTests(Engines engines) : IClassFixture<Engines>
{
    /// <summary>Beginnings of names, parted by semicolons: only those cases are run.</summary>
    private static readonly string[] Asked = Environment.GetEnvironmentVariable("ENGINE_CASES")?.Split(';') ?? [""];

    public static TheoryData<string> AllCases => [.. Catalogue.All.Keys.Where(IsAsked)];

    public static TheoryData<string> CasesOfSpark35 => [.. Catalogue.All.Values.Where(engineCase => IsAsked(engineCase.Name)).Where(engineCase => engineCase.Since <= new Version(3, 5)).Select(engineCase => engineCase.Name)];

    [Theory]
    [MemberData(nameof(AllCases))]
    public Task Embedded_AgreesWithSpark42(string name) => CaseRun.AgreesWithOracleAsync(Catalogue.All[name], Engine.Embedded, engines);

    [Theory]
    [MemberData(nameof(CasesOfSpark35))]
    public Task Spark35_AgreesWithSpark42(string name) => CaseRun.AgreesWithOracleAsync(Catalogue.All[name], Engine.Spark35, engines);

    private static bool IsAsked(string name) => Asked.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));

    [Fact]
    public void KnownGaps_NameCasesThatExistAndAreCounted()
    {
        KnownGaps.All.Where(gap => !Catalogue.All.ContainsKey(gap.Case)).ShouldBeEmpty();
        KnownGaps.All.GroupBy(gap => (gap.Case, gap.Engine)).Where(group => group.Count() > 1).ShouldBeEmpty();
        TestContext.Current.SendDiagnosticMessage($"{Catalogue.All.Count} cases; {KnownGaps.All.Count} known gaps.");
        Catalogue.All.Count.ShouldBeGreaterThanOrEqualTo(200);
    }
}
