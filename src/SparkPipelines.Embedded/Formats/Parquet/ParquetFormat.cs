using System.Globalization;
using System.Text;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats.Parquet;

/// <summary>
/// Parquet, read and written by DuckDB's own reader and writer, with Spark's types: timestamps with and without zone, decimals, and what
/// only the schema in Spark's footer entry tells.
/// </summary>
/// <remarks>Options: <c>mergeSchema</c>, <c>compression</c>. Dates and times are read as they are; there is no rebasing of old calendars.</remarks>
internal sealed class ParquetFormat : IFileFormat
{
    private const string SparkVersion = "4.2.1";

    /// <inheritdoc/>
    public string Name => "parquet";

    /// <inheritdoc/>
    public string DisplayName => "Parquet";

    /// <inheritdoc/>
    public void CheckReadOptions(FormatContext context)
    {
        _ = context.Options.Bool("mergeSchema", false);
        foreach (string name in (ReadOnlySpan<string>)["datetimeRebaseMode", "int96RebaseMode"])
        {
            if (context.Options[name] is { } mode && !mode.Equals("CORRECTED", StringComparison.OrdinalIgnoreCase) && !mode.Equals("EXCEPTION", StringComparison.OrdinalIgnoreCase))
                throw FormatErrors.UnsupportedValue(Name, name, mode, "'CORRECTED'");
        }
    }

    /// <inheritdoc/>
    public void CheckReadSchema(StructType schema, FormatContext context) => CheckTypes(schema);

    /// <inheritdoc/>
    public async Task<StructType?> InferSchemaAsync(IReadOnlyList<DataFile> files, FormatContext context, CancellationToken cancellationToken)
    {
        DataFile[] data = [.. files.Where(IsData).OrderBy(file => file.Path, StringComparer.Ordinal)];
        if (data.Length == 0)
            return null;
        if (!context.Options.Bool("mergeSchema", false))
            return await ParquetSchema.ReadAsync(context.Database, data[0], cancellationToken).ConfigureAwait(false);
        StructType merged = new();
        foreach (DataFile file in data)
            merged = SchemaMerge.Merge(merged, await ParquetSchema.ReadAsync(context.Database, file, cancellationToken).ConfigureAwait(false), context.Settings.IsCaseSensitive);
        return merged;
    }

    /// <inheritdoc/>
    public FileScan Scan(FileRelation relation)
    {
        DataFile[] files = [.. relation.Listing.Files.Where(IsData)];
        IReadOnlyList<int> sources = relation.Sources();
        if (files.Length == 0)
            return new FileScan("(SELECT " + string.Join(", ", relation.Schema.Fields.Select((field, i) => Column($"NULL::{StorageTypes.ToSql(field.DataType)}", i))) + " WHERE false)");
        string from = From(files, relation.Partitions);
        Dictionary<string, DuckType> present = Describe(relation.Context.Database, from);
        var columns = new string[sources.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            StructField field = relation.Schema.Fields[i];
            string value = sources[i] < 0
                ? PartitionValue(relation.Partitions, ~sources[i], relation.Context.Settings.TimeZone)
                : present.TryGetValue(field.Name, out DuckType? type) ? ParquetCasts.ToStorage(SqlText.Identifier(field.Name), type, field) : $"NULL::{StorageTypes.ToSql(field.DataType)}";
            columns[i] = Column(value, i);
        }
        return new FileScan($"(SELECT {(columns.Length == 0 ? "1" : string.Join(", ", columns))} FROM {from})");
    }

    /// <inheritdoc/>
    public void CheckWrite(StructType schema, FormatContext context)
    {
        CheckTypes(schema);
        _ = Codec(context);
    }

