using System.Text.Json.Nodes;
using SparkPipelines.Sql.Parsing;

namespace SparkPipelines.Sql.Types;

/// <summary>A named part of a struct, or a column of a schema.</summary>
public sealed class StructField : IEquatable<StructField>
{
    private const string SchemaJsonStart = """{"type":"struct","fields":[""";
    private const string SchemaJsonEnd = "]}";

    private readonly string? _metadata;

    /// <summary>A field; <paramref name="metadata"/> is copied.</summary>
    public StructField(string name, DataType dataType, bool isNullable = true, JsonObject? metadata = null)
        : this(name, dataType, isNullable, metadata is null or { Count: 0 } ? null : metadata.ToJsonString())
    {
    }

    internal StructField(string name, DataType dataType, bool isNullable, string? metadataJson)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(dataType);
        Name = name;
        DataType = dataType;
        IsNullable = isNullable;
        _metadata = metadataJson is null or "{}" ? null : metadataJson;
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>The field's type.</summary>
    public DataType DataType { get; }

    /// <summary>Whether the field may be null. A reader of files makes every column nullable.</summary>
    public bool IsNullable { get; }

    /// <summary>What the field carries beside its type; a fresh copy, empty when there is nothing.</summary>
    public JsonObject Metadata => _metadata is null ? [] : JsonNode.Parse(_metadata)!.AsObject();

    /// <summary>The field in Spark's JSON form, as it stands in a schema's: <c>{"name":"a","type":"integer","nullable":true,"metadata":{}}</c>.</summary>
    public string Json => new StructType([this]).Json[SchemaJsonStart.Length..^SchemaJsonEnd.Length];

    /// <summary>Name and type in short: <c>a:int</c>.</summary>
    public string SimpleString => $"{Name}:{DataType.SimpleString}";

    /// <summary>The field that Spark's JSON form describes.</summary>
    /// <exception cref="ArgumentException">The text is not JSON, or no field.</exception>
    public static StructField FromJson(string json) => StructType.FromJson($"{SchemaJsonStart}{json}{SchemaJsonEnd}")[0];

    /// <summary>The field that DDL text describes: <c>a int NOT NULL</c>.</summary>
    /// <exception cref="ParseException">The text is not DDL.</exception>
    /// <exception cref="ArgumentException">The text describes several fields.</exception>
    public static StructField FromDDL(string ddl) => StructType.FromDDL(ddl) is [var only]
        ? only
        : throw new ArgumentException($"'{ddl}' describes several fields; StructType.FromDDL takes it.", nameof(ddl));

    internal string? MetadataJson => _metadata;

    internal string Sql => $"{QuotedName}: {SqlParts}";

    internal string Ddl => $"{QuotedName} {SqlParts}";

    private string SqlParts => $"{DataType.Sql}{(IsNullable ? "" : " NOT NULL")}{Comment}";

    // A plain word stands as it is, even a reserved one: Spark's own rule.
    private string QuotedName => Name.Length > 0 && !char.IsAsciiDigit(Name[0]) && Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? Name
        : SqlQuoting.Name(Name);

    private string Comment => _metadata is not null && Metadata["comment"] is JsonValue comment && comment.TryGetValue<string>(out var text)
        ? $" COMMENT '{text.Replace("'", "\\'", StringComparison.Ordinal)}'"
        : "";

    /// <inheritdoc/>
    public bool Equals(StructField? other) =>
        other is not null && Name == other.Name && IsNullable == other.IsNullable && DataType.Equals(other.DataType) && _metadata == other._metadata;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StructField);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, DataType, IsNullable);

    /// <summary>Name and type as DDL writes them: <c>a int NOT NULL</c>.</summary>
    public override string ToString() => $"{Name} {DataType.SimpleString}{(IsNullable ? "" : " NOT NULL")}";
}
