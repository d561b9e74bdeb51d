using SparkPipelines.Embedded.Tree;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>Files with a decided schema. Holds nothing open; may be scanned any number of times.</summary>
internal sealed class FileRelation
{
    private readonly IFileFormat _format;

    internal FileRelation(IFileFormat format, FormatContext context, StructType dataSchema, PartitionColumns partitions, bool isInferred)
    {
        _format = format;
        Context = context;
        DataSchema = dataSchema;
        Partitions = partitions;
        IsInferred = isInferred;
        Schema = Merge(dataSchema, partitions, context.Settings.IsCaseSensitive);
    }

    /// <summary>The columns: those of the files, then those of the folders. All of them nullable.</summary>
    internal StructType Schema { get; }

    /// <summary>The columns that files hold.</summary>
    internal StructType DataSchema { get; }

    internal PartitionColumns Partitions { get; }

    internal FileListing Listing => Partitions.Listing;

    /// <summary>Whether the schema came from the files.</summary>
    internal bool IsInferred { get; }

    internal FormatContext Context { get; }

    /// <summary>
    /// A text that relations share when Spark takes them for the same: the same paths, format, options, schema and settings. What the files hold does not count.
    /// </summary>
    internal string Meaning
    {
        get
        {
            // Only text of times has another meaning in another zone.
            string zone = Schema.Json.Contains("timestamp", StringComparison.Ordinal) ? Context.Settings.TimeZone : "";
            return MeaningText.List(_format.Name, [
                Context.Options.Meaning(except: "path"), Schema.Json, $"{Context.Settings.IsCaseSensitive}", Context.Settings.CorruptRecordColumn, zone,
                .. Listing.Roots.Order(StringComparer.Ordinal)]);
        }
    }

    /// <summary>The files as URIs, as Spark's <c>inputFiles</c> gives them.</summary>
    internal IReadOnlyList<string> InputFiles => [.. Listing.Files.Select(file => file.Uri)];

    /// <summary>Begins to read. The caller disposes the scan after the query.</summary>
    internal FileScan Scan() => _format.Scan(this);

    /// <summary>For each column of <see cref="Schema"/>, its position among the data columns, or the complement of its position among the partition columns.</summary>
    internal IReadOnlyList<int> Sources()
    {
        var sources = new int[Schema.Count];
        for (int i = 0; i < sources.Length; i++)
        {
            int partition = Partitions.IndexOf(Schema.Fields[i].Name);
            sources[i] = partition >= 0 ? ~partition : DataSchema.Fields.ToList().IndexOf(Schema.Fields[i]);
        }
        return sources;
    }

    // A column that is in the files and in the folders keeps its place and takes the folders' values.
    private static StructType Merge(StructType data, PartitionColumns partitions, bool caseSensitive)
    {
        StringComparer comparer = caseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var fields = data.Fields.Select(field => partitions.IndexOf(field.Name) is >= 0 and var i ? partitions.Schema.Fields[i] : field).ToList();
        fields.AddRange(partitions.Schema.Fields.Where(partition => !data.Fields.Any(field => comparer.Equals(field.Name, partition.Name))));
        return new StructType(fields);
    }
}

/// <summary>Files can't promise that a value is there, so that everything read from them is nullable, at every depth.</summary>
internal static class Nullability
{
    internal static StructType Nullable(StructType type) => new(type.Fields.Select(Nullable));

    internal static StructField Nullable(StructField field) => new(field.Name, Nullable(field.DataType), true, field.MetadataJson);

    private static DataType Nullable(DataType type) => type switch
    {
        ArrayType a => new ArrayType(Nullable(a.ElementType)),
        MapType m => new MapType(Nullable(m.KeyType), Nullable(m.ValueType)),
        StructType s => Nullable(s),
        _ => type,
    };
}
