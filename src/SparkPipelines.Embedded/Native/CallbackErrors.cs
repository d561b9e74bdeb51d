using System.Globalization;

namespace SparkPipelines.Embedded.Native;

/// <summary>
/// Exceptions that C# functions threw inside a query. An exception can't pass through native code, so that it waits here under a number that
/// travels in DuckDB's error text; when the text comes out, the exception becomes the inner one.
/// </summary>
/// <remarks>
/// A failure that DuckDB swallows (inside <c>TRY</c>) never comes out; so only the last <see cref="Capacity"/> exceptions are kept.
/// </remarks>
internal sealed class CallbackErrors
{
    internal const int Capacity = 64;
    private const char Mark = '\u0001';

    private readonly Lock _lock = new();
    private readonly Exception?[] _slots = new Exception?[Capacity];
    private long _next;

    /// <summary>Keeps an exception.</summary>
    /// <returns>The text to give DuckDB.</returns>
    internal string Keep(Exception exception)
    {
        lock (_lock)
        {
            long number = _next++;
            _slots[number % Capacity] = exception;
            return string.Create(CultureInfo.InvariantCulture, $"{Mark}{number}{Mark}{exception.Message}");
        }
    }

    /// <summary>Finds the exception whose number is in an error text, and takes the number out of the text.</summary>
    internal Exception? Take(ref string message)
    {
        int start = message.IndexOf(Mark, StringComparison.Ordinal);
        int end = start < 0 ? -1 : message.IndexOf(Mark, start + 1);
        if (end < 0 || !long.TryParse(message.AsSpan(start + 1, end - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return null;
        message = string.Concat(message.AsSpan(0, start), message.AsSpan(end + 1));
        lock (_lock)
            return number < _next && number >= _next - Capacity ? _slots[number % Capacity] : null;
    }
}
