using SparkPipelines.Pipelines.Packaging;

namespace SparkPipelines.Pipelines.Tests.Packaging;

public sealed class JobInputsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public JobInputsTests()
    {
        Write("Directory.Build.props", "<Project />");
        Write("shared/Shared.csproj", "<Project />");
        Write("shared/Shared.cs", "");
        Write("common/Common.targets", """<Project><ItemGroup><Compile Include="../linked/*.cs" /></ItemGroup></Project>""");
        Write("linked/Linked.cs", "");
        Write("job/Job.csproj", """
            <Project>
              <Import Project="../common/Common.targets" />
              <ItemGroup>
                <ProjectReference Include="..\shared\Shared.csproj" />
                <PackageReference Include="Anything" Version="$(SomeVersion)" />
                <None Include="$(MSBuildThisFileDirectory)../one.txt" />
              </ItemGroup>
            </Project>
            """);
        Write("job/Program.cs", "");
        Write("one.txt", "");
    }

    [Theory]
    [InlineData("job/Program.cs")]
    [InlineData("job/Nested/New.cs")]
    [InlineData("shared/Shared.cs")]
    [InlineData("linked/Linked.cs")]
    [InlineData("common/Common.targets")]
    [InlineData("one.txt")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void Fingerprint_WhenAnInputIsWritten_Changes(string input)
    {
        string? before = Fingerprint();
        Write(input, "<Project />  ");

        before.ShouldNotBeNull();
        Fingerprint().ShouldNotBeNull().ShouldNotBe(before);
    }

    [Theory]
    [InlineData("job/bin/Job.dll")]
    [InlineData("job/obj/project.assets.json")]
    [InlineData("job/.vs/state")]
    [InlineData("elsewhere/File.cs")]
    [InlineData("one-more.txt")]
    public void Fingerprint_WhenAnythingElseIsWritten_Stays(string other)
    {
        string? before = Fingerprint();
        Write(other, "new");

        Fingerprint().ShouldBe(before);
    }

    [Fact]
    public void Fingerprint_WhenAReferenceNeedsMSBuildToBeRead_IsUnknown()
    {
        Write("job/Job.csproj", """<Project><ItemGroup><ProjectReference Include="$(Somewhere)/Shared.csproj" /></ItemGroup></Project>""");

        Fingerprint().ShouldBeNull();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string? Fingerprint() => JobInputs.Fingerprint(Path.Combine(_folder.FullName, "job", "Job.csproj"));

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
