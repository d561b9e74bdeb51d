namespace SparkPipelines.Sql;

/// <summary>The one place that writes to standard output, for the members whose purpose that is: <c>Show</c>, <c>PrintSchema</c>, <c>Explain</c>.</summary>
internal static class ConsoleOutput
{
    public static void WriteLine(string text) => Console.Out.WriteLine(text);

    public static Task WriteLineAsync(string text, CancellationToken cancellationToken) => Console.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
}
