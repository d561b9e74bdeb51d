using System.CommandLine;
using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Cli.Commands;

/// <summary><c>share-classes</c>: makes Spark's start on this machine faster, as the first <c>spark-submit.sh</c> does by itself.</summary>
internal static class ShareClassesCommand
{
    private const string Name = "share-classes";

    /// <summary>This command as a process of its own.</summary>
    public static string[] CommandLine => [JobPublisher.DotnetProgram(), ToolAssembly, Name];

    private static string ToolAssembly => typeof(ShareClassesCommand).Assembly.Location;

    public static Command Create()
    {
        var command = new Command(Name, "Makes the class-data sharing archive of SPARK_HOME's Spark, which about halves its start.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var job = PublishedJob.FromAssembly(ToolAssembly, PublishOptions.ThisMachine.Runtime);
            string? archive = await ClassSharingTraining.RunAsync(job, [ClassSharingJob.Name], cancellationToken).ConfigureAwait(false);
            if (archive != null) Console.WriteLine(archive);
            else Console.Error.WriteLine("sparkpipelines share-classes: not possible with this Spark and Java, or already under way; see docs/spark-submit.md.");
            return 0;
        }
        catch (SubmitException failure)
        {
            Console.Error.WriteLine($"sparkpipelines share-classes: {failure.Message}");
            return failure.ExitCode;
        }
    }
}
