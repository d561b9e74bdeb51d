using System.Globalization;

namespace SparkPipelines.Pipelines;

/// <summary>Values in messages, in the invariant culture.</summary>
internal static class Text
{
    public static string Of(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " s";

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    /// <summary>The message as one part of a longer sentence: without its full stop.</summary>
    public static string Clause(string message) => message.TrimEnd().TrimEnd('.');
}
