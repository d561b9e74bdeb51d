using SparkPipelines.Data;
using SparkPipelines.Pipelines;
using SparkPipelines.Sql;
using static SparkPipelines.Sql.Functions;

// The iris sample: a registered dataset, a tenth of it split in two, and two steps that hand a table over.
const int seed = 42;
var workspace = Workspace.Create(Path.Combine("results", "IrisSplit"));
var data = args is [var folder, ..] ? Path.GetFullPath(folder) : FindData();
workspace.Register(new LocalDatastore("training_data", data));

TabularDataset iris = Dataset.Tabular.FromDelimitedFiles(new DataPath(Datastore.Get(workspace, "training_data"), "iris.csv"));
iris.Register(workspace, "iris", description: "Fisher's measurements");
Console.WriteLine(iris.Head(5));

(TabularDataset train, TabularDataset test) = iris.TakeSample(0.5, seed).RandomSplit(0.8, seed);

var clean = new PipelineData("clean_data");
var prepare = new SparkStep("prep_data", typeof(PrepareIris), inputs: [train.AsNamedInput("train").AsDownload()], outputs: [clean]);
var count = new SparkStep("count_data", typeof(CountIris), inputs: [clean, test.AsNamedInput("test")]);
var pipeline = new Pipeline(workspace, [prepare, count]);
Console.Write(pipeline.Compile());
Console.Write(await pipeline.SubmitAsync("iris"));

static string FindData()
{
    for (var folder = Directory.GetCurrentDirectory(); folder is not null; folder = Path.GetDirectoryName(folder))
    {
        if (File.Exists(Path.Combine(folder, "data", "iris.csv")))
            return Path.Combine(folder, "data");
    }

    throw new FileNotFoundException("There is no data/iris.csv above the current folder; give its folder as the argument.");
}

internal sealed class PrepareIris : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        DataFrame raw = run.InputDatasets["train"].AsTabular().ToSparkDataFrame(run.Spark);
        DataFrame cleaned = raw.DropNa().WithColumn("ratio", Col("petal_length") / Col("petal_width"));
        await run.Outputs["clean_data"].WriteAsync(cleaned, cancellationToken);
    }
}

internal sealed class CountIris : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        foreach (var name in run.InputDatasets.Names)
            run.Log($"{name}_rows", await run.InputDatasets[name].AsTabular().ToSparkDataFrame(run.Spark).CountAsync(cancellationToken));
    }
}
