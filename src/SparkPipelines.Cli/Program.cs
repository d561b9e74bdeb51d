using SparkPipelines.Cli.Commands;

namespace SparkPipelines.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => arguments switch
    {
        // Its arguments are spark-submit's and the job's, none of them ours to parse.
        [SubmitPlanCommand.Name, .. string[] rest] => SubmitPlanCommand.RunAsync(rest),
        [ClassSharingJob.Name, string folder] => ClassSharingJob.RunAsync(folder),
        _ => RootCommands.InvokeAsync(arguments),
    };
}
