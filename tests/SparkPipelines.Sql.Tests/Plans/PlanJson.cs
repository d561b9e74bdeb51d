using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Protobuf;

namespace SparkPipelines.Sql.Tests.Plans;

/// <summary>Messages as JSON in one line, with plan and lambda ids numbered from 1 in the order in which they stand.</summary>
internal static partial class PlanJson
{
    public static string Of(DataFrame frame) => Of(frame.Relation);

    public static string Of(Column column) => Of(column.Expression);

    /// <summary>The relation of one operation over <c>Range(3)</c>: without its own id, and the range as <c>in</c>.</summary>
    public static string OfOperation(DataFrame frame)
    {
        var json = Of(frame);
        json = Input().Replace(json, "in");
        return Id().Replace(json, "{", 1);
    }

    /// <summary>A command's message, the range as <c>in</c>.</summary>
    public static string OfInput(IMessage message) => Input().Replace(Of(message), "in");

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

    [GeneratedRegex("""\{"common":\{"planId":"\d+"\},"range":\{"start":"0","end":"3","step":"1"\}\}""")]
    private static partial Regex Input();

    [GeneratedRegex("""^\{"common":\{"planId":"1"\},""")]
    private static partial Regex Id();

    [GeneratedRegex("\"planId\":\"(?<id>\\d+)\"")]
    private static partial Regex PlanId();

    [GeneratedRegex("\"(?<name>[xyz])_(?<id>\\d+)\"")]
    private static partial Regex Lambda();
}
