using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Parquet;

/// <summary>A schema as Spark writes it into a Parquet footer: <c>{"type":"struct","fields":[…]}</c>.</summary>
internal static partial class SchemaJson
{
    internal static string Write(StructType schema) => ToNode(schema).ToJsonString();

    /// <summary>Reads a schema; null when it has a type that this engine does not know by name.</summary>
    internal static StructType? Read(string json) => JsonNode.Parse(json) is { } node ? FromNode(node) as StructType : null;

    private static JsonNode ToNode(DataType type) => type switch
    {
        StructType s => new JsonObject
        {
            ["type"] = "struct",
            ["fields"] = new JsonArray([.. s.Fields.Select(field => new JsonObject
            {
                ["name"] = field.Name,
                ["type"] = ToNode(field.DataType),
                ["nullable"] = field.IsNullable,
                ["metadata"] = field.Metadata,
            })]),
        },
        ArrayType a => new JsonObject { ["type"] = "array", ["elementType"] = ToNode(a.ElementType), ["containsNull"] = a.ContainsNull },
        MapType m => new JsonObject
        {
            ["type"] = "map",
            ["keyType"] = ToNode(m.KeyType),
            ["valueType"] = ToNode(m.ValueType),
            ["valueContainsNull"] = m.ValueContainsNull,
        },
        DecimalType or DayTimeIntervalType or YearMonthIntervalType or CharType or VarcharType or TimeType => JsonValue.Create(type.SimpleString),
        _ => JsonValue.Create(type.TypeName),
    };

    private static DataType? FromNode(JsonNode node)
    {
        if (node is JsonValue)
            return FromName(node.GetValue<string>());
        switch (node["type"]?.GetValue<string>())
        {
            case "struct":
                var fields = new List<StructField>();
                foreach (JsonNode? field in node["fields"]!.AsArray())
                {
                    if (FromNode(field!["type"]!) is not { } type)
                        return null;
                    fields.Add(new StructField(field["name"]!.GetValue<string>(), type, field["nullable"]?.GetValue<bool>() ?? true, field["metadata"] as JsonObject));
                }
                return new StructType(fields);
            case "array":
                return FromNode(node["elementType"]!) is { } element ? new ArrayType(element, node["containsNull"]!.GetValue<bool>()) : null;
            case "map":
                return FromNode(node["keyType"]!) is { } key && FromNode(node["valueType"]!) is { } value
                    ? new MapType(key, value, node["valueContainsNull"]!.GetValue<bool>())
                    : null;
            default:
                return null;
        }
    }

    private static DataType? FromName(string name)
    {
        if (Decimal().Match(name) is { Success: true } match)
            return new DecimalType(Number(match.Groups[1]), Number(match.Groups[2]));
        if (DayTime().Match(name) is { Success: true } dayTime)
            return new DayTimeIntervalType(Unit<DayTimeField>(dayTime.Groups[1]), Unit<DayTimeField>(dayTime.Groups[2].Success ? dayTime.Groups[2] : dayTime.Groups[1]));
        if (YearMonth().Match(name) is { Success: true } yearMonth)
            return new YearMonthIntervalType(Unit<YearMonthField>(yearMonth.Groups[1]), Unit<YearMonthField>(yearMonth.Groups[2].Success ? yearMonth.Groups[2] : yearMonth.Groups[1]));
        return name switch
        {
            "void" or "null" => new NullType(),
            "boolean" => new BooleanType(),
            "byte" => new ByteType(),
            "short" => new ShortType(),
            "integer" => new IntegerType(),
            "long" => new LongType(),
            "float" => new FloatType(),
            "double" => new DoubleType(),
            "decimal" => new DecimalType(),
            "string" => new StringType(),
            "binary" => new BinaryType(),
            "date" => new DateType(),
            "timestamp" => new TimestampType(),
            "timestamp_ntz" => new TimestampNtzType(),
            _ => null,
        };
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static T Unit<T>(Group group)
        where T : struct, Enum => Enum.Parse<T>(group.ValueSpan, ignoreCase: true);

    [GeneratedRegex(@"^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$")]
    private static partial Regex Decimal();

    [GeneratedRegex("^interval (day|hour|minute|second)(?: to (hour|minute|second))?$")]
    private static partial Regex DayTime();

    [GeneratedRegex("^interval (year|month)(?: to (month))?$")]
    private static partial Regex YearMonth();
}
