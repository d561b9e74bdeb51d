using System.Globalization;
using System.Text.RegularExpressions;
using SparkPipelines.Sql.Parsing;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Resolve;

/// <summary>Names, types and values as Spark's errors and schemas write them.</summary>
internal static partial class Quoting
{
    /// <summary>Names in back quotes, joined by dots.</summary>
    public static string Id(params IEnumerable<string> parts) => string.Join(".", parts.Select(SqlQuoting.Name));

    public static string Type(DataType type) => $"\"{type.Sql}\"";

    public static string Expression(string sql) => $"\"{sql}\"";

    public static string Conf(string key) => $"\"{key}\"";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name in back quotes where the parser would need them.</summary>
    public static string IfNeeded(string name) => Plain().IsMatch(name) ? name : SqlQuoting.Name(name);

    [GeneratedRegex("^[a-zA-Z0-9_]*[a-zA-Z_][a-zA-Z0-9_]*$")]
    private static partial Regex Plain();
}
