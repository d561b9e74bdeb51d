namespace SparkPipelines.Embedded.Resolve;

/// <summary>The sets of keys that ROLLUP and CUBE stand for, in Spark's order.</summary>
internal static class GroupingSets
{
    public static IReadOnlyList<IReadOnlyList<int>> Rollup(int keys) => [.. Enumerable.Range(0, keys + 1).Select(left => (IReadOnlyList<int>)[.. Enumerable.Range(0, keys - left)])];

    public static IReadOnlyList<IReadOnlyList<int>> Cube(int keys) =>
        [.. Enumerable.Range(0, 1 << keys).Select(mask => (IReadOnlyList<int>)[.. Enumerable.Range(0, keys).Where(key => (mask & (1 << key)) == 0)])];
}
