namespace SparkPipelines.Pipelines.Tests.Runs;

public sealed class RunContextTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetContext_StartedAlone_TakesInputsAndOutputsFromTheArguments()
    {
        using var folder = new TestFolder();
        folder.Write("raw/a.txt", "x");
        var run = Run.GetContext(["--rate", "0.1", "--input", $"raw={folder["raw"]}", "--output", $"copy={folder["out/copy"]}"]);

        run.Id.ShouldBe("offline");
        run.IsOffline.ShouldBeTrue();
        run.Arguments.ShouldBe(["--rate", "0.1"]);
        run.InputDatasets["raw"].AsFiles().ToPath().ShouldBe(["a.txt"]);
        run.InputDatasets["raw"].Path.ShouldBe(folder["raw"]);
        Should.Throw<PipelineException>(() => run.InputDatasets["other"]).Message.ShouldBe("There is no input 'other'; a job that is started alone gets it by --input other=PATH.");
        for (var time = 0; time < 2; time++)
        {
            await File.WriteAllTextAsync(Path.Combine(run.Outputs["copy"].Path, "a.txt"), $"{time}", Stop);
            await run.CompleteAsync(Stop);
            (await File.ReadAllTextAsync(folder["out/copy/a.txt"], Stop)).ShouldBe($"{time}");
        }
    }

    [Theory]
    [InlineData("--input")]
    [InlineData("--input", "raw")]
    [InlineData("--output", "=x")]
    public void GetContext_InputWithoutNameAndPath_IsRefused(params string[] arguments) =>
        Should.Throw<ArgumentException>(() => Run.GetContext(arguments)).Message.ShouldBe($"{arguments[0]} needs NAME=PATH, not '{arguments.ElementAtOrDefault(1)}'. (Parameter 'arguments')");
}
