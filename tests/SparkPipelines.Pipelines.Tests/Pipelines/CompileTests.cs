using System.Reflection;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines.Tests.Pipelines;

public sealed class CompileTests
{
    [Fact]
    public void Compile_PrintsEveryJobAndRunsNothing()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        var raw = Dataset.File.FromFiles(folder.DataPath("raw"));
        var images = Dataset.File.FromFiles(folder.DataPath("images.zip"), new ArchiveOptions(ArchiveType.Zip));
        PipelineData clean = new("clean"), model = new("model", folder.Datastore);
        var application = Assembly.GetEntryAssembly()!.Location;

        var compiled = new Pipeline(workspace, [
            new SparkStep("prep", typeof(WriteArguments), ComputeTarget.Spark("spark://host:7077", new Dictionary<string, string> { ["spark.executor.memory"] = "2g" }),
                arguments: ["--min-rows", "100", "--title", "it's raw", "--raw", raw.AsNamedInput("raw"), "--out", clean], inputs: [raw.AsNamedInput("raw")], outputs: [clean]),
            new SparkStep("train", typeof(CopyInputs), arguments: ["--rate", "0.1"], inputs: [clean, images.AsNamedInput("images").AsDownload()], outputs: [model]),
            new SparkStep("alone", application, ComputeTarget.Embedded),
        ]).Compile();

        compiled.ToString().ShouldBe($$"""
            prep
              spark-submit.sh --master spark://host:7077 --name prep --conf spark.executor.memory=2g {{application}} --min-rows 100 --title 'it'\''s raw' --raw {{folder["raw"]}} --out {{folder["ws"]}}/data/pipeline-data/{run}/clean
              in   raw = {{folder["raw"]}}
              out  clean = {{folder["ws"]}}/data/pipeline-data/{run}/clean
            train
              in process (session): CopyInputs --rate 0.1
              in   clean = {{folder["ws"]}}/data/pipeline-data/{run}/clean
              in   images = {{folder["ws"]}}/runs/{run}/steps/train/inputs/images/data
              out  model = {{folder.FullPath}}/pipeline-data/{run}/model
            alone
              dotnet {{application}}

            """);
        Directory.Exists(folder["ws/runs"]).ShouldBeFalse();
    }
}
