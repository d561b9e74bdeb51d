using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SparkPipelines.Sql.Types;

public readonly partial struct Variant
{
    /// <summary>
    /// The value as JSON, as Spark's <c>to_json</c> writes a variant: members in the order of their names, numbers without exponent where they are
    /// exact, dates, timestamps, binary (Base64) and UUIDs as texts. Timestamps are shown in UTC. A member's null stays; the null variant is <c>null</c>.
    /// </summary>
    /// <exception cref="ConversionException">The bytes are no variant of the encoding's version 1.</exception>
    public string ToJson()
    {
        var text = new StringBuilder();
        WriteJson(ToObject(), text);
        return text.ToString();
    }

    /// <summary>
    /// The value as CLR objects: null, <see cref="bool"/>, <see cref="sbyte"/> to <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="decimal"/>
    /// (<see cref="System.Data.SqlTypes.SqlDecimal"/> beyond its range), <see cref="string"/>, <c>byte[]</c>, <see cref="DateOnly"/>, <see cref="DateTime"/> (of kind UTC with a time zone,
    /// unspecified without), <see cref="Guid"/>, <c>object?[]</c> for arrays, and dictionaries for objects.
    /// </summary>
    /// <exception cref="ConversionException">The bytes are no variant of the encoding's version 1.</exception>
    public object? ToObject() => new VariantReader(Metadata.Span).Read(Value.Span);

    /// <summary>The same as <see cref="ToJson"/>.</summary>
    public override string ToString() => ToJson();

    private static void WriteJson(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case float number:
                text.Append(float.IsFinite(number) ? JavaNumbers.Text(number) : $"\"{JavaNumbers.Text(number)}\"");
                break;
            case double number:
                text.Append(double.IsFinite(number) ? JavaNumbers.Text(number) : $"\"{JavaNumbers.Text(number)}\"");
                break;
            case object?[] items:
                WriteAll('[', items, static (item, text) => WriteJson(item, text), ']', text);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteAll('{', members, static (member, text) =>
                {
                    WriteText(member.Key, text);
                    text.Append(':');
                    WriteJson(member.Value, text);
                }, '}', text);
                break;
            case string or byte[] or DateOnly or DateTime or Guid:
                WriteText(TextOf(value), text);
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string TextOf(object value) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF'+00:00'", CultureInfo.InvariantCulture),
        DateTime local => local.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void WriteText(string value, StringBuilder text) =>
        text.Append('"').Append(JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()).Append('"');

    private static void WriteAll<T>(char open, IEnumerable<T> items, Action<T, StringBuilder> write, char close, StringBuilder text)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            write(item, text);
        }

        text.Append(close);
    }
}
