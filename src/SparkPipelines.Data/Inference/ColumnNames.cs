namespace SparkPipelines.Data;

/// <summary>The names of a delimited file's columns.</summary>
internal static class ColumnNames
{
    /// <summary>
    /// The header's names without blanks around them. A column without a name is <c>ColumnN</c>, N counted from 1; a name that stood before gets
    /// <c>_1</c>, <c>_2</c>, … – the first that no column has. Names are compared without regard to case, as Spark resolves them.
    /// </summary>
    public static List<string> FromHeader(IReadOnlyList<string?> header)
    {
        var wanted = header.Select((name, i) => string.IsNullOrWhiteSpace(name) ? $"Column{Yaml.Text(i + 1)}" : name.Trim()).ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var reserved = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>(wanted.Count);
        foreach (var name in wanted)
        {
            var chosen = name;
            for (var suffix = 1; (suffix > 1 && reserved.Contains(chosen)) || !taken.Add(chosen); suffix++)
                chosen = $"{name}_{Yaml.Text(suffix)}";
            names.Add(chosen);
        }

        return names;
    }

    public static List<string> Numbered(int count) => [.. Enumerable.Range(1, count).Select(i => $"Column{Yaml.Text(i)}")];

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
