using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SparkPipelines.Pipelines;

/// <summary>One metric as a line of JSON: written by the step's process as it goes, read by the run when the step has ended.</summary>
internal static class MetricLine
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string metric, string value, bool isNumber) => new JsonObject
    {
        ["metric"] = metric,
        ["value"] = isNumber ? JsonNode.Parse(value) : JsonValue.Create(value),
        ["at"] = DateTimeOffset.UtcNow,
    }.ToJsonString(Options);

    /// <summary>The metrics in a file, each with its last value; none when there is no file. A line that was cut off by the process's death is passed over.</summary>
    public static IReadOnlyDictionary<string, JsonElement> ReadAll(string file)
    {
        var metrics = new Dictionary<string, JsonElement>();
        if (!File.Exists(file))
            return metrics;
        foreach (var line in File.ReadAllText(file).Split('\n')[..^1])
        {
            using var document = JsonDocument.Parse(line);
            metrics[document.RootElement.GetProperty("metric").GetString()!] = document.RootElement.GetProperty("value").Clone();
        }

        return metrics;
    }
}
