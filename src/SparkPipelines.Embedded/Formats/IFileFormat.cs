using SparkPipelines.Embedded.Native;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>What a format needs to know beside its files.</summary>
internal sealed record FormatContext(DuckDbDatabase Database, FormatSettings Settings, FormatOptions Options);

/// <summary>A file format. Stateless; all members may be called at once.</summary>
internal interface IFileFormat
{
    /// <summary>Spark's short name.</summary>
    string Name { get; }

    /// <summary>The name as Spark's messages have it.</summary>
    string DisplayName { get; }

    /// <summary>Refuses options of reading that have a bad value, or that the format does not have here.</summary>
    void CheckReadOptions(FormatContext context);

    /// <summary>Refuses types that the format can't hold.</summary>
    void CheckReadSchema(StructType schema, FormatContext context);

    /// <summary>The schema that Spark would infer, without partition columns; null when the files don't tell.</summary>
    Task<StructType?> InferSchemaAsync(IReadOnlyList<DataFile> files, FormatContext context, CancellationToken cancellationToken);

    /// <summary>Begins to read: the data columns first, then the partition columns, by position.</summary>
    FileScan Scan(FileRelation relation);

    /// <summary>Refuses options and types of writing.</summary>
    void CheckWrite(StructType schema, FormatContext context);

    /// <summary>Writes the rows of a query as the files of one folder, or of one folder per partition.</summary>
    Task WriteFilesAsync(FileWrite write, FormatContext context, CancellationToken cancellationToken);
}

/// <summary>What a format is to write.</summary>
/// <param name="Folder">An empty folder.</param>
/// <param name="Sql">The rows; columns by position.</param>
/// <param name="Schema">The columns.</param>
/// <param name="PartitionBy">Positions of the columns that become folders.</param>
/// <param name="TimeZone">The zone in which instants are written into folder names.</param>
internal sealed record FileWrite(string Folder, string Sql, StructType Schema, IReadOnlyList<int> PartitionBy, string TimeZone)
{
    /// <summary>The columns that go into the files.</summary>
    internal IReadOnlyList<int> DataColumns => [.. Enumerable.Range(0, Schema.Count).Where(i => !PartitionBy.Contains(i))];

    /// <summary>Spark's name of a data file: number of the task, id of the job, number of the file.</summary>
    internal static string FileName(string extension) => $"part-00000-{Guid.NewGuid()}-c000{extension}";
}

/// <summary>A query's hold on files being read.</summary>
/// <param name="Sql">What to put after FROM, in parentheses where needed; columns <c>c0</c>, <c>c1</c>, ….</param>
/// <param name="Held">What to dispose when the query is over.</param>
internal sealed record FileScan(string Sql, params IReadOnlyList<IDisposable> Held) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable held in Held)
            held.Dispose();
    }
}
