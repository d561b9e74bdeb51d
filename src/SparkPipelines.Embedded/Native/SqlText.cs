namespace SparkPipelines.Embedded.Native;

/// <summary>Names and texts as DuckDB SQL writes them.</summary>
internal static class SqlText
{
    /// <summary>A quoted identifier.</summary>
    internal static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A string literal.</summary>
    internal static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
