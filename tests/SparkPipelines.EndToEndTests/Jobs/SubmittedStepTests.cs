using SparkPipelines.Data;
using SparkPipelines.EndToEndTests.Submit;
using SparkPipelines.EndToEndTests.Support;
using SparkPipelines.Pipelines;

namespace SparkPipelines.EndToEndTests.Jobs;

/// <summary>Steps that a pipeline of this process submits to a real Spark.</summary>
[Collection(SubmitTests.Name)]
public sealed class SubmittedStepTests
{
    [Theory]
    [InlineData(4, "4.2.1")]
    [InlineData(3, "3.5.7")]
    public async Task SubmitAsync_StepClassOnSpark_RunsThisApplicationInTheRoleOfTheStep(int major, string version)
    {
        using var spark = new SparkHomeOfThisProcess(SparkHomes.Require(major));
        using var folder = new TestFolder();
        var workspace = Workspace.Create(folder["ws"]);
        PipelineData numbers = new("numbers"), report = new("report");
        var run = await new Pipeline(workspace, [
            new SparkStep("write", typeof(WriteNumbers), ComputeTarget.Spark("local[1]", new Dictionary<string, string> { ["spark.ui.enabled"] = "false" }), arguments: ["100", "it's"], outputs: [numbers]),
            new SparkStep("copy", typeof(DescribeNumbers), inputs: [numbers], outputs: [report]),
        ]).SubmitAsync("submitted", TextWriter.Null, TestContext.Current.CancellationToken);

        run.Status.ShouldBe(RunStatus.Finished);
        run.Steps[0].Metrics["spark"].ShouldBe(version);
        run.Steps[0].Metrics["arguments"].ShouldBe("100|it's");
        run.GetOutput("numbers").Rows.ShouldBe(100);
        (await File.ReadAllTextAsync(Path.Combine(run.GetOutput("report").Path, "report.txt"), TestContext.Current.CancellationToken)).ShouldBe("100 rows of 'id bigint'");
        Directory.GetFileSystemEntries(Path.GetDirectoryName(run.GetOutput("numbers").Path)!).Length.ShouldBe(2);
    }

    [Fact]
    public async Task SubmitAsync_StepFailsOnSpark_TellsTheStepsOwnWords()
    {
        using var spark = new SparkHomeOfThisProcess(SparkHomes.Require(4));
        using var folder = new TestFolder();
        var pipeline = new Pipeline(Workspace.Create(folder["ws"]), [new SparkStep("write", typeof(WriteNumbers), ComputeTarget.Spark("local[1]"), arguments: ["many"], outputs: [new PipelineData("numbers")])]);
        var failed = await Should.ThrowAsync<PipelineException>(() => pipeline.SubmitAsync(progress: TextWriter.Null, cancellationToken: TestContext.Current.CancellationToken));
        failed.Message.ShouldBe($"The step 'write' of the run {failed.Run!.Id} failed: The input string 'many' was not in a correct format."
            + $" Its log is '{failed.Run.Steps[0].LogFile}'. Mend the cause and submit the pipeline again.");
        File.ReadAllText(failed.Run.Steps[0].LogFile!).ShouldContain("System.FormatException");
    }

    /// <summary>A pipeline submits to the Spark of its own environment.</summary>
    private sealed class SparkHomeOfThisProcess : IDisposable
    {
        private readonly string? _before = Environment.GetEnvironmentVariable("SPARK_HOME");

        public SparkHomeOfThisProcess(string home) => Environment.SetEnvironmentVariable("SPARK_HOME", home);

        public void Dispose() => Environment.SetEnvironmentVariable("SPARK_HOME", _before);
    }
}

internal sealed class WriteNumbers : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        var rows = long.Parse(run.Arguments[0], System.Globalization.CultureInfo.InvariantCulture);
        run.Log("spark", run.Spark.Version());
        run.Log("arguments", string.Join('|', run.Arguments));
        await run.Outputs["numbers"].WriteAsync(run.Spark.Range(rows), cancellationToken);
    }
}

internal sealed class DescribeNumbers : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        var numbers = run.InputDatasets["numbers"].AsTabular().ToSparkDataFrame(run.Spark);
        await File.WriteAllTextAsync(Path.Combine(run.Outputs["report"].Path, "report.txt"), $"{await numbers.CountAsync(cancellationToken)} rows of '{numbers.Schema()[0]}'", cancellationToken);
    }
}
