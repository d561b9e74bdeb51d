using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Protobuf;

namespace SparkPipelines.Sql.Tests.Plans;

/// <summary>Messages as JSON in one line, with plan and lambda ids numbered from 1 in the order in which they stand.</summary>
internal static partial class PlanJson
{
    public static string Of(DataFrame frame) => Of(frame.Relation);

    public static string Of(Column column) => Of(column.Expression);

    public static string Of(IMessage message)
    {
        var json = JsonNode.Parse(JsonFormatter.Default.Format(message))!.ToJsonString(Options);
        return Number(Number(json, PlanId(), "\"planId\":\"{0}\""), Lambda(), "\"{1}_{0}\"");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Number(string json, Regex ids, string format)
    {
        var numbers = new Dictionary<string, int>();
        return ids.Replace(json, match =>
        {
            if (!numbers.TryGetValue(match.Groups["id"].Value, out var number))
                numbers[match.Groups["id"].Value] = number = numbers.Count + 1;
            return string.Format(System.Globalization.CultureInfo.InvariantCulture, format, number, match.Groups["name"].Value);
        });
    }

    [GeneratedRegex("\"planId\":\"(?<id>\\d+)\"")]
    private static partial Regex PlanId();

    [GeneratedRegex("\"(?<name>[xyz])_(?<id>\\d+)\"")]
    private static partial Regex Lambda();
}
