using System.Globalization;

namespace SparkPipelines.Sql;

/// <summary>A source's options, by names that case does not tell apart, as Spark holds them.</summary>
internal sealed class SourceOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string key, string value) => _values[key] = value;

    public void Set(string key, bool value) => Set(key, value ? "true" : "false");

    public void Set(string key, long value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    public void Set(string key, double value) => Set(key, value.ToString("R", CultureInfo.InvariantCulture));

    public void SetAll(IEnumerable<KeyValuePair<string, string>> options)
    {
        foreach (var (key, value) in options)
            Set(key, value);
    }

    public void CopyTo(IDictionary<string, string> target)
    {
        foreach (var (key, value) in _values)
            target[key] = value;
    }
}
