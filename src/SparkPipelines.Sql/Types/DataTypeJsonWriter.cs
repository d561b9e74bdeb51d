using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SparkPipelines.Sql.Types;

/// <summary>
/// Writes Spark's JSON form of types, character for character as <c>DataType.json</c> of 4.2.1 does: a name for a type without parts, an object for an array,
/// a map or a struct. Collations are not part of a string's name there; the field that the string stands in, or stands deep in, lists them in its metadata.
/// </summary>
internal static class DataTypeJsonWriter
{
    public const string CollationsKey = "__COLLATIONS";

    /// <summary>The reference system of GPS, which Spark names by another authority than the rest.</summary>
    public const int Wgs84 = 4326;

    public static string Write(DataType type)
    {
        var text = new StringBuilder();
        Write(text, type);
        return text.ToString();
    }

    private static void Write(StringBuilder text, DataType type)
    {
        switch (type)
        {
            case ArrayType array:
                text.Append("{\"type\":\"array\",\"elementType\":");
                Write(text, array.ElementType);
                text.Append(",\"containsNull\":").Append(Flag(array.ContainsNull)).Append('}');
                break;
            case MapType map:
                text.Append("{\"type\":\"map\",\"keyType\":");
                Write(text, map.KeyType);
                text.Append(",\"valueType\":");
                Write(text, map.ValueType);
                text.Append(",\"valueContainsNull\":").Append(Flag(map.ValueContainsNull)).Append('}');
                break;
            case StructType fields:
                text.Append("{\"type\":\"struct\",\"fields\":[");
                for (var i = 0; i < fields.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(text, fields[i]);
                }

                text.Append("]}");
                break;
            default:
                Quote(text, Name(type));
                break;
        }
    }

    private static void Write(StringBuilder text, StructField field)
    {
        text.Append("{\"name\":");
        Quote(text, field.Name);
        text.Append(",\"type\":");
        Write(text, field.DataType);
        text.Append(",\"nullable\":").Append(Flag(field.IsNullable)).Append(",\"metadata\":{");
        var isFirst = true;
        if (field.MetadataJson is { } metadata)
        {
            using var document = JsonDocument.Parse(metadata);
            foreach (var property in document.RootElement.EnumerateObject())
                Member(text, property.Name, ref isFirst, property.Value);
        }

        var collations = new List<(string Path, string Collation)>();
        Collect(field.DataType, field.Name, collations);
        if (collations.Count > 0)
        {
            text.Append(isFirst ? "" : ",");
            Quote(text, CollationsKey);
            for (var i = 0; i < collations.Count; i++)
            {
                text.Append(i == 0 ? ":{" : ",");
                Quote(text, collations[i].Path);
                text.Append(':');
                Quote(text, Provider(collations[i].Collation) + collations[i].Collation);
            }

            text.Append('}');
        }

        text.Append("}}");
    }

    private static string Name(DataType type) => type switch
    {
        GeometryType geometry => $"geometry({ReferenceSystem(geometry.Srid)})",
        GeographyType geography => $"geography({ReferenceSystem(geography.Srid)}, SPHERICAL)",
        DecimalType or CharType or VarcharType or TimeType or DayTimeIntervalType or YearMonthIntervalType => type.SimpleString,
        _ => type.TypeName,
    };

    private static string ReferenceSystem(int srid) => srid switch
    {
        < 0 => "SRID:ANY",
        0 => "SRID:0",
        Wgs84 => "OGC:CRS84",
        _ => string.Create(CultureInfo.InvariantCulture, $"EPSG:{srid}"),
    };

    /// <summary>The collations below a field; a struct's fields list their own.</summary>
    private static void Collect(DataType type, string path, List<(string Path, string Collation)> collations)
    {
        switch (type)
        {
            case StringType text when text.Collation != StringType.BinaryCollation:
                collations.Add((path, text.Collation));
                break;
            case ArrayType array:
                Collect(array.ElementType, path + ".element", collations);
                break;
            case MapType map:
                Collect(map.KeyType, path + ".key", collations);
                Collect(map.ValueType, path + ".value", collations);
                break;
            default:
                break;
        }
    }

    private static string Provider(string collation) => collation.StartsWith("UTF8_", StringComparison.Ordinal) ? "spark." : "icu.";

    private static void Member(StringBuilder text, string name, ref bool isFirst, JsonElement value)
    {
        text.Append(isFirst ? "" : ",");
        isFirst = false;
        Quote(text, name);
        text.Append(':');
        Value(text, value);
    }

    private static void Value(StringBuilder text, JsonElement value)
    {
        var isFirst = true;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in value.EnumerateObject())
                    Member(text, property.Name, ref isFirst, property.Value);
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(isFirst ? "" : ",");
                    isFirst = false;
                    Value(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                Quote(text, value.GetString()!);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    // .NET's own encoders escape characters that Spark's writer leaves alone, such as those beyond the basic plane.
    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
