using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace SparkPipelines.Data;

/// <summary>Reads and writes the project's YAML files; a mistake is reported with file and line.</summary>
internal static class Yaml
{
    private static readonly ISerializer Serializer = new SerializerBuilder().DisableAliases().WithIndentedSequences().WithQuotingNecessaryStrings().Build();

    public static string Write(object document) => Serializer.Serialize(document).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <exception cref="DatasetException">The text is no YAML, or its root is no mapping.</exception>
    public static YamlSection Read(string text, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new DatasetException($"{file}, line {error.Start.Line}, is no valid YAML: {error.Message.TrimEnd('.')}.", error);
        }

        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
            ? new YamlSection(root, file, "")
            : throw new DatasetException($"{file} must hold one YAML document with names and values.");
    }

    public static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>A mapping of a YAML file, with what an error needs to point at it.</summary>
internal sealed class YamlSection(YamlMappingNode node, string file, string path)
{
    public IEnumerable<string> Names => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public DatasetException Error(string what) => new($"{file}, line {node.Start.Line}: {what}");

    /// <summary>Refuses names that mean nothing here, so that a slip of the pen is not passed over.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var name in Names)
        {
            if (!names.Contains(name))
                throw Error($"'{path}{name}' is not known; {string.Join(", ", names.ToArray())} are.");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name) => OptionalText(name) ?? throw Error($"'{path}{name}' is missing.");

    public string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        YamlScalarNode scalar => IsNull(scalar) ? null : scalar.Value,
        _ => throw Error($"'{path}{name}' must be a single value."),
    };

    public bool OptionalBoolean(string name, bool otherwise) => OptionalText(name) switch
    {
        null => otherwise,
        "true" or "True" => true,
        "false" or "False" => false,
        var text => throw Error($"'{path}{name}' must be true or false, not '{text}'."),
    };

    public T Number<T>(string name)
        where T : IParsable<T> =>
        T.TryParse(Text(name), CultureInfo.InvariantCulture, out var value) ? value : throw Error($"'{path}{name}' must be a number, not '{Text(name)}'.");

    public YamlSection Section(string name) => OptionalSection(name) ?? throw Error($"'{path}{name}' is missing.");

    public YamlSection? OptionalSection(string name) => Find(name) switch
    {
        null => null,
        YamlMappingNode mapping => new YamlSection(mapping, file, $"{path}{name}."),
        _ => throw Error($"'{path}{name}' must hold names and values."),
    };

    /// <summary>A list of mappings; an entry that is a bare word counts as a mapping of that word to nothing.</summary>
    public IReadOnlyList<YamlSection> Sections(string name) => Find(name) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(child => child switch
        {
            YamlMappingNode mapping => new YamlSection(mapping, file, $"{path}{name}."),
            YamlScalarNode word => new YamlSection(new YamlMappingNode(word, new YamlMappingNode()), file, $"{path}{name}."),
            _ => throw Error($"'{path}{name}' must be a list of names with values."),
        })],
        _ => throw Error($"'{path}{name}' must be a list."),
    };

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list => [.. list.Children.Select(child => (child as YamlScalarNode)?.Value ?? throw Error($"'{path}{name}' must be a list of texts."))],
        _ => throw Error($"'{path}{name}' must be a list of texts."),
    };

    private static bool IsNull(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "null" or "~" && scalar.Style == ScalarStyle.Plain;

    private YamlNode? Find(string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
}
