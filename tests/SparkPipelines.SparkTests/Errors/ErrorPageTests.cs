using System.Runtime.CompilerServices;
using System.Text;
using SparkPipelines.Sql;
using SparkPipelines.TestSupport;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Errors;

/// <summary><c>docs/errors.md</c> shows the lines of <see cref="Mistakes"/> and what Spark 4.2.1 makes of them.</summary>
public sealed class ErrorPageTests(Sparks sparks)
{
    private static readonly (string Title, string Text, Action<SparkSession> Mistake)[] Sections =
    [
        ("A wrong column name", "A plan is analysed when its schema or its rows are asked for; the place is the one where the column was named.", Mistakes.WrongColumnName),
        ("A typo in SQL", "The caret stands under the word where Spark lost the thread.", Mistakes.TypoInSql),
        ("Overflow", "Spark 4 computes in ANSI mode. The place is the expression's own, wherever the DataFrame that uses it is made.", Mistakes.Overflow),
        ("Division by zero", "A statement over several lines counts as its first line, as in .NET's own stack traces.", Mistakes.DivisionByZero),
        ("A bad cast", "`TryCast` gives null instead.", Mistakes.BadCast),
        ("A missing path", "", Mistakes.MissingPath),
    ];

    [Fact]
    public async Task Page_ShowsWhatSparkSays()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var path = Path.Combine(Path.GetDirectoryName(Source())!, "..", "..", "..", "docs", "errors.md");
        var page = File.ReadAllText(path);
        var sections = new StringBuilder();
        foreach (var (title, text, mistake) in Sections)
        {
            var error = Should.Throw<SparkException>(() => mistake(spark));
            sections.Append($"## {title}\n\n```csharp\n{Body(mistake.Method.Name)}```\n```text\n{Shown(error)}\n```\n{text}\n\n".Replace("```\n\n\n", "```\n\n", StringComparison.Ordinal));
        }

        var begin = page.IndexOf("## A wrong column name", StringComparison.Ordinal);
        var expected = page[..begin] + sections.ToString().TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, expected);

        File.ReadAllText(path).ShouldBe(expected, "docs/errors.md is stale; run this test with UPDATE_DOCS=1.");
    }

    [Fact]
    public async Task Places_AreOfTheExpressionThatFails()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        var zero = Lit(0);
        var (quotient, line) = (Col("id") / zero, Line());
        var frame = spark.Range(1)
            .Select(Upper(Lit("a")), quotient.Alias("q"));

        var context = Should.Throw<SparkArithmeticException>(() => frame.Collect().ToList()).QueryContexts.ShouldHaveSingleItem();

        context.ShouldBe(new SparkQueryContext(
            IsDataFrame: true, "/", $"{Source()}:line {line}", -1, -1, $"== DataFrame ==\n\"/\" was called from\n{Source()}:line {line}\n"));
    }

    [Fact]
    public async Task Places_AreInAsynchronousCodeAndLambdasToo()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark4);
        await Task.Yield();
        var (columns, line) = (new[] { "id", "no" }.Select(name => Col(name)).ToArray(), Line());

        var error = await Should.ThrowAsync<AnalysisException>(() => spark.Range(1).Select(columns).CountAsync(TestContext.Current.CancellationToken));

        error.Message.ShouldBe(
            "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `no` cannot be resolved. "
            + $"Did you mean one of the following? [`id`]. SQLSTATE: 42703\n== DataFrame ==\n\"col\" was called from\n{Source()}:line {line}");
    }

    /// <summary>Spark 3.5 passes over the places; its errors are as they were.</summary>
    [Fact]
    public async Task Spark3_KnowsNoPlaces()
    {
        var spark = await sparks.GetAsync(SparkMajor.Spark3);
        var error = Should.Throw<SparkArithmeticException>(() => Mistakes.Overflow(spark));

        error.QueryContexts.ShouldBeEmpty();
        error.Message.ShouldBe(
            "[ARITHMETIC_OVERFLOW] integer overflow. Use 'try_add' to tolerate overflow and return NULL instead. "
            + "If necessary set \"spark.sql.ansi.enabled\" to \"false\" to bypass this error.");
    }

    private static string Shown(SparkException error) => $"{error.GetType()}: {error.Message}"
        .Replace(Path.GetDirectoryName(Source()) + "/", "/home/ada/shop/", StringComparison.Ordinal)
        .Replace("Mistakes.cs", "Program.cs", StringComparison.Ordinal);

    /// <summary>The lines of a method's body, without their indentation.</summary>
    private static string Body(string method)
    {
        var lines = File.ReadLines(Path.Combine(Path.GetDirectoryName(Source())!, "Mistakes.cs")).SkipWhile(line => !line.Contains($" {method}(", StringComparison.Ordinal));
        return string.Concat(lines.Skip(2).TakeWhile(line => line != "    }").Select(line => $"{line[8..]}\n"));
    }

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string Source([CallerFilePath] string path = "") => path;
}
