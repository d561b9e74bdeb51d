namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>
/// The sample programs of <c>tests/SparkPipelines.SparkTests/Programs</c> are Microsoft.Spark programs with the namespaces in their using lines
/// changed: with them changed back, they compile against Microsoft.Spark's own declarations, and nothing else.
/// </summary>
public sealed class MicrosoftSparkProgramTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder("tests"), "SparkPipelines.SparkTests", "Programs");

    // What the projects there import for every file.
    private const string Imports = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    [Fact]
    public void Programs_CompileAgainstMicrosoftSpark()
    {
        var programs = Programs().ToList();

        programs.Count.ShouldBeGreaterThanOrEqualTo(10);
        MicrosoftSparkDeclarations.Errors(programs.Append(Interface())).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DataFrame rows = spark.Range(3).Offset(1);")]
    [InlineData("DataFrame rows = spark.CreateDataFrame(new[] { 1 }).Filter(1 < Col(\"_1\"));")]
    [InlineData("spark.Read().Csv(\"a.csv\").Write().Mode(SaveMode.Overwrite).ParquetAsync(\"a\");")]
    [InlineData("Column upper = Upper(\"name\");")]
    public void Programs_WithWhatMicrosoftSparkLacks_DoNotCompile(string statement)
    {
        var program = $$"""
            using Microsoft.Spark.Sql;
            using static Microsoft.Spark.Sql.Functions;
            class Wrong { void Run(SparkSession spark) { {{statement}} } }
            """;

        MicrosoftSparkDeclarations.Errors([("Wrong.cs", program), Interface()]).ShouldHaveSingleItem();
    }

    private static IEnumerable<(string Path, string Text)> Programs() =>
        from file in Directory.EnumerateFiles(Folder, "*.cs").Order(StringComparer.Ordinal)
        let text = File.ReadAllText(file)
        where text.Contains(" : IExample", StringComparison.Ordinal)
        select (Path.GetFileName(file), string.Join('\n', text.Split('\n').Select(BackToMicrosoftSpark)));

    private static string BackToMicrosoftSpark(string line) => line.StartsWith("using ", StringComparison.Ordinal)
        ? line.Replace("SparkPipelines.", "Microsoft.Spark.", StringComparison.Ordinal)
        : line;

    private static (string Path, string Text) Interface() => ("IExample.cs", Imports + File.ReadAllText(Path.Combine(Folder, "IExample.cs")));
}
