using SparkPipelines.Sql.Engine;
using SparkPipelines.Sql.Types;

namespace SparkPipelines.Embedded.Formats;

/// <summary>
/// Writes a folder all or nothing: the files are made in a hidden folder beside it, and moved when all are there. Readers see what was there
/// before, or all of the new; a killed writer leaves at most the hidden folder, which no reader looks at and the next writer removes.
/// </summary>
internal static class FolderWriter
{
    /// <summary>The empty file that says a folder is complete.</summary>
    internal const string SuccessFile = "_SUCCESS";

    internal static async Task WriteAsync(IFileFormat format, WriteRequest request, FormatContext context, CancellationToken cancellationToken)
    {
        string target = FileListing.ToLocalPath(request.Path);
        IReadOnlyList<int> partitionBy = Resolve(request, context.Settings.IsCaseSensitive);
        format.CheckWrite(new StructType(request.Schema.Fields.Where((_, i) => !partitionBy.Contains(i))), context);
        bool exists = Path.Exists(target);
        if (exists && request.Mode == WriteMode.ErrorIfExists)
            throw FormatErrors.PathAlreadyExists(FileListing.ToUri(target));
        if (exists && request.Mode == WriteMode.Ignore)
            return;
        string parent = Path.GetDirectoryName(target) ?? throw FormatErrors.PathAlreadyExists(FileListing.ToUri(target));
        Directory.CreateDirectory(parent);
        OwnedFolders.SweepAside(target);
        string staging = OwnedFolders.Aside(target);
        Directory.CreateDirectory(staging);
        try
        {
            await format.WriteFilesAsync(new FileWrite(staging, request.Sql, request.Schema, partitionBy, context.Options["timeZone"] ?? context.Settings.TimeZone), context, cancellationToken).ConfigureAwait(false);
            await File.Create(Path.Combine(staging, SuccessFile)).DisposeAsync().ConfigureAwait(false);
            Publish(staging, target, request.Mode, exists);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    private static void Publish(string staging, string target, WriteMode mode, bool exists)
    {
        if (!exists)
        {
            Directory.Move(staging, target);
        }
        else if (mode == WriteMode.Append)
        {
            MoveFiles(staging, target);
        }
        else
        {
            // The old folder goes out of the way first; between the two moves there is none, as with Spark.
            string old = staging + ".old";
            if (File.Exists(target))
                File.Move(target, old);
            else
                Directory.Move(target, old);
            Directory.Move(staging, target);
            if (File.Exists(old))
                File.Delete(old);
            else
                Directory.Delete(old, recursive: true);
        }
    }

    private static void MoveFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string folder in Directory.GetDirectories(from))
            MoveFiles(folder, Path.Combine(to, Path.GetFileName(folder)));

        // The sign of completeness comes last.
        foreach (string file in Directory.GetFiles(from).OrderBy(file => Path.GetFileName(file) == SuccessFile))
            File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: Path.GetFileName(file) == SuccessFile);
    }

    private static List<int> Resolve(WriteRequest request, bool isCaseSensitive)
    {
        StringComparer comparer = isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var names = new HashSet<string>(comparer);
        foreach (StructField field in request.Schema.Fields)
        {
            if (!names.Add(field.Name))
                throw FormatErrors.DuplicateColumn(isCaseSensitive ? field.Name : field.Name.ToLowerInvariant());
        }
        var partitionBy = new List<int>();
        foreach (string column in request.PartitionBy)
        {
            int index = request.Schema.Fields.ToList().FindIndex(field => comparer.Equals(field.Name, column));
            partitionBy.Add(index >= 0 ? index : throw FormatErrors.PartitionColumnNotFound(column, request.Schema));
        }
        if (partitionBy.Count > 0 && partitionBy.Count == request.Schema.Count)
            throw FormatErrors.AllPartitionColumns();
        return partitionBy;
    }
}
