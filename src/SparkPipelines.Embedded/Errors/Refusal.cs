using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Errors;

/// <summary>What the embedded engine does not do is refused by name; nothing is approximated.</summary>
internal static class Refusal
{
    private const string Condition = "UNSUPPORTED_FEATURE.EMBEDDED_ENGINE";
    private const string SqlState = "0A000";

    /// <param name="kind">What it is: <c>relation</c>, <c>expression</c>, <c>function</c>, <c>command</c>, <c>option</c> …</param>
    /// <param name="name">Its name in the plan.</param>
    /// <param name="hint">What else to do than to run it on Spark; null when there is nothing.</param>
    public static SparkUnsupportedOperationException Of(string kind, string name, string? hint = null)
    {
        var text = $"The embedded engine does not have the {kind} '{name}'{(hint is null ? "" : $" ({hint})")}; run the plan on Spark (set SPARK_REMOTE, or use Remote or Master when building the session).";
        return new SparkUnsupportedOperationException(
            $"[{Condition}] {text} SQLSTATE: {SqlState}",
            new SparkErrorDetails
            {
                ErrorClass = Condition,
                SqlState = SqlState,
                MessageParameters = new Dictionary<string, string> { ["kind"] = kind, ["name"] = name },
                Engine = SparkConditions.EngineName,
            });
    }
}
