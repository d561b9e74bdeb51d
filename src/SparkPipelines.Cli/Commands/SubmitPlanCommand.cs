using System.Text;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Cli.Commands;

/// <summary>
/// <c>submit-plan FILE [spark-submit options] JOB [job arguments]</c>, the part of <c>spark-submit.sh</c> that thinks: writes the command to
/// start into FILE, its words ended by zero bytes. Not for users.
/// </summary>
internal static class SubmitPlanCommand
{
    public const string Name = "submit-plan";

    /// <summary>The process that the planned start takes the place of.</summary>
    private const string ProcessVariable = "SPARKPIPELINES_SUBMIT_PID";

    private const string Usage = """
        spark-submit.sh [spark-submit options] JOB [job arguments]

        JOB is a folder with a .NET project, a project file, a program's .dll, or a .jar made by 'sparkpipelines package'.
        Without a Spark (SPARK_HOME) and without --master the job runs on the embedded engine.
        spark-submit's options: $SPARK_HOME/bin/spark-submit --help. More: docs/spark-submit.md.
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var ending = new EndingSignals();
        try
        {
            var parsed = SubmitArguments.Parse(arguments[1..]);
            if (parsed.AsksForHelp)
            {
                Console.WriteLine(Usage);
                return 0;
            }
            SubmitPlan plan = await SubmitPlan.CreateAsync(parsed, Report, ending.Token).ConfigureAwait(false);
            await File.WriteAllTextAsync(arguments[0], Serialize(plan), ending.Token).ConfigureAwait(false);
            if (plan.WantsSharedClasses && int.TryParse(Environment.GetEnvironmentVariable(ProcessVariable), out int process))
                ClassSharingTraining.StartAfter(process, ShareClassesCommand.CommandLine);
            return 0;
        }
        catch (SubmitException failure)
        {
            Report(failure.Message);
            return failure.ExitCode;
        }
        catch (OperationCanceledException) when (ending.Token.IsCancellationRequested)
        {
            return ending.ExitCode;
        }
    }

    private static string Serialize(SubmitPlan plan)
    {
        var words = new StringBuilder();
        foreach (string word in Words(plan)) words.Append(word).Append('\0');
        return words.ToString();
    }

    private static IEnumerable<string> Words(SubmitPlan plan)
    {
        yield return "env";
        foreach (string name in plan.Environment.Where(change => change.Value == null).Select(change => change.Key))
        {
            yield return "-u";
            yield return name;
        }
        foreach ((string name, string? value) in plan.Environment)
        {
            if (value != null) yield return $"{name}={value}";
        }
        foreach (string word in plan.Command) yield return word;
    }

    private static void Report(string line) => Console.Error.WriteLine($"spark-submit.sh: {line}");
}
