using System.Text.Json;
using System.Text.Json.Serialization;

namespace SparkPipelines.Pipelines;

/// <summary>What belongs to pipeline data, and where it came from: the content of <c>_manifest.json</c>.</summary>
internal sealed record DataManifest
{
    public const string FileName = "_manifest.json";
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string Name { get; init; }

    /// <summary>The run and the step that wrote it.</summary>
    public required string Run { get; init; }

    public required string Step { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The columns of a table; null for plain files.</summary>
    public IReadOnlyList<ManifestColumn>? Schema { get; init; }

    /// <summary>The rows of a table; null for plain files.</summary>
    public long? Rows { get; init; }

    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>What the step read.</summary>
    public required IReadOnlyList<ManifestInput> Inputs { get; init; }

    [JsonIgnore]
    public long Bytes => Files.Sum(file => file.Bytes);

    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Default.DataManifest);

    /// <exception cref="PipelineException">The text is no manifest that this version reads.</exception>
    public static DataManifest Parse(string json, string file)
    {
        DataManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(json, ManifestJson.Default.DataManifest) ?? throw new PipelineException($"'{file}' is empty.");
        }
        catch (JsonException error)
        {
            throw new PipelineException($"'{file}' is no manifest of pipeline data: {Text.Clause(error.Message)}.", error);
        }

        return manifest.Version <= CurrentVersion
            ? manifest
            : throw new PipelineException($"'{file}' is of version {Text.Of(manifest.Version)}; this SparkPipelines reads up to {Text.Of(CurrentVersion)}.");
    }
}

/// <summary>A column of a table, its type as Spark's DDL writes it.</summary>
internal sealed record ManifestColumn(string Name, string Type);

/// <summary>A file of the data.</summary>
/// <param name="Path">Relative to the data's folder, parts separated by <c>/</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The hash of its content, in lower-case hexadecimal.</param>
/// <param name="Rows">Its rows; null for plain files.</param>
internal sealed record ManifestFile(string Path, long Bytes, string Sha256, long? Rows);

/// <summary>An input of the step that wrote the data.</summary>
/// <param name="Name">Its name in the step.</param>
/// <param name="Source">A registered dataset's name and version, the run and name of pipeline data, or the paths of files.</param>
/// <param name="Manifest">The SHA-256 of the manifest, for pipeline data.</param>
internal sealed record ManifestInput(string Name, string Source, string? Manifest);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DataManifest))]
[JsonSerializable(typeof(StepContext))]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class ManifestJson : JsonSerializerContext;