    /// <inheritdoc/>
    public async Task WriteFilesAsync(FileWrite write, FormatContext context, CancellationToken cancellationToken)
    {
        (string codec, string extension) = Codec(context);
        var fileSchema = new StructType(write.DataColumns.Select(i => write.Schema.Fields[i]));
        var columns = new StringBuilder();
        for (int i = 0; i < write.Schema.Count; i++)
        {
            StructField field = write.Schema.Fields[i];
            columns.Append(i == 0 ? "" : ", ").Append(write.PartitionBy.Contains(i) ? PartitionSql.Text(Positional(i), field.DataType, write.TimeZone) : ParquetCasts.FromStorage(Positional(i), field.DataType)).Append(" AS ").Append(SqlText.Identifier(field.Name));
        }
        string partition = write.PartitionBy.Count == 0
            ? ""
            : ", PARTITION_BY (" + string.Join(", ", write.PartitionBy.Select(i => SqlText.Identifier(write.Schema.Fields[i].Name))) + "), FILENAME_PATTERN 'part-{uuid}'";
        string target = write.PartitionBy.Count == 0 ? Path.Combine(write.Folder, FileWrite.FileName(extension)) : write.Folder;
        string metadata = $"{{'org.apache.spark.version': '{SparkVersion}', 'org.apache.spark.sql.parquet.row.metadata': {SqlText.Literal(fileSchema.Json)}}}";
        await context.Database.ExecuteStatementAsync(
            $"COPY (SELECT {columns} FROM {PartitionSql.Source(write)}) TO {SqlText.Literal(target)} (FORMAT parquet, COMPRESSION {codec}, KV_METADATA {metadata}{partition})",
            cancellationToken).ConfigureAwait(false);
        if (write.PartitionBy.Count > 0)
            PartitionFolders.Rename(write.Folder, extension);
    }

    private static string Positional(int i) => string.Create(CultureInfo.InvariantCulture, $"c{i}");

    private static string Column(string value, int i) => string.Create(CultureInfo.InvariantCulture, $"{value} AS c{i}");

    private static bool IsData(DataFile file) => file.LengthBytes > 0 && Path.GetFileName(file.Path) is not ("_metadata" or "_common_metadata");

    private static string From(DataFile[] files, PartitionColumns partitions)
    {
        string list = string.Join(", ", files.Select(file => SqlText.Literal(EscapeGlob(file.Path))));
        string hive = partitions.Schema.Count == 0 ? "hive_partitioning = false" : "hive_partitioning = true, hive_types_autocast = false, filename = 'sp_file'";
        return $"read_parquet([{list}], union_by_name = true, {hive})";
    }

    // DuckDB takes a path for a pattern; a class of one character stands for that character.
    private static string EscapeGlob(string path) =>
        path.Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal);

    // DuckDB reads a folder's value NULL, in any case, as null; Spark reads it as text.
    private static string PartitionValue(PartitionColumns partitions, int index, string timeZone)
    {
        StructField field = partitions.Schema.Fields[index];
        string name = SqlText.Identifier(field.Name);
        string value = $"coalesce({name}, nullif(regexp_extract(sp_file, {SqlText.Literal($"/{System.Text.RegularExpressions.Regex.Escape(field.Name)}=([Nn][Uu][Ll][Ll])/")}, 1), ''))";
        return PartitionSql.Value(field.DataType is StringType ? value : name, field.DataType, timeZone);
    }

    private static Dictionary<string, DuckType> Describe(DuckDbDatabase database, string from)
    {
        using DuckDbConnection connection = database.Connect();
        using DuckDbResult result = connection.Query($"SELECT * FROM {from} LIMIT 0");
        var types = new Dictionary<string, DuckType>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < result.Types.Count; i++)
            types[result.Schema.FieldsList[i].Name] = result.Types[i];
        return types;
    }

    private static (string Codec, string Extension) Codec(FormatContext context)
    {
        string codec = (context.Options.First("compression", "parquet.compression") ?? "snappy").ToLowerInvariant();
        return codec switch
        {
            "none" or "uncompressed" => ("uncompressed", ".parquet"),
            "snappy" => ("snappy", ".snappy.parquet"),
            "gzip" => ("gzip", ".gz.parquet"),
            "zstd" => ("zstd", ".zstd.parquet"),
            "lz4_raw" => ("lz4_raw", ".lz4raw.parquet"),
            "brotli" => ("brotli", ".br.parquet"),
            _ => throw FormatErrors.UnsupportedValue("parquet", "compression", codec, "'none', 'uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli'"),
        };
    }

    private static void CheckTypes(StructType schema)
    {
        foreach (StructField field in schema.Fields)
        {
            if (!IsSupported(field.DataType))
                throw FormatErrors.UnsupportedDataType("Parquet", field);
        }
    }

    private static bool IsSupported(DataType type) => type switch
    {
        NullType or CalendarIntervalType => false,
        ArrayType a => IsSupported(a.ElementType),
        MapType m => IsSupported(m.KeyType) && IsSupported(m.ValueType),
        StructType s => s.Fields.All(field => IsSupported(field.DataType)),
        _ => true,
    };
}
