namespace SparkPipelines.Pipelines;

/// <summary>The order of steps by their data.</summary>
internal static class StepOrder
{
    /// <summary>The steps that a step's inputs and arguments come from.</summary>
    public static IEnumerable<SparkStep> Before(SparkStep step, IReadOnlyList<SparkStep> steps) =>
        steps.Where(other => other.Outputs.Any(output => Reads(step, output)));

    public static bool Reads(SparkStep step, PipelineData data) => step.Inputs.Any(input => ReferenceEquals(input.Data, data));

    /// <summary>Sorts so that each step comes after those it depends on, and otherwise keeps the order.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="cycle">The steps of a cycle, each reading what the one before writes, the first again at the end; null when there is none.</param>
    public static IReadOnlyList<SparkStep> Sort(IReadOnlyList<SparkStep> steps, out IReadOnlyList<SparkStep>? cycle)
    {
        var sorted = new List<SparkStep>(steps.Count);
        var path = new List<SparkStep>();
        IReadOnlyList<SparkStep>? found = null;
        foreach (var step in steps)
            Visit(step);
        cycle = found;
        return sorted;

        void Visit(SparkStep step)
        {
            if (found is not null || sorted.Contains(step))
                return;
            var at = path.IndexOf(step);
            if (at >= 0)
            {
                // The path runs against the data's way: the step visited last reads nothing yet written.
                found = [step, .. path[at..].AsEnumerable().Reverse()];
                return;
            }

            path.Add(step);
            foreach (var before in Before(step, steps))
                Visit(before);
            path.RemoveAt(path.Count - 1);
            if (found is null)
                sorted.Add(step);
        }
    }
}
