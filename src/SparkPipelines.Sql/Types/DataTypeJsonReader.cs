using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SparkPipelines.Sql.Types;

/// <summary>Reads Spark's JSON form of types as <c>DataType.fromJson</c> of 4.2.1 does; <see cref="DataTypeJsonWriter"/> describes the form.</summary>
internal static partial class DataTypeJsonReader
{
        public static DataType Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, "", null);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The type is not JSON: {Shown(json)}. {e.Message}", nameof(json), e);
        }
    }

    private static DataType Read(JsonElement json, string path, IReadOnlyDictionary<string, string>? collations) => json.ValueKind switch
    {
        JsonValueKind.String => ReadName(json.GetString()!, path, collations),
        JsonValueKind.Object => ReadObject(json, path, collations),
        _ => throw new ArgumentException($"A type is a name or an object, not {Shown(json.GetRawText())}{At(path)}.", nameof(json)),
    };

    private static DataType ReadObject(JsonElement json, string path, IReadOnlyDictionary<string, string>? collations) => Text(json, "type", path) switch
    {
        "array" => new ArrayType(Read(Member(json, "elementType", path), path + ".element", collations), Flag(json, "containsNull", path)),
        "map" => new MapType(
            Read(Member(json, "keyType", path), path + ".key", collations),
            Read(Member(json, "valueType", path), path + ".value", collations),
            Flag(json, "valueContainsNull", path)),
        "struct" => new StructType(Member(json, "fields", path).EnumerateArray().Select(ReadField).ToArray()),
        // A user-defined type is what it is stored as; its class means something to Spark's own languages only.
        "udt" => Read(Member(json, "sqlType", path), path, collations),
        var other => throw new ArgumentException($"There is no type '{other}'{At(path)}; an object is an array, a map, a struct or a udt.", nameof(json)),
    };

    private static StructField ReadField(JsonElement json)
    {
        var name = Text(json, "name", "");
        Dictionary<string, string>? collations = null;
        string? rest = null;
        if (json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object)
        {
            if (metadata.TryGetProperty(DataTypeJsonWriter.CollationsKey, out var listed))
                collations = listed.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!.Split('.', 2)[^1], StringComparer.Ordinal);
            rest = collations is null ? metadata.GetRawText() : Without(metadata, DataTypeJsonWriter.CollationsKey);
        }

        var nullable = !json.TryGetProperty("nullable", out var flag) || flag.GetBoolean();
        return new StructField(name, Read(Member(json, "type", name), name, collations), nullable, Compact(rest));
    }

    private static string Without(JsonElement metadata, string key)
    {
        var node = System.Text.Json.Nodes.JsonObject.Create(metadata)!;
        node.Remove(key);
        return node.ToJsonString();
    }

    /// <summary>Metadata without the blanks a writer of pretty JSON put in, so that equal fields stay equal.</summary>
    private static string? Compact(string? metadata) =>
        metadata is null ? null : System.Text.Json.Nodes.JsonNode.Parse(metadata)!.ToJsonString();

    private static DataType ReadName(string name, string path, IReadOnlyDictionary<string, string>? collations)
    {
        switch (name)
        {
            case "void" or "null":
                return new NullType();
            case "boolean":
                return new BooleanType();
            case "byte" or "tinyint":
                return new ByteType();
            case "short" or "smallint":
                return new ShortType();
            case "integer" or "int":
                return new IntegerType();
            case "long" or "bigint":
                return new LongType();
            case "float":
                return new FloatType();
            case "double":
                return new DoubleType();
            case "decimal":
                return new DecimalType();
            case "string":
                return new StringType(collations?.GetValueOrDefault(path) ?? StringType.BinaryCollation);
            case "binary":
                return new BinaryType();
            case "date":
                return new DateType();
            case "timestamp" or "timestamp_ltz":
                return new TimestampType();
            case "timestamp_ntz":
                return new TimestampNtzType();
            case "time":
                return new TimeType();
            case "interval" or "calendarinterval":
                return new CalendarIntervalType();
            case "variant":
                return new VariantType();
            default:
                return ReadParameters(name) ?? throw new ArgumentException($"There is no type '{name}'{At(path)}.", nameof(name));
        }
    }

    private static DataType? ReadParameters(string name)
    {
        if (Spatial().Match(name) is { Success: true } spatial)
        {
            var srid = Srid(spatial.Groups["authority"].Value, spatial.Groups["code"].Value);
            return srid is null ? null : spatial.Groups["name"].Value == "geometry" ? new GeometryType(srid.Value) : new GeographyType(srid.Value);
        }

        if (Parameters().Match(name) is { Success: true } match)
        {
            var first = match.Groups["first"].Value;
            var number = int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
            return match.Groups["name"].Value switch
            {
                "decimal" => new DecimalType(number, match.Groups["second"].Success ? int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture) : 0),
                "char" => new CharType(number),
                "varchar" => new VarcharType(number),
                "time" => new TimeType(number),
                _ => null,
            };
        }

        if (Interval().Match(name) is not { Success: true } interval)
            return name.StartsWith("string collate ", StringComparison.Ordinal) ? new StringType(name["string collate ".Length..]) : null;
        var start = interval.Groups["start"].Value;
        var end = interval.Groups["end"].Success ? interval.Groups["end"].Value : start;
        if (Enum.TryParse<YearMonthField>(start, true, out var fromMonth) && Enum.TryParse<YearMonthField>(end, true, out var toMonth))
            return new YearMonthIntervalType(fromMonth, toMonth);
        return Enum.TryParse<DayTimeField>(start, true, out var from) && Enum.TryParse<DayTimeField>(end, true, out var to) ? new DayTimeIntervalType(from, to) : null;
    }

    private static JsonElement Member(JsonElement json, string name, string path) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member)
        ? member
        : throw new ArgumentException($"The type {Shown(json.GetRawText())} has no '{name}'{At(path)}.", nameof(json));

    private static string Text(JsonElement json, string name, string path) => Member(json, name, path).GetString()
        ?? throw new ArgumentException($"'{name}' of the type {Shown(json.GetRawText())} is null{At(path)}.", nameof(json));

    private static bool Flag(JsonElement json, string name, string path) => Member(json, name, path).GetBoolean();

    private static string At(string path) => path.Length == 0 ? "" : $" at '{path}'";

    private static string Shown(string json) => json.Length <= 80 ? json : $"{json.AsSpan(0, 77)}...";

    private static int? Srid(string authority, string code) => (authority, code) switch
    {
        ("SRID", "ANY") => -1,
        ("OGC", "CRS84") => DataTypeJsonWriter.Wgs84,
        ("SRID" or "EPSG", _) when int.TryParse(code, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    [GeneratedRegex(@"^(?<name>geometry|geography)\((?<authority>SRID|EPSG|OGC):(?<code>\w+)(, SPHERICAL)?\)$")]
    private static partial Regex Spatial();

    [GeneratedRegex(@"^(?<name>decimal|char|varchar|time)\(\s*(?<first>-?\w+)\s*(,\s*(?<second>\d+)\s*)?\)$")]
    private static partial Regex Parameters();

    [GeneratedRegex("^interval (?<start>[a-z]+)( to (?<end>[a-z]+))?$")]
    private static partial Regex Interval();
}
