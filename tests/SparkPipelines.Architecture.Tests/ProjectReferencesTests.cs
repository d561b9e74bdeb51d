using System.Xml.Linq;

namespace SparkPipelines.Architecture.Tests;

/// <summary>References go one way: Cli → Pipelines → Data → Sql → Protocol, and Embedded → Sql. Only Cli, jobs, tests and bench name an engine.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["SparkPipelines.Protocol"] = [],
        ["SparkPipelines.Sql"] = ["SparkPipelines.Protocol"],
        ["SparkPipelines.Embedded"] = ["SparkPipelines.Sql"],
        ["SparkPipelines.Delta"] = ["SparkPipelines.Sql"],
        ["SparkPipelines.Data"] = ["SparkPipelines.Sql"],
        ["SparkPipelines.Pipelines"] = ["SparkPipelines.Data"],
        ["SparkPipelines.Cli"] = ["SparkPipelines.Pipelines", "SparkPipelines.Embedded"],
    };

    public static TheoryData<string> SourceProjects => [.. Directory.GetFiles(Repository.Folder("src"), "*.csproj", SearchOption.AllDirectories).Order()];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void ProjectReferences_AreThoseOfTheDesign(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        ReferencesOf(project).ShouldBe(Allowed.GetValueOrDefault(name) ?? throw new InvalidOperationException($"{name} has no place in the design; add it to docs/architecture.md and here."), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void ProjectFile_IsShort(string project) => File.ReadLines(project).Count().ShouldBeLessThanOrEqualTo(40, project);

    private static string[] ReferencesOf(string project) =>
    [
        .. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
    ];
}
