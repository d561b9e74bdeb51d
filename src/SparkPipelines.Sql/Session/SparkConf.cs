using System.Collections.ObjectModel;
using System.Globalization;

namespace SparkPipelines;

/// <summary>Spark configuration values collected before a session is made; handed to <see cref="Sql.Builder.Config(SparkConf)"/>. A later value replaces an earlier one.</summary>
public sealed class SparkConf
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>No values.</summary>
    /// <param name="loadDefaults">Microsoft.Spark's parameter: whether the JVM's system properties are read. There is no JVM in this process, so nothing is read either way.</param>
    public SparkConf(bool loadDefaults = true) => _ = loadDefaults;

    /// <summary>The Spark to start or reach, as <c>spark-submit</c>'s master URL; see <see cref="Sql.Builder.Master"/>.</summary>
    public SparkConf SetMaster(string master) => Set("spark.master", master);

    /// <summary>The name that Spark's own pages show.</summary>
    public SparkConf SetAppName(string appName) => Set("spark.app.name", appName);

    /// <summary>Where Spark is installed on the workers.</summary>
    public SparkConf SetSparkHome(string sparkHome) => Set("spark.home", sparkHome);

    /// <summary>Sets a value.</summary>
    public SparkConf Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _values[key] = value;
        return this;
    }

    /// <summary>A value as a whole number, or <paramref name="defaultValue"/> when it is not set.</summary>
    /// <exception cref="FormatException">The value is no 32-bit number.</exception>
    public int GetInt(string key, int defaultValue) =>
        !_values.TryGetValue(key, out var text) ? defaultValue
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value
        : throw new FormatException($"The configuration value '{key}' is '{text}', which is no 32-bit number.");

    /// <summary>A value, or <paramref name="defaultValue"/> when it is not set.</summary>
    public string Get(string key, string defaultValue) => _values.GetValueOrDefault(key, defaultValue);

    /// <summary>All values, ordered by their keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetAll() => new ReadOnlyCollection<KeyValuePair<string, string>>([.. _values]);
}
