using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines.Tests.Submit;

public sealed class SparkSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData("spark.master spark://a:7077\nspark.submit.deployMode   cluster\n")]
    [InlineData("# comment\n\n  spark.master=spark://a:7077\nspark.submit.deployMode : cluster\n")]
    public void Master_InAPropertiesFile_CountsUnlessTheCommandLineSaysOtherwise(string properties)
    {
        string file = Path.Combine(_folder.FullName, "some.conf");
        File.WriteAllText(file, properties);

        var settings = new SparkSettings(SubmitArguments.Parse(["--properties-file", file, "job"]), null);
        settings.Master.ShouldBe("spark://a:7077");
        settings.IsClusterMode.ShouldBeTrue();

        string[] more = ["--properties-file", file, "--conf", "spark.submit.deployMode=client", "--master", "local", "job"];
        settings = new SparkSettings(SubmitArguments.Parse(more), null);
        settings.Master.ShouldBe("local");
        settings.IsClusterMode.ShouldBeFalse();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
