using System.Reflection;
using System.Text.RegularExpressions;
using SparkPipelines.Data;
using SparkPipelines.Pipelines.Packaging;
using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines;

/// <summary>Finds everything that is wrong with a pipeline's steps.</summary>
internal static partial class PipelineValidation
{
    public static IReadOnlyList<string> Check(IReadOnlyList<SparkStep> steps)
    {
        if (steps.Count == 0)
            return ["it has no steps"];
        var findings = new List<string>();
        foreach (var twice in steps.GroupBy(step => step.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            findings.Add($"{Text.Of(twice.Count())} steps are named '{twice.Key}'");
        CheckOutputs(steps, findings);
        foreach (var step in steps)
            CheckStep(step, steps, findings);
        _ = StepOrder.Sort(steps, out var cycle);
        if (cycle is not null)
            findings.Add($"the steps {string.Join(" → ", cycle.Select(step => $"'{step.Name}'"))} go in a circle, each reading what the one before it writes");
        return findings;
    }

    private static void CheckOutputs(IReadOnlyList<SparkStep> steps, List<string> findings)
    {
        var written = steps.SelectMany(step => step.Outputs.Select(output => (Step: step, Output: output))).ToList();
        foreach (var twice in written.GroupBy(entry => entry.Output).Where(group => group.Count() > 1))
            findings.Add($"the output '{twice.Key.Name}' is written by {Steps(twice.Select(entry => entry.Step))}; one step writes it");
        foreach (var sameName in written.Select(entry => entry.Output).Distinct().GroupBy(output => output.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            findings.Add($"{Text.Of(sameName.Count())} outputs are named '{sameName.Key}'");
        foreach (var output in written.Select(entry => entry.Output).Distinct())
        {
            if (!DataName().IsMatch(output.Name))
                findings.Add($"'{output.Name}' is no name for pipeline data; letters, digits and underscores make one");
            if (output.Datastore is { } datastore and not LocalDatastore)
                findings.Add($"the output '{output.Name}' lies in {datastore}; pipeline data is written to a LocalDatastore");
        }
    }

    private static void CheckStep(SparkStep step, IReadOnlyList<SparkStep> steps, List<string> findings)
    {
        if (!StepName().IsMatch(step.Name))
            findings.Add($"'{step.Name}' is no name for a step; letters, digits, '_' and '-' make one");
        if (step.Job is { } job)
            CheckJob(step, job, findings);
        else
            CheckProgram(step, findings);
        foreach (var twice in step.Inputs.GroupBy(input => input.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            findings.Add($"the step '{step.Name}' has {Text.Of(twice.Count())} inputs named '{twice.Key}'");
        foreach (var input in step.Inputs)
        {
            if (input.Data is { } data && !steps.Any(other => other.Outputs.Contains(data)))
                findings.Add($"the step '{step.Name}' reads '{data.Name}', which no step writes");
            if (input.Dataset is { } dataset)
                CheckDataset(step, dataset, findings);
        }

        foreach (var argument in step.Arguments)
        {
            if (argument.Data is { } data && !StepOrder.Reads(step, data) && !step.Outputs.Contains(data))
                findings.Add($"an argument of the step '{step.Name}' is the path of '{data.Name}', which is neither an input nor an output of it");
            if (argument.Input is { } input)
                CheckDataset(step, input, findings);
        }
    }

    private static void CheckJob(SparkStep step, Type job, List<string> findings)
    {
        if (!typeof(IStepJob).IsAssignableFrom(job))
            findings.Add($"the job of the step '{step.Name}', {job.Name}, does not implement {nameof(IStepJob)}");
        else if (job.IsAbstract || job.ContainsGenericParameters)
            findings.Add($"the job of the step '{step.Name}', {job.Name}, is {(job.IsAbstract ? "abstract" : "generic")} and can't be made");
        else if (job.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is null)
            findings.Add($"the job of the step '{step.Name}', {job.Name}, has no constructor without parameters");
    }

    private static void CheckProgram(SparkStep step, List<string> findings)
    {
        try
        {
            if (JobReference.Find(step.JobProject!).Kind == JobKind.Jar && step.Compute is not ComputeTarget.SparkTarget)
                findings.Add($"the job of the step '{step.Name}' is a jar, which only a Spark runs; give it ComputeTarget.Spark");
        }
        catch (SubmitException error)
        {
            findings.Add($"the job of the step '{step.Name}' can't be used: {Text.Clause(error.Message)}");
        }
    }

    private static void CheckDataset(SparkStep step, NamedInput input, List<string> findings)
    {
        if (input.Mode == InputMode.Mount)
            findings.Add($"the input '{input.Name}' of the step '{step.Name}' is to be mounted, which is not supported; AsDownload() copies it, AsDirect() reads it where it lies");
        if (input.Dataset is TabularDataset table && table.Operations.Any(operation => operation is ColumnFilterOperation))
            findings.Add($"the input '{input.Name}' of the step '{step.Name}' is filtered by a Column and can't be written down for the step; give Filter the condition as text");
    }

    private static string Steps(IEnumerable<SparkStep> steps) => string.Join(" and ", steps.Select(step => $"'{step.Name}'"));

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex StepName();

    [GeneratedRegex(@"^[A-Za-z0-9_]+\z")]
    private static partial Regex DataName();
}
