namespace SparkPipelines.Embedded.Resolve;

/// <summary>The names nearest to one that was not found, as Spark orders them: by edit distance, then by name.</summary>
internal static class Suggestions
{
    private const int Most = 5;

    public static IReadOnlyList<string> For(IReadOnlyList<string> wanted, string wantedText, IEnumerable<IReadOnlyList<string>> candidates)
    {
        var all = candidates.ToList();
        if (wanted.Count == 1 && all.Select(parts => string.Join('.', parts.SkipLast(1))).Distinct().Count() == 1)
            all = [.. all.Select(parts => (IReadOnlyList<string>)[.. parts.TakeLast(1)])];
        else if (wanted.Count <= 2 && all.Select(parts => string.Join('.', parts.SkipLast(2))).Distinct().Count() == 1)
            all = [.. all.Select(parts => (IReadOnlyList<string>)[.. parts.TakeLast(2)])];
        return [.. all.Select(parts => Quoting.Id(parts)).OrderBy(name => Distance(name, wantedText)).ThenBy(name => name, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>Levenshtein's distance.</summary>
    public static int Distance(string a, string b) => Distance<char>(a, b);

    public static int Distance<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : IEquatable<T>
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1].Equals(b[j - 1]) ? 0 : 1));
            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
