using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using SparkPipelines.Data;
using SparkPipelines.EndToEndTests.Support;
using SparkPipelines.EndToEndTests.Submit;
using SparkPipelines.Sql;

namespace SparkPipelines.EndToEndTests.Jobs;

/// <summary>The job FlightDelays gives the same rows wherever it runs. It gets the flights of January, so that seven runs take no quarter of an hour.</summary>
[Collection(SubmitTests.Name)]
public sealed class FlightDelaysTests(FlightDelaysTests.EmbeddedRun embedded) : IClassFixture<FlightDelaysTests.EmbeddedRun>
{
    private static readonly string Job = Path.Combine(Repository.Root, "jobs", "FlightDelays");

    [Fact]
    public void Embedded_PrintsWhereItsResultsAre()
    {
        embedded.Output.ShouldContain($"kept in {embedded.Folder.Path}/embedded/runs/");
        embedded.Train.Count.ShouldBe(22_098);
        embedded.Test.Count.ShouldBe(4_248);
    }

    [Theory]
    [InlineData(4, "local[2]")]
    [InlineData(3, "local[2]")]
    [InlineData(4, "local-cluster[2,1,1024]")]
    [InlineData(3, "local-cluster[2,1,1024]")]
    public async Task Spark_OnThisMachine_GivesTheSameRows(int major, string master)
    {
        var workspace = embedded.Workspace($"{major}-{master[..master.IndexOf('[')]}");
        var result = await Submission.RunAsync(SparkHomes.Require(major), ["--master", master, "--conf", "spark.sql.shuffle.partitions=4", Job, .. embedded.Arguments(workspace)]);
        result.ExitCode.ShouldBe(0, result.Error);
        embedded.ShouldHaveTheSameRows(workspace);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public async Task StandaloneCluster_InBothDeployModes_GivesTheSameRows(int major)
    {
        var home = SparkHomes.Require(major);
        await using var cluster = await StandaloneCluster.StartAsync(home);
        string[] options = ["--master", cluster.Master, "--executor-memory", "512m", "--driver-memory", "768m", "--conf", "spark.sql.shuffle.partitions=4"];

        var client = embedded.Workspace($"{major}-client");
        var result = await Submission.RunAsync(home, [.. options, Job, .. embedded.Arguments(client)]);
        result.ExitCode.ShouldBe(0, result.Error);
        embedded.ShouldHaveTheSameRows(client);

        var inCluster = embedded.Workspace($"{major}-cluster");
        (await Submission.RunAsync(home, [.. options, "--deploy-mode", "cluster", Job, .. embedded.Arguments(inCluster)])).ExitCode.ShouldBe(0);
        var driver = await cluster.WaitForDriverAsync();
        driver.State.ShouldBe("FINISHED", driver.Error);
        embedded.ShouldHaveTheSameRows(inCluster);
    }

    /// <summary>The job's run without any Spark, which the others are compared with.</summary>
    public sealed class EmbeddedRun : IAsyncLifetime
    {
        private const string FirstMonth = "2013,1,";

        internal TestFolder Folder { get; } = new();

        internal string Output { get; private set; } = "";

        internal IReadOnlyList<string> Train { get; private set; } = [];

        internal IReadOnlyList<string> Test { get; private set; } = [];

        private string Data => Path.Combine(Folder.Path, "data");

        public async ValueTask InitializeAsync()
        {
            CopyJanuary();
            var workspace = Workspace("embedded");
            var result = await Submission.RunAsync(sparkHome: null, [Job, .. Arguments(workspace)], new Dictionary<string, string?> { ["PATH"] = PathWithoutSpark() });
            result.ExitCode.ShouldBe(0, result.Error);
            Output = result.Output;
            Train = Rows(workspace, "train");
            Test = Rows(workspace, "test");
        }

        public ValueTask DisposeAsync()
        {
            Folder.Dispose();
            return ValueTask.CompletedTask;
        }

        internal string Workspace(string name) => Path.Combine(Folder.Path, name);

        internal IReadOnlyList<string> Arguments(string workspace) => ["--year", "2013", "--data", Data, "--workspace", workspace];

        internal void ShouldHaveTheSameRows(string workspace)
        {
            Rows(workspace, "train").ShouldBe(Train);
            Rows(workspace, "test").ShouldBe(Test);
        }

        private static string PathWithoutSpark() =>
            string.Join(':', Environment.GetEnvironmentVariable("PATH")!.Split(':').Where(folder => !File.Exists(Path.Combine(folder, "spark-submit"))));

        private static List<string> Rows(string workspace, string output)
        {
            var run = Directory.GetDirectories(Path.Combine(workspace, "runs")).ShouldHaveSingleItem();
            using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "run.json")));
            var path = record.RootElement.GetProperty("steps")[0].GetProperty("outputs").EnumerateArray().Single(written => written.GetProperty("name").GetString() == output).GetProperty("path").GetString()!;
            var rows = Dataset.Tabular.FromParquetFiles(DataPath.FromLocal(path)).ToSparkDataFrame();
            return [.. rows.Collect().Select(Line).Order(StringComparer.Ordinal)];
        }

        private static string Line(Row row) => string.Join('|', row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

        private void CopyJanuary()
        {
            var source = Path.Combine(Repository.Root, "data", "nycflights13");
            Directory.CreateDirectory(Data);
            foreach (var file in (string[])["weather.csv", "planes.csv", "airports.csv"])
                File.Copy(Path.Combine(source, file), Path.Combine(Data, file));
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(source, "flights.csv.gz")), CompressionMode.Decompress));
            using var writer = new StreamWriter(new GZipStream(File.Create(Path.Combine(Data, "flights.csv.gz")), CompressionLevel.Fastest));
            writer.WriteLine(reader.ReadLine());
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith(FirstMonth, StringComparison.Ordinal))
                    writer.WriteLine(line);
            }
        }
    }
}
