using System.Reflection;
using SparkPipelines.TestSupport;

namespace SparkPipelines.SparkTests.Functions.Harness;

/// <summary>All cases by their file's subject, a dot and their name: every class in this project whose name ends in <c>Cases</c> has them as <c>All</c>.</summary>
internal static class Catalogue
{
    private const string Ending = "Cases";

    /// <summary>Beginnings of names, parted by semicolons: only those cases are run.</summary>
    private static readonly string[] Beginnings = Environment.GetEnvironmentVariable("FUNCTION_CASES")?.Split(';') ?? [""];

    public static IReadOnlyDictionary<string, FunctionCase> All { get; } = (
        from type in typeof(Catalogue).Assembly.GetTypes()
        where type.Name.EndsWith(Ending, StringComparison.Ordinal)
        let member = type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)
        where member?.PropertyType == typeof(FunctionCase[])
        orderby type.Name
        from item in (FunctionCase[])member.GetValue(null)!
        select (Key: $"{type.Name[..^Ending.Length]}.{item.Name}", item)).ToDictionary(pair => pair.Key, pair => pair.item);

    public static IEnumerable<KeyValuePair<string, FunctionCase>> Asked(SparkMajor major) =>
        All.Where(entry => entry.Value.IsIn(major) && Beginnings.Any(beginning => entry.Key.StartsWith(beginning, StringComparison.Ordinal)));
}
