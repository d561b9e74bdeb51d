namespace SparkPipelines.Pipelines;

/// <summary>The context of a job that was started alone, made of its command line.</summary>
internal static class OfflineContext
{
    public const string RunId = "offline";

    public static StepContext Create(IReadOnlyList<string> arguments)
    {
        var rest = new List<string>();
        var inputs = new List<StepContextInput>();
        var outputs = new List<StepContextOutput>();
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--input":
                    var (name, path) = NameAndPath(arguments, i++);
                    var isData = File.Exists(Path.Combine(path, DataManifest.FileName));
                    inputs.Add(new StepContextInput(name, isData ? StepInputKind.PipelineData : StepInputKind.Dataset, path, null, path));
                    break;
                case "--output":
                    (name, path) = NameAndPath(arguments, i++);
                    outputs.Add(StepContextOutput.Create(name, path));
                    break;
                default:
                    rest.Add(arguments[i]);
                    break;
            }
        }

        var here = Directory.GetCurrentDirectory();
        return new StepContext
        {
            Run = RunId,
            Experiment = RunId,
            Workspace = here,
            Step = RunId,
            Folder = Path.Combine(here, "outputs"),
            Arguments = rest,
            Inputs = inputs,
            Outputs = outputs,
            ReplacesOutputs = true,
        };
    }

    private static (string Name, string Path) NameAndPath(IReadOnlyList<string> arguments, int at)
    {
        var value = at + 1 < arguments.Count ? arguments[at + 1] : "";
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < value.Length - 1
            ? (value[..equals], Path.GetFullPath(value[(equals + 1)..]))
            : throw new ArgumentException($"{arguments[at]} needs NAME=PATH, not '{value}'.", nameof(arguments));
    }
}
