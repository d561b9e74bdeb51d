using System.Runtime.CompilerServices;
using Spark.Connect;
using SparkPipelines.Embedded.Errors;
using SparkPipelines.Sql;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Embedded.Parsing;

/// <content>What is refused.</content>
internal sealed partial class ExpressionParser
{
    /// <summary>An error that Spark still words without a condition of its own; it ends such messages with a second full stop.</summary>
    private ParseException LegacyError(int start, string message) => _tokens.Error(start, "_LEGACY_ERROR_TEMP_0064", "", $"{message}.", ("msg", message));

    /// <summary>
    /// Reads a part whose tokens may be in order and yet have no meaning. Spark looks at meaning only when the whole text is syntax, so the error waits.
    /// </summary>
    private Expression Deferring(Func<Expression> read)
    {
        try
        {
            return read();
        }
        catch (SparkException error) when (error.ErrorClass is not ("PARSE_SYNTAX_ERROR" or "INVALID_IDENTIFIER"))
        {
            _meaningless ??= error;
            return Messages.Null();
        }
    }

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

    private SparkUnsupportedOperationException Unsupported(string what, int position) =>
        Refusal.Of("expression", what, $"at position {position + 1} of \"{_tokens.Source}\"");

    /// <summary><c>?</c> or <c>:name</c>; nothing binds a parameter in an expression by itself.</summary>
    private Expression ReadParameter() => throw SparkConditions.Error(
        "UNBOUND_SQL_PARAMETER", ("name", _tokens.Take().Kind == SqlTokenKind.Question ? $"_{_positionalParameters++}" : _tokens.TakeName()));
}
