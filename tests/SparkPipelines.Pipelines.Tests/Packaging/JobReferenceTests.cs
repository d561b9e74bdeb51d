using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines.Tests.Packaging;

public sealed class JobReferenceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData("A.csproj", "Project")]
    [InlineData("A.fsproj", "Project")]
    [InlineData("A.dll", "Assembly")]
    [InlineData("A.jar", "Jar")]
    public void Find_AFile_GoesByItsExtension(string name, string kind)
    {
        string path = Write(name);

        var job = JobReference.Find(path);

        job.Kind.ToString().ShouldBe(kind);
        job.Path.ShouldBe(path);
        job.Name.ShouldBe("A");
    }

    [Fact]
    public void Find_AFolder_TakesItsOnlyProject()
    {
        string path = Write("A.csproj");
        Write("Program.cs");

        JobReference.Find(_folder.FullName).ShouldBe(new JobReference(JobKind.Project, path));
    }

    [Fact]
    public void Find_AFolderWithSeveralProjects_IsRefused()
    {
        Write("A.csproj");
        Write("B.csproj");

        var failure = Should.Throw<SubmitException>(() => JobReference.Find(_folder.FullName));

        failure.Message.ShouldBe($"The folder '{_folder.FullName}' holds several projects (A.csproj, B.csproj); name one of them.");
        failure.ExitCode.ShouldBe(66);
    }

    [Fact]
    public void Find_WhatIsNoJob_IsRefused()
    {
        Should.Throw<SubmitException>(() => JobReference.Find(_folder.FullName)).Message
            .ShouldBe($"The folder '{_folder.FullName}' holds no project and so no job.");
        Should.Throw<SubmitException>(() => JobReference.Find("/no/such/job")).Message
            .ShouldBe("There is no job '/no/such/job': no such file or folder.");
        string text = Write("job.txt");
        Should.Throw<SubmitException>(() => JobReference.Find(text)).Message
            .ShouldBe($"'{text}' is no job; name a folder with a project, a project file, a .dll or a .jar.");
        string assembly = Write("Library.dll");
        Should.Throw<SubmitException>(() => PublishedJob.FromAssembly(assembly, null)).Message
            .ShouldBe($"'{assembly}' is not a program that 'dotnet' can start: it lacks Library.runtimeconfig.json.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, "");
        return path;
    }
}
