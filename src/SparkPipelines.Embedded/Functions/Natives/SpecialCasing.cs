using System.Text;

namespace SparkPipelines.Embedded.Functions;

/// <summary>Letters whose capitals are several letters (Unicode's SpecialCasing), which Java writes out and .NET leaves.</summary>
internal static class SpecialCasing
{
    public static string ToUpper(string text)
    {
        var upper = text.ToUpperInvariant();
        if (!upper.Any(c => Expansion(c) is not null))
            return upper;
        var result = new StringBuilder(upper.Length + 8);
        foreach (var c in upper)
            _ = Expansion(c) is { } letters ? result.Append(letters) : result.Append(c);
        return result.ToString();
    }

    /// <summary>A letter at the start of a word.</summary>
    public static string ToTitle(char letter) => letter switch
    {
        'ß' => "Ss",
        'ﬀ' => "Ff",
        'ﬁ' => "Fi",
        'ﬂ' => "Fl",
        _ => ToUpper(letter.ToString()),
    };

    private static string? Expansion(char letter) => letter switch
    {
        'ß' => "SS",
        'ŉ' => "\u02BCN",
        'ǰ' => "J\u030C",
        'ΐ' => "\u0399\u0308\u0301",
        'ΰ' => "\u03A5\u0308\u0301",
        'և' => "\u0535\u0552",
        'ẖ' => "H\u0331",
        'ẗ' => "T\u0308",
        'ẘ' => "W\u030A",
        'ẙ' => "Y\u030A",
        'ẚ' => "A\u02BE",
        'ﬀ' => "FF",
        'ﬁ' => "FI",
        'ﬂ' => "FL",
        'ﬃ' => "FFI",
        'ﬄ' => "FFL",
        'ﬅ' or 'ﬆ' => "ST",
        'ﬓ' => "\u0544\u0546",
        'ﬔ' => "\u0544\u0535",
        'ﬕ' => "\u0544\u053B",
        'ﬖ' => "\u054E\u0546",
        'ﬗ' => "\u0544\u053D",
        _ => null,
    };
}
