using System.Text.RegularExpressions;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Engine;
using SparkPipelines.TestSupport;
using SparkPipelines.Tpch;

namespace SparkPipelines.SparkTests.Programs;

/// <summary>Runs the programs of this folder; what they print is the text of the same name in <c>Expected</c>, on every engine.</summary>
public sealed partial class ProgramTests(Sparks sparks) : IDisposable
{
    private static readonly string Here = Path.Combine(AppContext.BaseDirectory, "Programs");

    private static readonly Lazy<Task<string>> TpchText = new(async () =>
    {
        await using var oracle = await Sparks.NewSessionAsync(SparkMajor.Spark4);
        new TpchTables(oracle, await TpchData.GetAsync(), TpchData.ScaleFactor).CreateViews();
        string[] queries = [TpchSql.Q1, TpchSql.Q3, TpchSql.Q5, TpchSql.Q6, TpchSql.Q14];
        return string.Concat(queries.Select(query => PrintedText.Of(() => oracle.Sql(query).Show())));
    });

    private readonly string _outputs = Directory.CreateTempSubdirectory("programs-").FullName;

    /// <summary>What a program runs on.</summary>
    public enum Engine
    {
        Embedded,
        Spark3,
        Spark4,
    }

    public void Dispose() => Directory.Delete(_outputs, recursive: true);

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    [InlineData(Engine.Embedded)]
    public Task WordCount(Engine engine) => PrintsAsync(new WordCount(), engine, Input("words.txt"));

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public Task Basic(Engine engine) => PrintsAsync(new Basic(), engine, Input("people.json"));

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public Task DataSources(Engine engine) => PrintsAsync(new DataSources(), engine, Path.Combine(Here, "Resources", "people"), _outputs);

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public Task LogProcessing(Engine engine) => PrintsAsync(new LogProcessing(), engine, Input("access.log"));

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    [InlineData(Engine.Embedded)]
    public Task GitHubProjects(Engine engine) => PrintsAsync(new GitHubProjects(), engine, Input("projects.csv"), Input("owners.csv"));

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public Task Rows(Engine engine) => PrintsAsync(new Rows(), engine);

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public Task SalesWindows(Engine engine) => PrintsAsync(new SalesWindows(), engine, Input("sales.csv"));

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public Task CatalogTour(Engine engine) => PrintsAsync(new CatalogTour(), engine, _outputs);

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public async Task DeltaQuickstart(Engine engine) =>
        Matches(new DeltaQuickstart(), await Sparks.NewSessionWithDeltaAsync(Major(engine)), Path.Combine(_outputs, "delta"));

    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    public async Task DeltaHistory(Engine engine) => Matches(new DeltaHistory(), await Sparks.NewSessionWithDeltaAsync(Major(engine)), _outputs);

    /// <summary>The oracle of these is the SQL of the specification, on Spark 4.2.1.</summary>
    [Theory]
    [InlineData(Engine.Spark4)]
    [InlineData(Engine.Spark3)]
    [InlineData(Engine.Embedded)]
    public async Task TpchQueries(Engine engine)
    {
        var folder = await TpchData.GetAsync();
        Printed(new TpchQueries(), await NewSessionAsync(engine), folder).ShouldBe(await TpchText.Value);
    }

    private static string Input(string name) => Path.Combine(Here, "Resources", name);

    private static SparkMajor Major(Engine engine) => engine == Engine.Spark3 ? SparkMajor.Spark3 : SparkMajor.Spark4;

    private static async Task<SparkSession> NewSessionAsync(Engine engine) => engine == Engine.Embedded
        ? new SparkSession(await EngineProvider.FindEmbedded()!.CreateAsync(new Dictionary<string, string> { ["spark.sql.session.timeZone"] = "UTC" }, TestContext.Current.CancellationToken))
        : await Sparks.NewSessionAsync(Major(engine));

    /// <summary>On Spark, with a database of the test's own as the current one, so that tables are nobody else's.</summary>
    private async Task PrintsAsync(IExample program, Engine engine, params string[] args)
    {
        var spark = await NewSessionAsync(engine);
        if (engine == Engine.Embedded)
        {
            Matches(program, spark, args);
            return;
        }

        var database = $"programs_{Guid.NewGuid():N}";
        spark.Sql($"CREATE DATABASE {database}");
        try
        {
            spark.Catalog.SetCurrentDatabase(database);
            Matches(program, spark, args);
        }
        finally
        {
            (await sparks.GetAsync(Major(engine))).Sql($"DROP DATABASE {database} CASCADE");
        }
    }

    private static void Matches(IExample program, SparkSession spark, params string[] args)
    {
        var expected = File.ReadAllText(Path.Combine(Here, "Expected", program.GetType().Name + ".txt"));
        if (spark.Version().StartsWith("3.", StringComparison.Ordinal))
            expected = CutOff().Replace(expected, "$0\n"); // Spark 4 has taken the empty line after this away.
        Printed(program, spark, args).ShouldBe(expected);
    }

    private static string Printed(IExample program, SparkSession spark, params string[] args)
    {
        using (spark)
        {
            SparkSession.SetActiveSession(spark); // GetOrCreate gives it to the program.
            return PrintedText.Of(() => program.Run(args));
        }
    }

    [GeneratedRegex(@"^only showing top \d+ rows?\n", RegexOptions.Multiline)]
    private static partial Regex CutOff();
}
