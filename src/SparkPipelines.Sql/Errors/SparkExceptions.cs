namespace SparkPipelines.Sql;

/// <summary>A query that can't be analysed: an unknown column or table, types that don't fit, a missing path.</summary>
public class AnalysisException : SparkException
{
    internal AnalysisException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>Text that is not SQL, or not DDL, of the kind expected.</summary>
public sealed class ParseException : AnalysisException
{
    internal ParseException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>Overflow or division by zero while rows were computed.</summary>
public sealed class SparkArithmeticException : SparkException
{
    internal SparkArithmeticException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>Text that is no number where a cast wanted one.</summary>
public sealed class SparkNumberFormatException : SparkException
{
    internal SparkNumberFormatException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>Text that is no date or time where one was wanted, or a date outside the range.</summary>
public sealed class SparkDateTimeException : SparkException
{
    internal SparkDateTimeException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>An index outside an array, or a key that a map lacks.</summary>
public sealed class SparkIndexException : SparkException
{
    internal SparkIndexException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>A value that a function or an option does not take.</summary>
public sealed class SparkIllegalArgumentException : SparkException
{
    internal SparkIllegalArgumentException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>An error in the running query that has no kind of its own: a failed task, <c>raise_error</c>.</summary>
public sealed class SparkRuntimeException : SparkException
{
    internal SparkRuntimeException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>Something that the engine at hand does not do: the message names the operation, the engine, and what to do instead.</summary>
public sealed class SparkUnsupportedOperationException : SparkException
{
    internal SparkUnsupportedOperationException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}

/// <summary>A server that can't be reached, refuses the token, or has lost the session or the operation.</summary>
public sealed class SparkConnectException : SparkException
{
    internal SparkConnectException(string message, SparkErrorDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
