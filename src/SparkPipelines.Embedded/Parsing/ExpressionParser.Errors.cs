using System.Runtime.CompilerServices;
using SparkPipelines.Sql;

namespace SparkPipelines.Embedded.Parsing;

/// <content>What is refused.</content>
internal sealed partial class ExpressionParser
{
    /// <summary>An error that Spark still words without a condition of its own; it ends such messages with a second full stop.</summary>
    private ParseException LegacyError(int start, string message) => _tokens.Error(start, "_LEGACY_ERROR_TEMP_0064", "", $"{message}.", ("msg", message));

    /// <summary>Ends the parsing of an expression that is nested too deeply while there is still a stack to do it on.</summary>
    private static void GuardStack()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return;
        throw new ParseException(
            "[FAILED_TO_PARSE_TOO_COMPLEX] The statement, including potential SQL functions and referenced views, was too complex to parse.\n"
            + "To mitigate this error divide the statement into multiple, less complex chunks. SQLSTATE: 54001",
            new SparkErrorDetails { ErrorClass = "FAILED_TO_PARSE_TOO_COMPLEX", SqlState = "54001" });
    }

    private SparkUnsupportedOperationException Unsupported(string what, int position) => new(
        $"[UNSUPPORTED_EXPRESSION] The embedded engine does not support {what}, at position {position + 1} of the expression \"{_tokens.Source}\"; "
        + "use DataFrame operations such as Join instead, or run on Spark.",
        new SparkErrorDetails
        {
            ErrorClass = "UNSUPPORTED_EXPRESSION",
            SqlState = "0A000",
            Engine = "embedded",
            MessageParameters = new Dictionary<string, string> { ["feature"] = what, ["expression"] = _tokens.Source },
        });

    private static AnalysisException UnboundParameter(string name) => new(
        $"[UNBOUND_SQL_PARAMETER] Found the unbound parameter: {name}. Please, fix `args` and provide a mapping of the parameter to either a SQL literal or collection "
        + "constructor functions such as `map()`, `array()`, `struct()`. SQLSTATE: 42P02",
        new SparkErrorDetails
        {
            ErrorClass = "UNBOUND_SQL_PARAMETER",
            SqlState = "42P02",
            MessageParameters = new Dictionary<string, string> { ["name"] = name },
        });
}
