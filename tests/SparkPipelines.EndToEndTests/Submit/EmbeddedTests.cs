using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>With no Spark and no master the job runs here, in every form that a job can have.</summary>
[Collection(SubmitTests.Name)]
public sealed class EmbeddedTests : IDisposable
{
    private const string Note = "spark-submit.sh: no Spark found (SPARK_HOME is not set), so {0} runs on the embedded engine\n";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Job_AsFolderOrProject_RunsAndHandsItsCodeOn()
    {
        foreach (string job in new[] { Repository.ProbeJob, Path.Combine(Repository.ProbeJob, "ProbeJob.csproj") })
        {
            SubmissionResult result = await Submission.RunAsync(null, [job, "exit", "7", "a b", ""]);

            result.ShouldBe(new SubmissionResult(7, "[\"a b\",\"\"]\n", Note.Replace("{0}", "ProbeJob", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Job_WhoseSourceChanges_IsBuiltAnew()
    {
        WriteProject("Console.WriteLine(\"first\");");
        SubmissionResult first = await Submission.RunAsync(null, [_folder.Path]);
        SubmissionResult again = await Submission.RunAsync(null, [_folder.Path]);
        WriteProject("Console.WriteLine(\"second\"); return 5;");
        SubmissionResult second = await Submission.RunAsync(null, [_folder.Path]);

        first.ShouldBe(new SubmissionResult(0, "first\n", "spark-submit.sh: building Changing\n" + NoteFor("Changing")));
        again.ShouldBe(new SubmissionResult(0, "first\n", NoteFor("Changing")));
        second.ShouldBe(new SubmissionResult(5, "second\n", "spark-submit.sh: building Changing\n" + NoteFor("Changing")));
    }

    [Fact]
    public async Task Job_CarriesMachineCode_UnlessItsProjectSaysOtherwise()
    {
        const string tellsOfItself = """
            using var file = File.OpenRead(typeof(Program).Assembly.Location);
            using var assembly = new System.Reflection.PortableExecutable.PEReader(file);
            Console.WriteLine(assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
            """;
        WriteProject(tellsOfItself);
        SubmissionResult compiled = await Submission.RunAsync(null, [_folder.Path]);
        WriteProject(tellsOfItself, properties: "<PublishReadyToRun>false</PublishReadyToRun>");
        SubmissionResult plain = await Submission.RunAsync(null, [_folder.Path]);

        compiled.ShouldBe(new SubmissionResult(0, "True\n", "spark-submit.sh: building Changing\n" + NoteFor("Changing")));
        plain.ShouldBe(new SubmissionResult(0, "False\n", "spark-submit.sh: building Changing\n" + NoteFor("Changing")));
    }

    [Fact]
    public async Task Job_ThatDoesNotBuild_ShowsTheCompilersWords()
    {
        WriteProject("Console.WriteLine(42;");

        SubmissionResult result = await Submission.RunAsync(null, [_folder.Path]);

        result.ExitCode.ShouldBe(65);
        result.Output.ShouldBe("");
        result.Error.ShouldStartWith($"spark-submit.sh: building Changing\nspark-submit.sh: The job {_folder["Changing.csproj"]} does not build.\n");
        result.Error.ShouldContain("Program.cs(1,21): error CS1026");
    }

    [Fact]
    public async Task Job_ThatIsALibrary_IsRefused()
    {
        WriteProject("class Nothing;", "Library");

        SubmissionResult result = await Submission.RunAsync(null, [_folder.Path]);

        result.ExitCode.ShouldBe(66);
        result.Error.ShouldEndWith($"The project {_folder["Changing.csproj"]} builds no program; a job needs <OutputType>Exe</OutputType>.\n");
    }

    public void Dispose() => _folder.Dispose();

    private static string NoteFor(string job) => Note.Replace("{0}", job, StringComparison.Ordinal);

    private void WriteProject(string program, string outputType = "Exe", string properties = "")
    {
        File.WriteAllText(_folder["Program.cs"], program);
        File.WriteAllText(_folder["Changing.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{outputType}</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
            </Project>
            """);
    }
}
