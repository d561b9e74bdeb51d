namespace SparkPipelines.Architecture.Tests.ApiCoverage;

/// <summary>The lists beside this file: the members of Microsoft.Spark and PySpark, and why some are missing here.</summary>
internal static class ApiLists
{
    private static readonly string Lists = Path.Combine(Repository.Folder("tests"), "SparkPipelines.Architecture.Tests", "ApiCoverage", "Lists");

    public static IEnumerable<string[]> Read(string file) => File.ReadLines(Path.Combine(Lists, file))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Skip(1)
        .Select(line => line.Split('\t'));

    public static IReadOnlyList<ApiException> ReadExceptions() =>
        [.. Read("exceptions.tsv").Select(parts => new ApiException(parts[0], parts[1], Enum.Parse<ApiGap>(parts[2], ignoreCase: true), parts[3]))];
}
