using System.Text.Json.Nodes;
using SparkPipelines.Data;

namespace SparkPipelines.Pipelines.Tests.Pipelines;

public sealed class SubmitTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task SubmitAsync_TwoSteps_HandsFilesOverAndKeepsARecord()
    {
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        folder.Write("raw/a.txt", "raw a");
        PipelineData first = new("first"), second = new("second");
        var progress = new StringWriter();

        var run = await new Pipeline(workspace, [
            new SparkStep("write", typeof(WriteArguments), arguments: ["x", first], outputs: [first]),
            new SparkStep("copy", typeof(CopyInputs), inputs: [first, Dataset.File.FromFiles(folder.DataPath("raw")).AsNamedInput("raw").AsDownload()], outputs: [second]),
        ]).SubmitAsync("iris", progress, Stop);

        run.Status.ShouldBe(RunStatus.Finished);
        run.GetOutput("first").Path.ShouldBe(folder[$"ws/data/pipeline-data/{run.Id}/first"]);
        run.GetOutput("second").AsFiles().ToFiles().Select(file => (file.RelativePath, new StreamReader(file.OpenRead()).ReadToEnd()))
            .ShouldBe([("first-arguments.txt", $"x|{folder[$"ws/data/pipeline-data/{run.Id}/first"]}"), ("raw-a.txt", "raw a")]);
        run.Steps[0].Metrics.ShouldBe(new Dictionary<string, string> { ["arguments"] = "2", ["share"] = "0.25", ["note"] = "a \"quoted\" one" });
        Should.Throw<PipelineException>(() => run.GetOutput("third")).Message.ShouldBe($"The run {run.Id} has written no output 'third'; it has written 'first', 'second'.");

        var record = JsonNode.Parse(await File.ReadAllTextAsync(folder[$"ws/runs/{run.Id}/run.json"], Stop))!;
        record["experiment"]!.GetValue<string>().ShouldBe("iris");
        record["status"]!.GetValue<string>().ShouldBe("Finished");
        record["steps"]!.AsArray().Select(step => $"{step!["name"]} {step["status"]} {step["compute"]}").ShouldBe(["write Finished session", "copy Finished session"]);
        record["steps"]![1]!["inputs"]!["raw"]!.GetValue<string>().ShouldBe(folder["raw"]);
        progress.ToString().Split('\n')[0].ShouldBe("write: started on session");
        Directory.GetFileSystemEntries(folder[$"ws/data/pipeline-data/{run.Id}"]).Select(Path.GetFileName).Order().ShouldBe(["first", "second"]);

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run.GetOutput("second").Path, "_manifest.json"), Stop))!;
        manifest["run"]!.GetValue<string>().ShouldBe(run.Id);
        manifest["step"]!.GetValue<string>().ShouldBe("copy");
        manifest["inputs"]!.AsArray().Select(input => $"{input!["name"]} {input["source"]}").ShouldBe([$"first {run.Id}/first", $"raw {folder["raw"]}"]);
        manifest["inputs"]![0]!["manifest"]!.GetValue<string>().Length.ShouldBe(64);
        manifest["files"]!.AsArray().Select(file => $"{file!["path"]} {file["bytes"]}").ShouldBe([$"first-arguments.txt {2 + run.GetOutput("first").Path.Length}", "raw-a.txt 5"]);
    }

    [Fact]
    public async Task SubmitAsync_StepFails_KeepsWhatWasWrittenAndStartsNoOther()
    {
        using var folder = new TestFolder();
        PipelineData first = new("first"), second = new("second"), third = new("third");
        var pipeline = new Pipeline(Workspace.Create(folder["ws"]), [
            new SparkStep("good", typeof(WriteArguments), outputs: [first]),
            new SparkStep("bad", typeof(Fail), inputs: [first], outputs: [second]),
            new SparkStep("never", typeof(CopyInputs), inputs: [second], outputs: [third]),
        ]);

        var failed = await Should.ThrowAsync<PipelineException>(() => pipeline.SubmitAsync(progress: TextWriter.Null, cancellationToken: Stop));

        var run = failed.Run!;
        failed.Message.ShouldBe($"The step 'bad' of the run {run.Id} failed: The cat ate it."
            + $" What was written before stays: 'first' in '{folder[$"ws/data/pipeline-data/{run.Id}/first"]}'. Mend the cause and submit the pipeline again.");
        failed.InnerException.ShouldBeOfType<InvalidOperationException>();
        run.Steps.Select(step => $"{step.Name} {step.Status}").ShouldBe(["good Finished", "bad Failed", "never NotStarted"]);
        Directory.GetFileSystemEntries(folder[$"ws/data/pipeline-data/{run.Id}"]).Select(Path.GetFileName).ShouldBe(["first"]);
        run.ToString().ShouldContain("    error   The cat ate it.\n");
    }

    [Fact]
    public async Task SubmitAsync_OutputNotWritten_FailsTheStep()
    {
        using var folder = new TestFolder();
        var pipeline = new Pipeline(Workspace.Create(folder["ws"]), [new SparkStep("lazy", typeof(WriteNothing), outputs: [new PipelineData("first"), new PipelineData("second")])]);
        var failed = await Should.ThrowAsync<PipelineException>(() => pipeline.SubmitAsync(progress: TextWriter.Null, cancellationToken: Stop));
        failed.InnerException!.Message.ShouldBe("The step 'lazy' ended without writing its outputs 'first', 'second'.");
    }

    [Fact]
    public async Task SubmitAsync_IndependentSteps_RunSideBySide()
    {
        using var folder = new TestFolder();
        var run = await new Pipeline(Workspace.Create(folder["ws"]), [new SparkStep("one", typeof(MeetTheOther)), new SparkStep("other", typeof(MeetTheOther))])
            .SubmitAsync(progress: TextWriter.Null, cancellationToken: Stop);
        run.Status.ShouldBe(RunStatus.Finished);
    }

    [Fact]
    public async Task SubmitAsync_Canceled_StopsAndRecordsIt()
    {
        using var folder = new TestFolder();
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelOnFirstLine(cancellation);
        var pipeline = new Pipeline(Workspace.Create(folder["ws"]), [new SparkStep("endless", typeof(WaitForCancellation))]);
        await Should.ThrowAsync<OperationCanceledException>(() => pipeline.SubmitAsync(progress: progress, cancellationToken: cancellation.Token));
        var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Directory.GetDirectories(folder["ws/runs"]).Single(), "run.json"), Stop))!;
        record["status"]!.GetValue<string>().ShouldBe("Canceled");
        record["steps"]![0]!["status"]!.GetValue<string>().ShouldBe("Canceled");
    }

    private sealed class CancelOnFirstLine(CancellationTokenSource cancellation) : StringWriter
    {
        public override void WriteLine(string? value) => cancellation.Cancel();
    }
}
