using System.Globalization;
using SparkPipelines.Embedded.Tree;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Options of a reader or writer: names in any case, values as Spark reads them.</summary>
internal sealed class FormatOptions(IReadOnlyDictionary<string, string> values)
{
    private readonly Dictionary<string, string> _values = Fold(values);

    /// <summary>The options but those named, as a text: equal for equal options in any order.</summary>
    internal string Meaning(string except) => MeaningText.List("options", _values
        .Where(option => !option.Key.Equals(except, StringComparison.OrdinalIgnoreCase))
        .OrderBy(option => option.Key, StringComparer.OrdinalIgnoreCase)
        .SelectMany(option => new[] { option.Key.ToLowerInvariant(), option.Value }));

    /// <summary>The value of an option, or null when it is not set.</summary>
    internal string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The value of the first of several names that is set.</summary>
    internal string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_values.TryGetValue(name, out string? value))
                return value;
        }
        return null;
    }

    internal bool Bool(string name, bool whenUnset)
    {
        if (this[name] is not { } value)
            return whenUnset;
        return value.ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => throw FormatErrors.BadOption(name, value, "'true' or 'false'"),
        };
    }

    internal int Int(string name, int whenUnset)
    {
        if (this[name] is not { } value)
            return whenUnset;
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw FormatErrors.BadOption(name, value, "a whole number");
    }

    internal double Double(string name, double whenUnset)
    {
        if (this[name] is not { } value)
            return whenUnset;
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw FormatErrors.BadOption(name, value, "a number");
    }

    /// <summary>Refuses options that are set and that this engine does not have.</summary>
    internal void Refuse(string format, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_values.TryGetValue(name, out string? value))
                throw FormatErrors.UnsupportedOption(format, name, value);
        }
    }

    private static Dictionary<string, string> Fold(IReadOnlyDictionary<string, string> values)
    {
        var folded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in values)
            folded[name] = value;
        return folded;
    }
}
