using System.CommandLine;
using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Cli.Commands;

/// <summary><c>package JOB</c>: one jar that any spark-submit takes.</summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var job = new Argument<string>("JOB") { Description = "A folder with a .NET project, a project file, or a program's .dll." };
        var output = new Option<string?>("--output", "-o") { Description = "The jar to write; by default JOB's name in the current folder." };
        var runtime = new Option<string?>("--runtime", "-r")
        {
            Description = "The platform of the cluster, such as linux-x64; by default the jar serves all platforms and is larger.",
        };
        var selfContained = new Option<bool>("--self-contained") { Description = "Bring .NET along, for a cluster that has none; needs --runtime." };
        var command = new Command("package", "Packages a job into one jar that any spark-submit takes.") { job, output, runtime, selfContained };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(job), result.GetValue(output),
            new PublishOptions(result.GetValue(runtime), result.GetValue(selfContained)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string name, string? output, PublishOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (options is { SelfContained: true, Runtime: null })
                throw new SubmitException(SubmitExitCode.Usage, "--self-contained needs --runtime, the platform of the cluster, such as linux-x64.");
            var job = JobReference.Find(name);
            PublishedJob published = job.Kind switch
            {
                JobKind.Project => await JobPublisher.PublishAsync(job, options, Report, cancellationToken).ConfigureAwait(false),
                JobKind.Assembly => PublishedJob.FromAssembly(job.Path, options.Runtime),
                _ => throw new SubmitException(SubmitExitCode.NoJob, $"'{name}' is a jar already."),
            };
            string jar = Path.GetFullPath(output ?? published.Name + ".jar");
            await JobPackage.WriteAsync(published, jar, cancellationToken).ConfigureAwait(false);
            Console.WriteLine(jar);
            return 0;
        }
        catch (SubmitException failure)
        {
            Report(failure.Message);
            return failure.ExitCode;
        }
    }

    private static void Report(string line) => Console.Error.WriteLine($"sparkpipelines package: {line}");
}
