namespace SparkPipelines.Sql.Connect;

/// <summary>Which of our exceptions stands for which of the server's: by Java class, the first known one of the class's ancestors.</summary>
internal static class ErrorKinds
{
    private static readonly Dictionary<string, Func<string, SparkErrorDetails, Exception?, SparkException>> ByJavaClass = new(StringComparer.Ordinal)
    {
        ["org.apache.spark.sql.catalyst.parser.ParseException"] = (m, d, i) => new ParseException(m, d, i),
        ["org.apache.spark.sql.AnalysisException"] = (m, d, i) => new AnalysisException(m, d, i),
        ["org.apache.spark.sql.streaming.StreamingQueryException"] = (m, d, i) => new SparkRuntimeException(m, d, i),

        ["org.apache.spark.SparkArithmeticException"] = (m, d, i) => new SparkArithmeticException(m, d, i),
        ["java.lang.ArithmeticException"] = (m, d, i) => new SparkArithmeticException(m, d, i),
        ["org.apache.spark.SparkNumberFormatException"] = (m, d, i) => new SparkNumberFormatException(m, d, i),
        ["java.lang.NumberFormatException"] = (m, d, i) => new SparkNumberFormatException(m, d, i),
        ["org.apache.spark.SparkDateTimeException"] = (m, d, i) => new SparkDateTimeException(m, d, i),
        ["java.time.DateTimeException"] = (m, d, i) => new SparkDateTimeException(m, d, i),
        ["org.apache.spark.SparkArrayIndexOutOfBoundsException"] = (m, d, i) => new SparkIndexException(m, d, i),
        ["org.apache.spark.SparkNoSuchElementException"] = (m, d, i) => new SparkIndexException(m, d, i),
        ["java.lang.IndexOutOfBoundsException"] = (m, d, i) => new SparkIndexException(m, d, i),
        ["java.util.NoSuchElementException"] = (m, d, i) => new SparkIndexException(m, d, i),
        ["org.apache.spark.SparkIllegalArgumentException"] = (m, d, i) => new SparkIllegalArgumentException(m, d, i),
        ["java.lang.IllegalArgumentException"] = (m, d, i) => new SparkIllegalArgumentException(m, d, i),
        ["org.apache.spark.SparkUnsupportedOperationException"] = (m, d, i) => new SparkUnsupportedOperationException(m, d, i),
        ["java.lang.UnsupportedOperationException"] = (m, d, i) => new SparkUnsupportedOperationException(m, d, i),
        ["org.apache.spark.SparkRuntimeException"] = (m, d, i) => new SparkRuntimeException(m, d, i),
        ["org.apache.spark.SparkUpgradeException"] = (m, d, i) => new SparkRuntimeException(m, d, i),
        ["org.apache.spark.api.python.PythonException"] = (m, d, i) => new SparkRuntimeException(m, d, i),
        // Until 4.0 raise_error and assert_true threw this one.
        ["java.lang.RuntimeException"] = (m, d, i) => new SparkRuntimeException(m, d, i),
    };

    /// <summary>Conditions of the connection itself; their Java class is SparkSQLException, like many others'.</summary>
    private static readonly string[] ConnectionConditions = ["INVALID_HANDLE", "INVALID_CURSOR"];

    /// <param name="javaClasses">The error's class and its ancestors, nearest first.</param>
    public static SparkException Create(IEnumerable<string> javaClasses, string message, SparkErrorDetails details, Exception? inner)
    {
        if (details.ErrorClass is { } condition && ConnectionConditions.Contains(condition.Split('.')[0]))
            return new SparkConnectException(message, details, inner);
        foreach (var name in javaClasses)
        {
            if (ByJavaClass.TryGetValue(name, out var create))
                return create(message, details, inner);
        }

        return new SparkException(message, details, inner);
    }

    internal static IReadOnlyCollection<string> KnownJavaClasses => ByJavaClass.Keys;
}
