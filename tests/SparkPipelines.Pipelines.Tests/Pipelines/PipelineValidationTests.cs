using SparkPipelines.Data;

namespace SparkPipelines.Pipelines.Tests.Pipelines;

public sealed class PipelineValidationTests
{
    [Fact]
    public void Constructor_ManyMistakes_NamesThemAllAtOnce()
    {
        using var folder = new TestFolder();
        PipelineData clean = new("clean"), other = new("Clean"), bad = new("bad-name"), nowhere = new("nowhere");
        var images = Dataset.File.FromFiles(folder.DataPath("images"));

        var refused = Should.Throw<PipelineException>(() => new Pipeline(Workspace.Create(folder["ws"]), [
            new SparkStep("prep", typeof(WriteArguments), outputs: [clean, bad]),
            new SparkStep("prep", typeof(WriteNothing), outputs: [clean, other]),
            new SparkStep("a step", typeof(string), inputs: [nowhere, images.AsNamedInput("images").AsMount(), images.AsNamedInput("images")]),
            new SparkStep("abstract", typeof(AbstractJob), arguments: ["--in", clean]),
            new SparkStep("argument", typeof(NeedsAnArgument)),
            new SparkStep("program", folder["no-such-job"]),
        ]));

        refused.Findings.ShouldBe([
            "2 steps are named 'prep'",
            "the output 'clean' is written by 'prep' and 'prep'; one step writes it",
            "2 outputs are named 'clean'",
            "'bad-name' is no name for pipeline data; letters, digits and underscores make one",
            "'a step' is no name for a step; letters, digits, '_' and '-' make one",
            "the job of the step 'a step', String, does not implement IStepJob",
            "the step 'a step' has 2 inputs named 'images'",
            "the step 'a step' reads 'nowhere', which no step writes",
            "the input 'images' of the step 'a step' is to be mounted, which is not supported; AsDownload() copies it, AsDirect() reads it where it lies",
            "the job of the step 'abstract', AbstractJob, is abstract and can't be made",
            "an argument of the step 'abstract' is the path of 'clean', which is neither an input nor an output of it",
            "the job of the step 'argument', NeedsAnArgument, has no constructor without parameters",
            $"the job of the step 'program' can't be used: There is no job '{folder["no-such-job"]}': no such file or folder",
        ]);
        refused.Message.ShouldStartWith("The pipeline can't run for 13 reasons: (1) 2 steps are named 'prep'; (2) the output 'clean' is written by");
    }

    [Fact]
    public void Constructor_Circle_IsNamedInOrder()
    {
        using var folder = new TestFolder();
        PipelineData a = new("a"), b = new("b"), c = new("c");
        Should.Throw<PipelineException>(() => new Pipeline(Workspace.Create(folder["ws"]), [
            new SparkStep("free", typeof(WriteNothing)),
            new SparkStep("third", typeof(WriteArguments), inputs: [b], outputs: [c]),
            new SparkStep("first", typeof(WriteArguments), inputs: [c], outputs: [a]),
            new SparkStep("second", typeof(WriteArguments), inputs: [a], outputs: [b]),
        ])).Message.ShouldBe("The pipeline can't run: the steps 'third' → 'first' → 'second' → 'third' go in a circle, each reading what the one before it writes.");
    }

    [Fact]
    public void Constructor_NoSteps_IsRefused()
    {
        using var folder = new TestFolder();
        Should.Throw<PipelineException>(() => new Pipeline(Workspace.Create(folder["ws"]), [])).Message.ShouldBe("The pipeline can't run: it has no steps.");
    }

    [Fact]
    public void Steps_GivenInAnyOrder_FollowTheData()
    {
        using var folder = new TestFolder();
        PipelineData a = new("a"), b = new("b");
        new Pipeline(Workspace.Create(folder["ws"]), [
            new SparkStep("last", typeof(WriteArguments), inputs: [a, b]),
            new SparkStep("middle", typeof(WriteArguments), inputs: [a], outputs: [b]),
            new SparkStep("free", typeof(WriteNothing)),
            new SparkStep("first", typeof(WriteArguments), outputs: [a]),
        ]).Steps.Select(step => step.Name).ShouldBe(["first", "middle", "last", "free"]);
    }
}
