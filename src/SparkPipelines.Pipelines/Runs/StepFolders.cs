using SparkPipelines.Data;

namespace SparkPipelines.Pipelines;

/// <summary>Where a run keeps what.</summary>
internal static class StepFolders
{
    public static string OfRun(Workspace workspace, string runId) => Path.Combine(workspace.RunsFolder, runId);

    public static string Of(Workspace workspace, string runId, string step) => Path.Combine(OfRun(workspace, runId), "steps", step);

    public static string Definition(string stepFolder, string input) => Path.Combine(stepFolder, "inputs", input, "definition");

    public static string Download(string stepFolder, string input) => Path.Combine(stepFolder, "inputs", input, "data");
}
