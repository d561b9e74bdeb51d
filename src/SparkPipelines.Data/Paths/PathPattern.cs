namespace SparkPipelines.Data;

/// <summary>A glob over paths with <c>/</c>: the grammar that <see cref="DataPath"/> states.</summary>
internal sealed class PathPattern
{
    private readonly string[] _parts;

    /// <exception cref="ArgumentException">A bracket without its end, or <c>**</c> as only a piece of a part.</exception>
    public PathPattern(string pattern)
    {
        _parts = pattern.Split('/');
        foreach (var part in _parts)
            Check(pattern, part);
        // "data/**" means everything below data: the last part then stands for any file name.
        if (_parts[^1] == "**")
            _parts = [.. _parts, "*"];
    }

    /// <summary>The leading parts without wildcards: the folder to list.</summary>
    public string BaseFolder => string.Join('/', _parts.Take(_parts.Length - 1).TakeWhile(part => !part.AsSpan().ContainsAny('*', '?', '[')));

    public bool IsMatch(string path) => MatchParts(_parts, path.Split('/'));

    private static void Check(string pattern, string part)
    {
        if (part != "**" && part.Contains("**", StringComparison.Ordinal))
            throw new ArgumentException($"'**' in the pattern '{pattern}' must be a whole part between slashes; '{part}' is written '**/{part.Replace("**", "*", StringComparison.Ordinal)}'.", nameof(pattern));
        for (var at = part.IndexOf('[', StringComparison.Ordinal); at >= 0; at = part.IndexOf('[', at))
        {
            var end = SetEnd(part, at);
            if (end < 0)
                throw new ArgumentException($"The pattern '{pattern}' opens a bracket at '{part[at..]}' and does not close it.", nameof(pattern));
            at = end + 1;
        }
    }

    private static bool MatchParts(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
            return path.IsEmpty;
        if (pattern[0] != "**")
            return !path.IsEmpty && MatchPart(pattern[0], path[0]) && MatchParts(pattern[1..], path[1..]);
        for (var skipped = 0; skipped <= path.Length; skipped++)
        {
            if (MatchParts(pattern[1..], path[skipped..]))
                return true;
        }

        return false;
    }

    /// <summary>One part against one name: on a mismatch go back to the last star and let it take one character more.</summary>
    private static bool MatchPart(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, star = -1, starName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                starName = n;
            }
            else if (p < pattern.Length && MatchOne(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool MatchOne(ReadOnlySpan<char> pattern, ref int at, char character)
    {
        switch (pattern[at])
        {
            case '?':
                at++;
                return true;
            case '[':
                var end = SetEnd(pattern, at);
                var matches = MatchSet(pattern[(at + 1)..end], character);
                if (matches)
                    at = end + 1;
                return matches;
            default:
                var same = pattern[at] == character;
                if (same)
                    at++;
                return same;
        }
    }

    private static bool MatchSet(ReadOnlySpan<char> set, char character)
    {
        var negated = set[0] == '!' && set.Length > 1;
        if (negated)
            set = set[1..];
        var found = false;
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                found |= set[i] <= character && character <= set[i + 2];
                i += 2;
            }
            else
            {
                found |= set[i] == character;
            }
        }

        return found != negated;
    }

    /// <summary>The index of the closing bracket; a bracket right after the opening (or after <c>!</c>) is a member of the set.</summary>
    private static int SetEnd(ReadOnlySpan<char> part, int open)
    {
        var from = open + 1;
        if (from < part.Length && part[from] == '!')
            from++;
        if (from < part.Length && part[from] == ']')
            from++;
        var length = from < part.Length ? part[from..].IndexOf(']') : -1;
        return length < 0 ? -1 : from + length;
    }
}
