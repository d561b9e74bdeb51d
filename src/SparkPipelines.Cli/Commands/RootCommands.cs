using System.CommandLine;

namespace SparkPipelines.Cli.Commands;

/// <summary>The tool's commands; each is a file beside this one.</summary>
internal static class RootCommands
{
    public static Task<int> InvokeAsync(string[] arguments)
    {
        var root = new RootCommand("Datasets, pipelines and Spark jobs in .NET.")
        {
            PackageCommand.Create(),
            ShareClassesCommand.Create(),
        };
        return root.Parse(arguments).InvokeAsync();
    }
}
