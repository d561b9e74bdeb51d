using System.Text.RegularExpressions;

namespace SparkPipelines.Sql.Connect;

/// <summary>Says what to do about a result that the server refuses to hand out for its size; Spark itself speaks of tasks.</summary>
internal static partial class ResultLimit
{
    private const string Setting = "spark.driver.maxResultSize";

    /// <summary>The text in our words when it is about the limit; else the text.</summary>
    public static string Explain(string text) => Refusal().Match(text) is { Success: true } refusal
        ? $"The result is larger than {Setting} allows, {refusal.Groups["limit"].Value}: {refusal.Groups["tasks"].Value} tasks had made {refusal.Groups["size"].Value} of it. "
          + "The limit is on all rows of one action, however they are read; take fewer rows or columns in the query, write the rows to files and read those, "
          + $"or start the server with a larger {Setting} (0 is no limit)."
        : text;

    [GeneratedRegex(
        @"\AJob aborted due to stage failure: Total size of serialized results of (?<tasks>\d+) tasks \((?<size>[^)]*)\) is bigger than (?:local maxResultSize )?spark\.driver\.maxResultSize \(?(?<limit>[0-9.]+ \w+)")]
    private static partial Regex Refusal();
}
