namespace SparkPipelines.Data;

/// <summary>Pieces of Spark SQL text: quoted names and literals.</summary>
internal static class SqlText
{
    /// <summary>A name in backticks, so that dots and blanks in it mean nothing.</summary>
    public static string Name(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A string literal; Spark reads backslash escapes in it.</summary>
    public static string Literal(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    public static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(Literal));
}
