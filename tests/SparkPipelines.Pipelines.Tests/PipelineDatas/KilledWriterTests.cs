using System.Diagnostics;
using System.Reflection;

namespace SparkPipelines.Pipelines.Tests.PipelineDatas;

/// <summary>A writer that is killed at any moment leaves nothing that a reader takes for pipeline data.</summary>
public sealed class KilledWriterTests
{
    private const int Kills = 50;

    [Fact]
    public async Task Open_AfterTheWriterWasKilledAtRandomMoments_AcceptsWholeDataOnly()
    {
        using var folder = new TestFolder();
        var random = new Random(20131);
        int accepted = 0, leftAside = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var target = Directory.CreateDirectory(folder[$"{kill}"]).FullName;
            await KillWriterAsync(target, TimeSpan.FromMilliseconds(random.NextDouble() * 60));
            foreach (var path in Directory.GetDirectories(target))
            {
                if (Path.GetFileName(path).StartsWith('.'))
                {
                    leftAside++;
                    continue;
                }

                PipelineDataReader.Open(path).Manifest.Files.Select(file => file.Bytes).ShouldBe([100_000, 100_001, 100_002]);
                accepted++;
            }
        }

        // Otherwise the kills came before or between the writings and the test shows nothing.
        accepted.ShouldBeGreaterThanOrEqualTo(Kills);
        leftAside.ShouldBeGreaterThan(Kills / 2);
    }

    private static async Task KillWriterAsync(string target, TimeSpan after)
    {
        var context = new StepContext
        {
            Run = "run", Experiment = "kill", Workspace = target, Step = "write", Folder = target,
            Job = typeof(WriteWithoutEnd).AssemblyQualifiedName, Arguments = [target], Inputs = [], Outputs = [],
        };
        var contextFile = Path.Combine(target, "context.json");
        context.WriteTo(contextFile);
        var start = new ProcessStartInfo("dotnet", [Assembly.GetEntryAssembly()!.Location]) { RedirectStandardOutput = true };
        start.Environment[StepContext.Variable] = contextFile;
        start.Environment[StepContext.HooksVariable] = "SparkPipelines.Pipelines";
        using var writer = Process.Start(start)!;
        (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("writing");
        await Task.Delay(after, TestContext.Current.CancellationToken);
        writer.Kill();
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>Writes pipeline data after pipeline data until it is killed.</summary>
internal sealed class WriteWithoutEnd : IStepJob
{
    public async Task RunAsync(Run run, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            using var writer = new PipelineDataWriter("data", Path.Combine(run.Arguments[0], $"{i}"));
            Directory.CreateDirectory(writer.AsideFolder);
            for (var file = 0; file < 3; file++)
                await File.WriteAllBytesAsync(Path.Combine(writer.AsideFolder, $"{file}.bin"), new byte[100_000 + file], cancellationToken);
            await writer.CommitAsync(schema: null, new DataOrigin("run", "write", []), cancellationToken);
            if (i == 0)
                await Console.Out.WriteLineAsync("writing");
        }
    }
}
