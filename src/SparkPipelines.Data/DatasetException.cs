namespace SparkPipelines.Data;

/// <summary>
/// A dataset, a path, a datastore or a workspace that is not as its definition says. The message names the thing, the offending value and the way out.
/// A mistake in an argument stays an <see cref="ArgumentException"/>; what an engine reports stays a <see cref="Sql.SparkException"/>.
/// </summary>
public class DatasetException : Exception
{
    /// <summary>An error about data or its definition.</summary>
    public DatasetException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>A text in a file that is not of its column's type, under <see cref="OnError.Fail"/>.</summary>
public sealed class DatasetConversionException : DatasetException
{
    internal DatasetConversionException(string message, string? file, long? line, string column, string text, Exception? innerException = null)
        : base(message, innerException)
    {
        File = file;
        Line = line;
        Column = column;
        Text = text;
    }

    /// <summary>The file, as its datastore names it; null when the engine did not say and the files don't show it any more.</summary>
    public string? File { get; }

    /// <summary>The line in the file, counted from 1 with the header's; null together with <see cref="File"/>.</summary>
    public long? Line { get; }

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>The text that can't be converted.</summary>
    public string Text { get; }
}
