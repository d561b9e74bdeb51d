using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.Data.Tests.Datasets;

/// <summary>Operations as plans, with the same rows on every engine.</summary>
public abstract class TabularOperationTests(EngineSession engine) : EngineTests(engine)
{
    private static TabularDataset Iris => Dataset.Tabular.FromDelimitedFiles(new DataPath(new LocalDatastore("data", Path.Combine(Inference.DelimitedInferenceTests.FindRepository(), "data")), "iris.csv"));

    [Fact]
    public void Operations_ChangeRowsAndColumns()
    {
        using var folder = new TestFolder();
        folder.Write("a.csv", "n,s\n1,a\n2,b\n3,\n4,d\n");
        var table = Dataset.Tabular.FromDelimitedFiles(folder.DataPath("a.csv"));
        Values(table.Skip(1).Take(2)).ShouldBe(["2|b", "3|"]);
        Values(table.Filter("n > 1 AND s <> 'x'")).ShouldBe(["2|b", "4|d"]);
        Values(table.Filter(Col("n") >= 3)).ShouldBe(["3|", "4|d"]);
        Values(table.KeepColumns("s", "n").Take(1)).ShouldBe(["a|1"]);
        Values(table.DropColumns("s").Take(1)).ShouldBe(["1"]);
        Values(table.Take(0)).ShouldBeEmpty();
        Should.Throw<DatasetException>(() => table.KeepColumns("x").ToSparkDataFrame(Session)).Message.ShouldBe("The dataset has no column 'x'; its columns are 'n', 's'.");
    }

    [Fact]
    public void TakeSample_OfFixedRows_IsTheSameOnEveryEngine()
    {
        var sample = Values(Iris.TakeSample(0.05, seed: 42).KeepColumns("sepal_length", "petal_length", "species"));
        sample.Order(StringComparer.Ordinal).ShouldBe(ExpectedSample);
    }

    [Fact]
    public void TakeSample_Smaller_IsPartOfLargerAndPartsOfFiles()
    {
        using var folder = new TestFolder();
        folder.Write("1.csv", "n\n" + string.Join('\n', Enumerable.Range(0, 500)));
        folder.Write("2.csv", "n\n" + string.Join('\n', Enumerable.Range(500, 500)));
        var both = Dataset.Tabular.FromDelimitedFiles(folder.DataPath("*.csv"));
        var first = Dataset.Tabular.FromDelimitedFiles(folder.DataPath("1.csv"));
        var sample = Values(both.TakeSample(0.3, 7));
        sample.Count.ShouldBeInRange(250, 350);
        Values(both.TakeSample(0.1, 7)).ShouldBeSubsetOf(sample);
        Values(first.TakeSample(0.3, 7)).ShouldBe(sample.Where(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) < 500), ignoreOrder: true);
        Values(both.Filter("n % 2 = 0").TakeSample(0.3, 7)).ShouldBeSubsetOf(sample);
        Values(both.TakeSample(0, 7)).ShouldBeEmpty();
        Values(both.TakeSample(1, 7)).Count.ShouldBe(1000);
    }

    [Fact]
    public void RandomSplit_OfASampleWithTheSameSeed_StillSplits()
    {
        var (train, test) = Iris.TakeSample(0.5, 42).RandomSplit(0.8, 42);
        var all = Values(Iris.TakeSample(0.5, 42));
        Values(train).Concat(Values(test)).ShouldBe(all, ignoreOrder: true);
        Values(train).Intersect(Values(test)).ShouldBeEmpty();
        Values(train).Count.ShouldBeInRange(45, 75);
        Values(test).Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void StratifiedSplit_TakesTheExactShareOfEveryLabel()
    {
        var (train, test) = Iris.StratifiedSplit("species", 0.7, 42);
        Values(train).CountBy(row => row[(row.LastIndexOf('|') + 1)..]).Select(label => $"{label.Key} {label.Value}").Order().ShouldBe(["setosa 35", "versicolor 35", "virginica 35"]);
        Values(train).Concat(Values(test)).ShouldBe(Values(Iris), ignoreOrder: true);
    }

    [Fact]
    public void SplitByKey_KeepsTheRowsOfAKeyTogether()
    {
        var (first, second) = Iris.SplitByKey("petal_width", 0.5, 1);
        var left = Values(first.KeepColumns("petal_width")).Distinct().ToList();
        var right = Values(second.KeepColumns("petal_width")).Distinct().ToList();
        left.Intersect(right).ShouldBeEmpty();
        left.Concat(right).Count().ShouldBe(22);
        (left.Count > 3 && right.Count > 3).ShouldBeTrue();
    }

    [Fact]
    public async Task ToParquetAndBack_KeepsRowsAndSchema()
    {
        using var folder = new TestFolder();
        var head = Iris.Take(7);
        var files = head.ToParquet(folder.DataPath("iris-parquet"), Session);
        files.ToPath().ShouldContain(path => path.EndsWith(".parquet", StringComparison.Ordinal));
        var back = Dataset.Tabular.FromParquetFiles(folder.DataPath("iris-parquet"));
        back.ToSparkDataFrame(Session).Schema().ShouldBe(Iris.Schema);
        Values(back).ShouldBe(Values(head), ignoreOrder: true);
        head.ToCsv(folder.DataPath("iris-csv"), Session);
        Values(Dataset.Tabular.FromDelimitedFiles(folder.DataPath("iris-csv"))).ShouldBe(Values(head), ignoreOrder: true);
        Values(Dataset.Tabular.FromSparkDataFrame(head.ToSparkDataFrame(Session), folder.DataPath("copy"))).ShouldBe(Values(head), ignoreOrder: true);
        long rows = 0;
        await foreach (var batch in back.ToArrowAsync(Session, cancellationToken: TestContext.Current.CancellationToken))
        {
            rows += batch.Length;
            batch.Dispose();
        }

        rows.ShouldBe(7);
    }

    private List<string> Values(TabularDataset table) =>
        [.. table.ToSparkDataFrame(Session).Collect().Select(row => string.Join('|', row.Values.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))))];

    // Made by Spark 4.2.1.
    private static readonly string[] ExpectedSample =
    [
        "4.5|1.3|setosa", "5.1|1.5|setosa", "5.5|3.8|versicolor", "5.8|5.1|virginica", "5.8|5.1|virginica", "5|3.5|versicolor", "6.3|4.9|versicolor",
        "6.5|5.5|virginica", "6.5|5.8|virginica", "6.7|4.7|versicolor", "6.8|4.8|versicolor", "7.2|5.8|virginica", "7.7|6.9|virginica",
    ];
}

public sealed class EmbeddedTabularOperationTests(EmbeddedSession engine) : TabularOperationTests(engine), IClassFixture<EmbeddedSession>;

public sealed class Spark4TabularOperationTests(Spark4Session engine) : TabularOperationTests(engine), IClassFixture<Spark4Session>;

public sealed class Spark3TabularOperationTests(Spark3Session engine) : TabularOperationTests(engine), IClassFixture<Spark3Session>;
