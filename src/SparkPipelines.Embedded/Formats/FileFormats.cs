using SparkPipelines.Embedded.Formats.Csv;
using SparkPipelines.Embedded.Formats.Json;
using SparkPipelines.Embedded.Formats.Parquet;
using SparkPipelines.Embedded.Formats.Text;
using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>What to read, as a reader's plan says it.</summary>
/// <param name="Format">Spark's short name, case ignored: <c>csv</c>, <c>json</c>, <c>parquet</c>, <c>text</c>.</param>
/// <param name="Paths">Files, folders or globs, as plain paths or <c>file:</c> URIs.</param>
/// <param name="Schema">The schema that the user gave; null to infer it.</param>
/// <param name="Options">The reader's options; names in any case. Options that Spark does not know are ignored, as Spark does.</param>
internal sealed record ReadRequest(string Format, IReadOnlyList<string> Paths, StructType? Schema, IReadOnlyDictionary<string, string> Options);

/// <summary>What a writer does with what is there already.</summary>
internal enum WriteMode
{
    ErrorIfExists,
    Append,
    Overwrite,
    Ignore,
}

/// <summary>What to write.</summary>
/// <param name="Format">Spark's short name, case ignored.</param>
/// <param name="Path">The folder to write, as a plain path or a <c>file:</c> URI.</param>
/// <param name="Mode">What to do with what is there.</param>
/// <param name="Sql">A SELECT whose columns are, by position, those of the schema in their storage types (<see cref="StorageTypes"/>).</param>
/// <param name="Schema">Names and types of the columns.</param>
/// <param name="Options">The writer's options; names in any case.</param>
/// <param name="PartitionBy">Columns that become folders, in order.</param>
internal sealed record WriteRequest(
    string Format,
    string Path,
    WriteMode Mode,
    string Sql,
    StructType Schema,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<string> PartitionBy);

/// <summary>The session's settings that reading and writing depend on.</summary>
internal sealed record FormatSettings
{
    /// <summary>The session's time zone, for timestamps in text: an IANA name or a fixed offset.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether column names are told apart by case.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>The column for records that can't be read, where a schema has it: <c>spark.sql.columnNameOfCorruptRecord</c>.</summary>
    public string CorruptRecordColumn { get; init; } = "_corrupt_record";
}

/// <summary>
/// Files in and out, with Spark 4.2's option names, defaults and values. The way in:
/// <list type="number">
/// <item><see cref="OpenAsync"/> while a plan is analysed: lists the files, finds partition columns, infers the schema if none was given.</item>
/// <item><see cref="FileRelation.Scan"/> when a plan runs: gives the SQL to put after FROM, whose columns are <c>c0</c>, <c>c1</c>, … in the order
/// of <see cref="FileRelation.Schema"/>, in their storage types. Dispose the scan when the query is over. Columns that the query leaves out are not read.</item>
/// </list>
/// The way out: <see cref="WriteAsync"/>, which writes aside and moves, so that a failed write leaves what was there.
/// One file per format in its own folder; what all of them share (listing, partitions, options, errors) lies beside this file.
/// </summary>
/// <remarks>Errors are Spark's: <c>PATH_NOT_FOUND</c>, <c>UNABLE_TO_INFER_SCHEMA</c>, <c>PATH_ALREADY_EXISTS</c> and so on.</remarks>
internal sealed class FileFormats(DuckDbDatabase database, FormatSettings settings)
{
    private static readonly Dictionary<string, IFileFormat> Formats = new IFileFormat[]
    {
        new CsvFormat(),
        new JsonFormat(),
        new ParquetFormat(),
        new TextFormat(),
    }.ToDictionary(format => format.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a format can be read and written.</summary>
    internal static bool IsKnown(string format) => Formats.ContainsKey(format);

    /// <summary>Finds the files and decides the schema. Reads as much of the files as the schema needs, never the rows themselves twice.</summary>
    internal async Task<FileRelation> OpenAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        IFileFormat format = Find(request.Format);
        var options = new FormatOptions(request.Options);
        var context = new FormatContext(database, settings, options);
        format.CheckReadOptions(context);
        FileListing listing = FileListing.Of(request.Paths, options);
        PartitionColumns partitions = PartitionColumns.Discover(listing, request.Schema, settings);
        StructType dataSchema = request.Schema is { } given
            ? new StructType(given.Fields.Where(field => partitions.IndexOf(field.Name) < 0).Select(Nullability.Nullable))
            : Nullability.Nullable(await format.InferSchemaAsync(partitions.Listing.Files, context, cancellationToken).ConfigureAwait(false)
                ?? throw FormatErrors.UnableToInferSchema(format.DisplayName));
        format.CheckReadSchema(dataSchema, context);
        return new FileRelation(format, context, dataSchema, partitions, request.Schema is null);
    }

    /// <summary>Writes the rows of a query to a folder in Spark's layout.</summary>
    internal Task WriteAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        IFileFormat format = Find(request.Format);
        return FolderWriter.WriteAsync(format, request, new FormatContext(database, settings, new FormatOptions(request.Options)), cancellationToken);
    }

    private static IFileFormat Find(string name) =>
        Formats.TryGetValue(name, out IFileFormat? format) ? format : throw FormatErrors.UnknownFormat(name, Formats.Keys);
}
